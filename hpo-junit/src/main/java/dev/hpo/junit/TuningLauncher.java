// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs tuning tests from a plain class path, without a build tool:
 *
 * <pre>{@code
 * java -cp "app.jar:lib/*" dev.hpo.junit.TuningLauncher com.acme.DigitsTuning#tune --trials 200
 * }</pre>
 *
 * <p>Besides hpo-junit the class path needs {@code junit-jupiter-engine} and {@code junit-platform-launcher}. The process ends with
 * 0 if all went well, with 1 if a test failed, and with 2 if the command line is not right or finds no test.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TuningLauncher {

    private TuningLauncher() {}

    /** Runs the tests that the arguments name, and ends the process. */
    public static void main(String[] arguments) {
        System.exit(Workings.find(LaunchCommand.class).run(arguments));
    }
}
