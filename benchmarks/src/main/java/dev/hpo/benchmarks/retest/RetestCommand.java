// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.retest;

import dev.hpo.accept.Evidence;
import dev.hpo.benchmarks.figures.MarkdownTable;
import dev.hpo.benchmarks.retest.SimulatedRetests.Drifting;
import dev.hpo.retest.RetestPlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints how often re-tests are wrong, and what they find. */
@Command(
        name = "retest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Simulates re-tests of configurations that are as good as when they were accepted, or worse by some standard deviations of a run: how often"
                        + " they say so. Each has a baseline of its own.")
@API(status = Status.INTERNAL, since = "0.1")
public final class RetestCommand implements Callable<Integer> {

    private static final long SEED = 200_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--baselines",
            split = ",",
            paramLabel = "N",
            description = "How many values configurations were accepted with; ${DEFAULT-VALUE} by default.")
    private List<Integer> baselines = List.of(5, 8, 10, 15, 20);

    @Option(
            names = "--retests",
            paramLabel = "N",
            description = "How many re-tests of each kind, with seed " + SEED
                    + " and the baseline; ${DEFAULT-VALUE} by default.")
    private int retests = 100_000;

    @Option(
            names = "--levels",
            description =
                    "Prints instead which level each look has to have, so that a batch is wrong in 4 %% of the cases.")
    private boolean isForLevels;

    /** Creates the command. */
    public RetestCommand() {}

    @Override
    public Integer call() {
        if (retests < 100 || baselines.stream().anyMatch(size -> size < Evidence.FEWEST)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--retests (" + retests + ") must be at least 100, and --baselines (" + baselines + ") at least "
                            + Evidence.FEWEST);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (isForLevels) {
            out.print(levels());
        } else {
            out.print(rates());
            out.println();
            out.print(failures());
            out.println();
            out.print(drifts());
        }
        out.flush();
        return 0;
    }

    private MarkdownTable levels() {
        MarkdownTable table = MarkdownTable.of("baseline", "level");
        for (int size : baselines) {
            double level = simulated(size, Noise.NORMAL, 0).level(RetestPlan.ERROR, retests);
            table.add(List.of(String.valueOf(size), number("%.5f", level)));
        }
        return table;
    }

    private MarkdownTable rates() {
        MarkdownTable table = MarkdownTable.of(
                "baseline",
                "noise",
                "wrong a batch",
                "wrong a re-test",
                "wrong in 100",
                "loss of 1 found",
                "of 1.5",
                "of 2",
                "of 3",
                "runs");
        for (int size : baselines) {
            for (Noise noise : Noise.values()) {
                table.add(rates(simulated(size, noise, 0)));
            }
        }
        return table;
    }

    private List<String> rates(SimulatedRetests simulated) {
        SimulatedRetests.Found unchanged = simulated.found(0, 0, retests);
        return List.of(
                String.valueOf(simulated.size()),
                simulated.noise().toString(),
                number("%.4f", unchanged.batch()),
                number("%.4f", unchanged.confirmed()),
                number("%.2f", simulated.wrongInHundred(retests / 50)),
                number("%.3f", simulated.found(1, 0, retests).confirmed()),
                number("%.3f", simulated.found(1.5, 0, retests).confirmed()),
                number("%.3f", simulated.found(2, 0, retests).confirmed()),
                number("%.3f", simulated.found(3, 0, retests).confirmed()),
                number("%.1f", unchanged.runs()));
    }

    private MarkdownTable failures() {
        MarkdownTable table =
                MarkdownTable.of("baseline", "failed then", "fail now", "told a batch", "told a re-test", "runs");
        for (int size : baselines) {
            for (double failing : List.of(.1, .3)) {
                table.add(failures(simulated(size, Noise.NORMAL, failing), failing));
            }
            for (double failing : List.of(.1, .3, .5, .7, .9, 1.0)) {
                table.add(failures(simulated(size, Noise.NORMAL, 0), failing));
            }
        }
        return table;
    }

    private List<String> failures(SimulatedRetests simulated, double failing) {
        SimulatedRetests.Found found = simulated.found(0, failing, retests);
        return List.of(
                String.valueOf(simulated.size()),
                number("%.0f %%", 100 * simulated.failed()),
                number("%.0f %%", 100 * failing),
                number("%.4f", found.batch()),
                number("%.4f", found.confirmed()),
                number("%.1f", found.runs()));
    }

    private MarkdownTable drifts() {
        MarkdownTable table = MarkdownTable.of("baseline", "worse a re-test", "told in 100", "told after");
        for (int size : baselines) {
            for (double loss : List.of(0.0, .01, .02, .05, .1)) {
                Drifting drifting = simulated(size, Noise.NORMAL, 0).drifting(loss, retests / 50);
                table.add(List.of(
                        String.valueOf(size),
                        number("%.2f", loss),
                        number("%.3f", drifting.share()),
                        Double.isFinite(drifting.retests()) ? number("%.0f", drifting.retests()) : "-"));
            }
        }
        return table;
    }

    private static SimulatedRetests simulated(int size, Noise noise, double failed) {
        return new SimulatedRetests(size, noise, failed, SEED + size);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
