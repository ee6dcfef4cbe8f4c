// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.LaunchCommand;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Setting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line that runs tuning tests, each method as one study. Without JUnit's launcher it says so. */
@Command(
        name = "TuningLauncher",
        mixinStandardHelpOptions = true,
        version = "hpo 0.1",
        sortOptions = false,
        description = "Runs tuning tests, each method as one study.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all tests passed", "1:a test failed", "2:the command line is not right, or finds no test"})
@API(status = Status.INTERNAL, since = "0.1")
public final class LauncherCommand implements LaunchCommand, Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "TEST", description = "A class, or a method of one: com.acme.Tuning#tune.")
    private List<String> tests = List.of();

    @Option(names = "--trials", paramLabel = "N", description = "How many trials to run.")
    private @Nullable Integer trials;

    @Option(names = "--timeout", paramLabel = "TIME", description = "How long new trials may start, such as 10m.")
    private @Nullable String timeout;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "After how many trials without a better value to stop.")
    private @Nullable Integer patience;

    @Option(names = "--seed", paramLabel = "SEED", description = "The seed of all randomness.")
    private @Nullable Long seed;

    @Option(names = "--sampler", paramLabel = "NAME", description = "The sampler: a name such as grid, or a class.")
    private @Nullable String sampler;

    @Option(names = "--pruner", paramLabel = "NAME", description = "The pruner: a name such as none, or a class.")
    private @Nullable String pruner;

    @Option(names = "--replay", paramLabel = "N", description = "Run only this stored trial again.")
    private @Nullable Integer replay;

    @Option(names = "--directory", paramLabel = "DIR", description = "The folder for the files of studies.")
    private @Nullable String directory;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            description = "Any other configuration parameter of hpo or JUnit.")
    private Map<String, String> others = new LinkedHashMap<>();

    /** Creates a command, whose options are read when it is run. */
    public LauncherCommand() {}

    @Override
    public int run(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine commandLine = new CommandLine(this)
                .setOut(new PrintWriter(text, true))
                .setErr(new PrintWriter(text, true))
                .setExecutionExceptionHandler((error, command, parsed) -> failed(error, command));
        int code = commandLine.execute(arguments);
        if (!text.toString().isEmpty()) {
            Console.print(text.toString());
        }
        return code;
    }

    private static int failed(Exception error, CommandLine command) throws Exception {
        if (error instanceof TuningConfigurationException) {
            command.getErr().println(error.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        throw error;
    }

    @Override
    public Integer call() {
        try {
            return new LaunchedTests(tests, parameters()).run() ? 0 : 1;
        } catch (NoClassDefFoundError e) {
            if (String.valueOf(e.getMessage()).startsWith("org/junit/platform/")) {
                throw new TuningConfigurationException(
                        "class path (without " + e.getMessage()
                                + ") must have JUnit's launcher and engine; add junit-platform-launcher and junit-jupiter-engine.",
                        e);
            }
            throw e;
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(others);
        put(parameters, Setting.TRIALS, trials);
        put(parameters, Setting.TIMEOUT, timeout);
        put(parameters, Setting.PATIENCE, patience);
        put(parameters, Setting.SEED, seed);
        put(parameters, Setting.SAMPLER, sampler);
        put(parameters, Setting.PRUNER, pruner);
        put(parameters, Setting.REPLAY, replay);
        put(parameters, Setting.DIRECTORY, directory);
        return parameters;
    }

    private static void put(Map<String, String> parameters, Setting setting, @Nullable Object value) {
        if (value != null) {
            parameters.put(setting.key(), value.toString());
        }
    }
}
