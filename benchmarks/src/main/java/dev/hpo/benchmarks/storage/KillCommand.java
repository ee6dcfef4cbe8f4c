// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import dev.hpo.benchmarks.problem.ProblemException;
import dev.hpo.numeric.SplitMix;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills processes that run a study, and says what was lost: nothing, if the exit status is 0. */
@Command(
        name = "kill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Kills processes (kill -9) that run a study, at random moments, starts others in their place, and looks at what is left.",
            "The last line says it, and the exit status is 1 if anything is wrong: a trial that was told and is not there (lost),"
                    + " one that was run or told twice (doubled), a number that is not that of its place (gaps), a line that is"
                    + " damaged or a trial that stays unfinished (corrupt)."
        })
@API(status = Status.INTERNAL, since = "0.1")
public final class KillCommand implements Callable<Integer> {

    /** How many kills there are on one file: later ones would take longer, as each new process reads it. */
    private static final int A_FILE = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--storage",
            paramLabel = "NAME",
            description = "What keeps the study; ${DEFAULT-VALUE}, the only one, by default.")
    private String storage = "journal";

    @Option(
            names = "--processes",
            paramLabel = "N",
            description = "How many processes share the study; ${DEFAULT-VALUE} by default.")
    private int processes = 1;

    @Option(names = "--kills", paramLabel = "N", description = "How many are killed; ${DEFAULT-VALUE} by default.")
    private int kills = 100;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides who is killed and when; ${DEFAULT-VALUE} by default.")
    private long seed = 1;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the files are kept; a folder that is removed afterwards by default.")
    private @Nullable Path given;

    /** Creates the command. */
    public KillCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!storage.equals("journal")) {
            throw new ProblemException("--storage (" + storage + ") must be journal");
        }
        if (processes < 1 || kills < 1) {
            throw new ProblemException(
                    "--processes (" + processes + ") and --kills (" + kills + ") must be at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Folder folder = Folder.of(Optional.ofNullable(given))) {
            Tally total = Tally.NOTHING;
            for (int file = 0; total.kills() < kills; file++) {
                RandomGenerator random = SplitMix.of(seed, file);
                Path place = Files.createDirectories(folder.path().resolve("file-" + file));
                total = total.plus(
                        new KillRound(place, processes, random).run(Math.min(A_FILE, kills - total.kills())));
            }
            out.println(total.trials() + " trials, " + total.told() + " told before their process was killed, "
                    + total.again() + " further attempts");
            out.println(total.line());
            out.flush();
            return total.isSound() ? 0 : 1;
        }
    }
}
