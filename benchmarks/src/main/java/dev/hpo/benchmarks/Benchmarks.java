// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks;

import dev.hpo.benchmarks.confirm.ConfirmCommand;
import dev.hpo.benchmarks.failing.FailingCommand;
import dev.hpo.benchmarks.importance.ImportanceCommand;
import dev.hpo.benchmarks.overhead.OverheadCommand;
import dev.hpo.benchmarks.overhead.VerdictsCommand;
import dev.hpo.benchmarks.population.PopulationCommand;
import dev.hpo.benchmarks.problem.ProblemException;
import dev.hpo.benchmarks.pruning.NastyCommand;
import dev.hpo.benchmarks.pruning.PruningCommand;
import dev.hpo.benchmarks.quality.QualityCommand;
import dev.hpo.benchmarks.report.ReportCommand;
import dev.hpo.benchmarks.retest.RetestCommand;
import dev.hpo.benchmarks.storage.KillCommand;
import dev.hpo.benchmarks.storage.StorageCommand;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Measures how good the samplers are, and what they cost. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        version = "hpo 0.1",
        description = "Measures how good the samplers are, and what they cost.",
        subcommands = {
            QualityCommand.class,
            PruningCommand.class,
            NastyCommand.class,
            FailingCommand.class,
            ImportanceCommand.class,
            ConfirmCommand.class,
            PopulationCommand.class,
            ReportCommand.class,
            RetestCommand.class,
            OverheadCommand.class,
            VerdictsCommand.class,
            KillCommand.class,
            StorageCommand.class
        })
@API(status = Status.INTERNAL, since = "0.1")
public final class Benchmarks {

    private Benchmarks() {}

    /** Runs the command that the arguments name, and ends the process. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** Returns the command line, which runs what its arguments name. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Benchmarks());
        IExecutionExceptionHandler usual = commandLine.getExecutionExceptionHandler();
        return commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof ProblemException) {
                command.getErr().println(exception.getMessage());
                return command.getCommandSpec().exitCodeOnInvalidInput();
            }
            return usual.handleExecutionException(exception, command, parsed);
        });
    }
}
