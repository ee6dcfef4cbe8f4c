// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.setting.Setting;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a stored trial again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        version = "hpo 0.1",
        sortOptions = false,
        description = "Runs a stored trial again, with its configuration and its seed; nothing is stored.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the trial passed",
            "1:it failed",
            "2:the command line is not right, or there is no such trial"
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TEST", description = "A method of a class: com.acme.Tuning#tune.")
    private String test = "";

    @Option(names = "--run", paramLabel = "N", description = "Which run, from 1; the last search by default.")
    private @Nullable Integer run;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Mixin
    private final GivenOptions given = new GivenOptions();

    @Override
    public Integer call() {
        Map<String, String> parameters = given.parameters();
        String of = run == null ? "" : run + "/";
        parameters.put(Setting.REPLAY.key(), of + (which.confirm == null ? which.trial : "confirm:" + which.confirm));
        return LauncherCommand.run(List.of(test), parameters, true);
    }

    /** One of these. */
    private static final class Which {

        @Option(names = "--trial", required = true, paramLabel = "N", description = "Which trial of it, from 0.")
        private int trial;

        @Option(
                names = "--confirm",
                required = true,
                paramLabel = "N",
                description = "Which of the runs that confirm what it has found, from 0.")
        private @Nullable Integer confirm;
    }
}
