// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.setting.Setting;
import dev.hpo.report.SummaryHints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A test of which a trial is to be run again.
 *
 * @param className the binary name of its class
 * @param methodName the name of its method
 * @param directory the folder that its files were sent to; empty for the usual one
 * @param run the number of its run, if that may not be the last one
 */
record ReplayedTest(String className, String methodName, Optional<Path> directory, OptionalInt run) {

    /** Returns the options for a JVM. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of(Setting.REPLAY.option() + "=" + SummaryHints.TRIAL));
        run.ifPresent(number -> options.add(Setting.RESUME.option() + "=" + number));
        directory.ifPresent(folder -> options.add(Setting.DIRECTORY.option() + "=" + folder));
        return options;
    }

    /** Returns the class and the method with something between them. */
    String joined(String separator) {
        return className + separator + methodName;
    }
}
