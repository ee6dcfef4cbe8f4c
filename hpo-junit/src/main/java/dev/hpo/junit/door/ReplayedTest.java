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
 * A test that is to be run once more, such as one of its trials.
 *
 * @param className the binary name of its class
 * @param methodName the name of its method
 * @param directory the folder that its files were sent to; empty for the usual one
 * @param run the number of its run, if that may not be the last one
 * @param asked what is asked of it, as options for a JVM
 */
record ReplayedTest(
        String className, String methodName, Optional<Path> directory, OptionalInt run, List<String> asked) {

    /** The option that runs one trial again. */
    static final String REPLAY = Setting.REPLAY.option() + "=" + SummaryHints.TRIAL;

    ReplayedTest {
        asked = List.copyOf(asked);
    }

    /** Creates a test of which a trial is to be run again. */
    ReplayedTest(String className, String methodName, Optional<Path> directory, OptionalInt run) {
        this(className, methodName, directory, run, List.of(REPLAY));
    }

    /** Returns this test as a whole, with other options. */
    ReplayedTest with(List<String> options) {
        return new ReplayedTest(className, methodName, directory, OptionalInt.empty(), options);
    }

    /** Returns the options for a JVM. */
    List<String> options() {
        List<String> options = new ArrayList<>(asked);
        run.ifPresent(number -> options.add(Setting.RESUME.option() + "=" + number));
        directory.ifPresent(folder -> options.add(Setting.DIRECTORY.option() + "=" + folder));
        return options;
    }

    /** Returns the class and the method with something between them. */
    String joined(String separator) {
        return className + separator + methodName;
    }
}
