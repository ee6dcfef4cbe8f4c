// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.LaunchCommand;
import dev.hpo.junit.kept.CommandException;
import dev.hpo.junit.kept.KeptCommand;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Setting;
import dev.hpo.space.NearestName;
import dev.hpo.storage.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line that runs tuning tests, each method as one study. Its commands about what is kept work without JUnit, too. */
@Command(
        name = "TuningLauncher",
        mixinStandardHelpOptions = true,
        version = "hpo 0.1",
        sortOptions = false,
        synopsisSubcommandLabel = "[COMMAND]",
        description =
                "Runs tuning tests, each method as one study; or does what a command says with studies that are kept."
                        + " What a test declares goes before the defaults of the options, and a given option before both.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all tests passed, or the command is done",
            "1:a test failed, or a file cannot be read or written, or is damaged",
            "2:the command line is not right, or finds no test or no study"
        })
@API(status = Status.INTERNAL, since = "0.1")
public final class LauncherCommand implements LaunchCommand, Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "TEST", description = "A class, or a method of one: com.acme.Tuning#tune.")
    private List<String> tests = List.of();

    @Option(names = "--trials", paramLabel = "N", description = "How many trials to run, from 1; 50 by default.")
    private @Nullable Integer trials;

    @Option(
            names = "--trainings",
            paramLabel = "N",
            description = "How many full trainings' worth of steps to run in place of trials, from 1.")
    private @Nullable Integer trainings;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "The last step of a full training, from 1; that of the longest trial by default.")
    private @Nullable Long steps;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long new trials may start, such as 90s, 10m or 2h; without end by default.")
    private @Nullable String timeout;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description =
                    "After how many trials without a better value to stop, 0, never, by default; of a panda, after how many"
                            + " steps back in a row to give a child up, 3 by default.")
    private @Nullable Integer patience;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description =
                    "The seed of all randomness, any number of 64 bits; one made of the study and its run by default.")
    private @Nullable Long seed;

    @Option(
            names = "--confirm",
            negatable = true,
            description = "Run the best configurations again after the search, or do not; as the test says by default.")
    private @Nullable Boolean confirm;

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            description = "The sampler: a name such as grid, or a class; auto by default.")
    private @Nullable String sampler;

    @Option(
            names = "--pruner",
            paramLabel = "NAME",
            description = "The pruner: a name such as none, or a class; auto by default.")
    private @Nullable String pruner;

    @Option(
            names = "--replay",
            paramLabel = "[RUN/]N",
            description =
                    "Run only this stored trial again, of the last run or of another one; confirm:N for one that confirms it.")
    private @Nullable String replay;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Which run to go on with: always, never or its number.")
    private @Nullable String resume;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "What to do: search, the default; retest what was accepted; or auto, which does both.")
    private @Nullable String mode;

    @Option(names = "--accept", description = "Accept what is found, into the file that @Accepted names.")
    private boolean isAccepting;

    @ArgGroup(exclusive = false, order = 3, heading = "%nOf populations, @PopulationTest:%n")
    private PopulationOptions population = new PopulationOptions();

    @Mixin
    private final GivenOptions given = new GivenOptions();

    /** Creates a command, whose options are read when it is run. */
    public LauncherCommand() {}

    @Override
    public int run(String... arguments) {
        StringWriter text = new StringWriter();
        StringWriter complaints = new StringWriter();
        CommandLine commandLine = new CommandLine(this);
        commandLine.addSubcommand(new ReplayCommand());
        KeptCommand.all().forEach(commandLine::addSubcommand);
        int code = commandLine
                .setOut(new PrintWriter(text, true))
                .setErr(new PrintWriter(complaints, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(LauncherCommand::execute)
                .setExecutionExceptionHandler((error, command, parsed) -> failed(error, command))
                .execute(arguments);
        if (!text.toString().isEmpty()) {
            Console.print(text.toString());
        }
        if (!complaints.toString().isEmpty()) {
            Console.complain(complaints.toString());
        }
        return code;
    }

    /** What stands before a command would be forgotten. */
    private static int execute(ParseResult parsed) {
        if (parsed.hasSubcommand() && !parsed.matchedArgs().isEmpty()) {
            String command = parsed.subcommand().commandSpec().name();
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "command (" + command + ") must come first; write its options behind it, and tests without it");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int failed(Exception error, CommandLine command) throws Exception {
        if (error instanceof CommandException) {
            command.getErr().println(error.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (error instanceof StorageException || error instanceof UncheckedIOException) {
            command.getErr().println(error.getMessage() + ".");
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw error;
    }

    @Override
    public Integer call() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        if (tests.isEmpty()) {
            throw new ParameterException(commandLine, "Missing required parameter: 'TEST', or a command");
        }
        requireNoCommand(tests.get(0), commandLine);
        return run(tests, parameters(), false);
    }

    /** A class may have the name of a command, or nearly; only then a misspelt command is not found out. */
    private static void requireNoCommand(String test, CommandLine commandLine) {
        boolean isClass = LauncherCommand.class.getClassLoader().getResource(test + ".class") != null;
        if (test.matches("[a-zA-Z]+") && !isClass) {
            NearestName.of(test, commandLine.getSubcommands().keySet()).ifPresent(near -> {
                throw new CommandException("COMMAND (" + test + ") must be one of "
                        + String.join(", ", commandLine.getSubcommands().keySet()) + "; did you mean " + near + "?");
            });
        }
    }

    /**
     * Runs tests, and returns the exit code.
     *
     * @param isAsked whether what a test finds wrong with its settings is wrong with the command line
     */
    static int run(List<String> tests, Map<String, String> parameters, boolean isAsked) {
        try {
            // Only here, where it is told what is missing, is the class that needs JUnit looked at.
            LaunchedTests launched = new LaunchedTests(tests, parameters);
            boolean isDone = isAsked ? launched.runAsAsked() : launched.run();
            return isDone ? 0 : 1;
        } catch (NoClassDefFoundError e) {
            if (String.valueOf(e.getMessage()).startsWith("org/junit/")) {
                throw new CommandException(
                        "class path (without " + e.getMessage()
                                + ") must have JUnit's launcher and engine; add junit-platform-launcher and junit-jupiter-engine.",
                        e);
            }
            throw e;
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = given.parameters();
        put(parameters, Setting.TRIALS, trials);
        put(parameters, Setting.TRAININGS, trainings);
        put(parameters, Setting.STEPS, steps);
        put(parameters, Setting.TIMEOUT, timeout);
        put(parameters, Setting.PATIENCE, patience);
        put(parameters, Setting.SEED, seed);
        put(parameters, Setting.CONFIRM, confirm);
        put(parameters, Setting.SAMPLER, sampler);
        put(parameters, Setting.PRUNER, pruner);
        put(parameters, Setting.REPLAY, replay);
        put(parameters, Setting.RESUME, resume);
        put(parameters, Setting.MODE, mode);
        put(parameters, Setting.ACCEPT, isAccepting ? true : null);
        parameters.putAll(population.parameters());
        return parameters;
    }

    static void put(Map<String, String> parameters, Setting setting, @Nullable Object value) {
        if (value != null) {
            parameters.put(setting.key(), value.toString());
        }
    }
}
