// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import dev.hpo.space.VisibleText;
import java.util.regex.Pattern;

/** Names and values as MLflow takes them: names of few characters that could be those of files, and neither too long. */
final class MlflowTexts {

    private static final int LONGEST_NAME = 250;
    /** Older servers took no more of a parameter. */
    private static final int LONGEST_VALUE = 500;

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");
    private static final Pattern FOREIGN = Pattern.compile("[^\\p{L}\\p{N}_.\\- /]");
    /** What a path would have another form for. */
    private static final Pattern CROOKED = Pattern.compile("^/|/$|//|^\\.\\.|(?:^|/)\\.\\.?(?:/|$)|^$");

    private MlflowTexts() {}

    /** Returns the name of a parameter, {@code layers.0.units} for {@code layers[0].units}: names in Java do not begin with a digit. */
    static String parameter(String name) {
        return name(INDEX.matcher(name).replaceAll(".$1"));
    }

    /** Returns a name that stays as it is if it can. One that is replaced has a part that tells it from others. */
    static String name(String name) {
        String mark = "-" + Integer.toHexString(name.hashCode());
        String clean = FOREIGN.matcher(name).replaceAll("_");
        if (CROOKED.matcher(clean).find()) {
            clean = clean.replace('/', '_').replace("..", "__") + "_";
        }
        if (clean.equals(name) && clean.length() <= LONGEST_NAME) {
            return clean;
        }
        String begin = "_" + clean;
        return begin.substring(0, Math.min(begin.length(), LONGEST_NAME - mark.length())) + mark;
    }

    /** Returns a value on one line. */
    static String value(String value) {
        String line = VisibleText.of(value);
        if (line.length() <= LONGEST_VALUE) {
            return line;
        }
        int end = LONGEST_VALUE - 3;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "...";
    }
}
