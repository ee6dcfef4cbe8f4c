// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The command line of {@link TuningLauncher}, which finds it as a service. */
@API(status = Status.INTERNAL, since = "0.1")
public interface LaunchCommand {

    /** Does what the arguments say, and returns the exit code. */
    int run(String... arguments);
}
