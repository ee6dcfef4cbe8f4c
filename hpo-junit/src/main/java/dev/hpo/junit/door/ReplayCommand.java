// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.kept.FolderText;
import dev.hpo.junit.setting.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--trial", required = true, paramLabel = "N", description = "Which trial of it, from 0.")
    private int trial;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            converter = FolderText.class,
            description = "The folder of the studies; .hpo in the module of the class by default.")
    private @Nullable String directory;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            description = "Any other configuration parameter of hpo or JUnit.")
    private Map<String, String> others = new LinkedHashMap<>();

    @Override
    public Integer call() {
        Map<String, String> parameters = new LinkedHashMap<>(others);
        parameters.put(Setting.REPLAY.key(), run == null ? String.valueOf(trial) : run + "/" + trial);
        if (directory != null) {
            parameters.put(Setting.DIRECTORY.key(), directory);
        }
        return LauncherCommand.run(List.of(test), parameters, true);
    }
}
