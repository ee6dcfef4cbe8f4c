// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.junit.Accepted;
import dev.hpo.junit.TuningConfigurationException;
import java.util.regex.Pattern;

/** The rules for an {@link Accepted}. */
final class AcceptedPath {

    private static final String SUFFIX = ".properties";

    /** As the processor wants it: no path that is absolute anywhere, none that goes up, and the ending. */
    private static final Pattern FORM = Pattern.compile("(?!/)(?!(.*/)?\\.\\.(/|$))[^\\\\:\\p{Cntrl}]+\\" + SUFFIX);

    private AcceptedPath() {}

    /**
     * Checks that a file can be named so on every machine, and what is told of re-tests.
     *
     * @param test what errors call the test
     * @throws TuningConfigurationException if the path is absolute, leads out of the module or is none of a {@code .properties} file, or a number is below 0
     */
    static void require(Accepted accepted, String test) {
        String path = accepted.value();
        if (!isWithin(path)) {
            throw new TuningConfigurationException("@Accepted value (\"" + path + "\") must be the path of a " + SUFFIX
                    + " file from the folder of the module on, and within it; write for instance"
                    + " \"src/main/resources/hpo/digits.properties\" at " + test + ".");
        }
        require("minimumLoss", accepted.minimumLoss(), test);
        require("tolerance", accepted.tolerance(), test);
    }

    private static void require(String attribute, double value, String test) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new TuningConfigurationException("@Accepted " + attribute + " (" + value
                    + ") must be a finite number of at least 0; change it at " + test + ".");
        }
    }

    /** An absolute path is one of a single machine. Outside the module no build tool looks for resources, and another one may write there. */
    private static boolean isWithin(String path) {
        return FORM.matcher(path).matches();
    }
}
