// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.space.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What is other in one text of a configuration than in another, for people. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class AcceptedDiff {

    private AcceptedDiff() {}

    /**
     * Returns the lines that are other: {@code - learningRate = 0.01}, {@code + learningRate = 0.0031}.
     *
     * @param before what was there, be it well-formed or not; empty if there was nothing
     * @param after what comes in its place
     * @return none if both have the same values
     */
    public static List<String> lines(String before, String after) {
        Map<String, String> then = entries(before);
        Map<String, String> now = entries(after);
        List<String> lines = new ArrayList<>();
        now.forEach((key, line) -> {
            String old = then.remove(key);
            if (!line.equals(old)) {
                if (old != null) {
                    lines.add("- " + old);
                }
                lines.add("+ " + line);
            }
        });
        then.values().forEach(gone -> lines.add("- " + gone));
        return lines;
    }

    private static Map<String, String> entries(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        AcceptedLines.withoutMark(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("!"))
                .forEach(line -> entries.put(key(line), VisibleText.of(line)));
        return entries;
    }

    private static String key(String line) {
        int end = line.indexOf('=');
        return end < 0 ? line : line.substring(0, end).strip();
    }
}
