// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.setting.Setting;
import dev.hpo.report.SummaryHints;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A test of which a trial is to be run again.
 *
 * @param className the binary name of its class
 * @param methodName the name of its method
 * @param directory the folder that its files were sent to; empty for the usual one
 */
record ReplayedTest(String className, String methodName, Optional<Path> directory) {

    /** Returns the options for a JVM. */
    List<String> options() {
        return Stream.concat(
                        Stream.of(Setting.REPLAY.option() + "=" + SummaryHints.TRIAL),
                        directory.map(folder -> Setting.DIRECTORY.option() + "=" + folder).stream())
                .toList();
    }

    /** Returns the class and the method with something between them. */
    String joined(String separator) {
        return className + separator + methodName;
    }
}
