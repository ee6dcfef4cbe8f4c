// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs tuning tests from a plain class path, without a build tool, and looks after the studies that are kept in files:
 *
 * <pre>{@code
 * java -cp "app.jar:lib/*" dev.hpo.junit.TuningLauncher com.acme.DigitsTuning#tune --trials 200
 * java -cp "lib/*" dev.hpo.junit.TuningLauncher best DigitsTuning.tune
 * }</pre>
 *
 * <p>To run tests, the class path needs {@code junit-jupiter-engine} and {@code junit-platform-launcher} besides hpo-junit; the other
 * commands need neither. The process ends with 0 if all went well, with 1 if a test failed or a file cannot be read or written, and
 * with 2 if the command line is not right or names what is not there.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TuningLauncher {

    private TuningLauncher() {}

    /** Does what the arguments say, and ends the process. */
    public static void main(String[] arguments) {
        System.exit(Workings.find(LaunchCommand.class).run(arguments));
    }
}
