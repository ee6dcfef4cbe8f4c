// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.population;

import dev.hpo.benchmarks.figures.MarkdownTable;
import dev.hpo.benchmarks.figures.Statistics;
import dev.hpo.benchmarks.population.Contestant.Shipped;
import dev.hpo.population.Explorer;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationPlan.PandaRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints how good populations are where the best schedule is known. */
@Command(
        name = "population",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Raises populations and pandas on a noisy quadratic whose best schedule of the learning rate is known, and tunes schedules of"
                        + " usual forms beside them: the loss of the state that is shipped, in multiples of that schedule's expected loss.")
@API(status = Status.INTERNAL, since = "0.1")
public final class PopulationCommand implements Callable<Integer> {

    private static final long FIRST_SEED = 100_000;
    private static final int USUAL = 8;
    private static final int LARGE = 16;
    private static final Explorer WIDE = new Explorer.Perturb(.5, 2);
    private static final Explorer NARROW = new Explorer.Perturb(.8, 1.2);

    /** The share of decisions, in percent, of which the longest is told beside that of all. */
    private static final double MOST = 99;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "S2",
            description = "The variance of the noise of gradients, over the curvature; ${DEFAULT-VALUE} by default.")
    private List<Double> noises = List.of(.1, 1.0);

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, from " + FIRST_SEED + "; ${DEFAULT-VALUE} by default.")
    private int seeds = 40;

    @Option(
            names = "--error",
            paramLabel = "SHARE",
            description =
                    "The standard deviation of the error of what members see, in parts of their loss; ${DEFAULT-VALUE} by default.")
    private double error;

    @Option(
            names = "--margin",
            paramLabel = "TIMES",
            description = "How many times the noise a panda's nudge must gain to be kept; ${DEFAULT-VALUE} by default.")
    private double margin = PandaRules.USUAL.margin();

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Only contestants with this in their names; all by default.")
    private String only = "";

    /** Creates the command. */
    public PopulationCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        if (seeds < 1
                || !(error >= 0 && error < 1)
                || !(margin >= 0 && margin < Double.POSITIVE_INFINITY)
                || noises.stream().anyMatch(noise -> !(noise > 0 && noise <= 100))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--seeds (" + seeds + ") must be at least 1, --error (" + error + ") from 0 to below 1, --margin ("
                            + margin + ") at least 0, and --noise (" + noises + ") above 0 and at most 100");
        }
        for (double noise : noises) {
            NoisyQuadratic training = new NoisyQuadratic(noise);
            double best = training.expected(training.best());
            spec.commandLine().getOut().printf(Locale.ROOT, "s2 = %s: the best schedule ends at %.6f%n%n", noise, best);
            List<List<String>> nudges = new ArrayList<>();
            spec.commandLine().getOut().println(table(training, best, nudges));
            if (!nudges.isEmpty()) {
                MarkdownTable table =
                        MarkdownTable.of("", "nudges", "harmful", "of these kept", "kept", "of these harmful");
                nudges.forEach(table::add);
                spec.commandLine().getOut().println(table);
            }
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    /** Returns the table of all contestants, and adds what is told of those that nudge. */
    private MarkdownTable table(NoisyQuadratic training, double best, List<List<String>> nudges)
            throws InterruptedException {
        MarkdownTable table = MarkdownTable.of(
                "", "trainings", "of the best", "quartiles", "ahead of the constant", "ms", "ms, 99 %", "ms, longest");
        double rate = training.bestConstant();
        double[] constant = new double[seeds];
        Arrays.setAll(constant, seed -> training.trained(step -> rate, FIRST_SEED + seed));
        table.add(row("best constant rate, known", constant, constant, new Shipped(best, 1, List.of())));
        for (Contestant contestant : contestants()) {
            if (contestant.name().contains(only)) {
                double[] losses = new double[seeds];
                Shipped all = all(contestant, training, best, losses);
                table.add(row(contestant.name(), losses, constant, all));
                if (all.nudges().all() > 0) {
                    nudges.add(all.nudges().row(contestant.name()));
                }
            }
        }
        return table;
    }

    /**
     * Runs all seeds.
     *
     * @param losses where the losses of what was shipped go
     * @return the best schedule's loss beside the rest of what came of all
     */
    private Shipped all(Contestant contestant, NoisyQuadratic training, double best, double[] losses)
            throws InterruptedException {
        double trainings = 0;
        List<Double> decisions = new ArrayList<>();
        Nudges nudges = Nudges.NONE;
        for (int seed = 0; seed < seeds; seed++) {
            Shipped shipped = contestant.run(training, FIRST_SEED + seed);
            losses[seed] = shipped.loss();
            trainings = Math.max(trainings, shipped.trainings());
            decisions.addAll(shipped.decisions());
            nudges = nudges.plus(shipped.nudges());
        }
        return new Shipped(best, trainings, decisions, nudges);
    }

    private List<String> row(String name, double[] losses, double[] constant, Shipped facts) {
        double[] sorted = DoubleStream.of(losses)
                .map(loss -> loss / facts.loss())
                .sorted()
                .toArray();
        long ahead = 0;
        for (int seed = 0; seed < seeds; seed++) {
            ahead += losses[seed] < constant[seed] ? 1 : 0;
        }
        double[] times = facts.decisions().stream().mapToDouble(time -> time).toArray();
        return List.of(
                name,
                number("%.2f", facts.trainings()),
                number("%.2f", Statistics.median(sorted)),
                number("%.2f", sorted[sorted.length / 4]) + number(" to %.2f", sorted[(3 * sorted.length - 1) / 4]),
                ahead + " of " + seeds,
                times.length == 0 ? "" : number("%.2f", Statistics.median(times)),
                times.length == 0 ? "" : number("%.1f", StatUtils.percentile(times, MOST)),
                times.length == 0
                        ? ""
                        : number("%.1f", DoubleStream.of(times).max().orElse(0)));
    }

    private List<Contestant> contestants() {
        List<Contestant> all = new ArrayList<>();
        for (int members : List.of(USUAL / 2, USUAL, LARGE)) {
            PopulationPlan plan = plan(members);
            all.add(raised("population of " + members + ", default", plan));
            all.add(raised("population of " + members + ", factors .5, 2", plan.withExplorer(WIDE)));
            all.add(raised("population of " + members + ", factors .8, 1.2", plan.withExplorer(NARROW)));
            all.add(raised("population of " + members + ", model (PB2)", plan.withExplorer(new Explorer.Model())));
        }
        PandaRules usual = PandaRules.USUAL;
        all.add(raised(
                (margin == usual.margin() ? "panda, default" : "panda, margin " + margin),
                plan(1).withPanda(new PandaRules(
                        usual.children(), usual.patience(), usual.factor(), margin, usual.nudge()))));
        for (TunedSchedule.Form form : TunedSchedule.Form.values()) {
            all.add(new TunedSchedule(form, USUAL));
        }
        return all;
    }

    private Contestant raised(String name, PopulationPlan plan) {
        return new RaisedPopulation(name, plan, error);
    }

    private static PopulationPlan plan(int members) {
        return PopulationPlan.of(
                members, NoisyQuadratic.SEGMENTS, NoisyQuadratic.SEGMENT, Set.of(RaisedPopulation.ADJUSTABLE));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
