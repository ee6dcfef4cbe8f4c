// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.confirm;

import dev.hpo.benchmarks.confirm.SimulatedStudy.Covered;
import dev.hpo.benchmarks.confirm.SimulatedStudy.Outcome;
import dev.hpo.benchmarks.figures.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what a confirmation is worth, and whether its intervals are right. */
@Command(
        name = "confirm",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Simulates noisy studies with and without a confirmation, at equal numbers of trials in all: the true regret of"
                        + " the choice, in standard deviations of the noise, and how often 95 %% intervals of the winner's value and gain cover the truth.")
@API(status = Status.INTERNAL, since = "0.1")
public final class ConfirmCommand implements Callable<Integer> {

    private static final long FIRST_SEED = 100_000;

    /** Below this, too little of a study is left for its search. */
    private static final int FEWEST = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--trials",
            split = ",",
            paramLabel = "N",
            description = "How many trials there are in all; ${DEFAULT-VALUE} by default.")
    private List<Integer> trials = List.of(50, 100, 200);

    @Option(
            names = "--d",
            split = ",",
            paramLabel = "N",
            description = "How many parameters; ${DEFAULT-VALUE} by default.")
    private List<Integer> dimensions = List.of(2, 5, 10);

    @Option(
            names = "--studies",
            paramLabel = "N",
            description =
                    "How many studies of each kind, with seeds from " + FIRST_SEED + "; ${DEFAULT-VALUE} by default.")
    private int studies = 500;

    /** Creates the command. */
    public ConfirmCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        check();
        MarkdownTable table = new MarkdownTable(List.of(
                "parameters",
                "trials",
                "regret without",
                "with",
                "difference",
                "value covered",
                "half-width",
                "gain covered",
                "half-width"));
        for (int dimension : dimensions) {
            NoisySphere function = new NoisySphere(dimension);
            for (int all : trials) {
                table.add(row(function, dimension, all));
            }
        }
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<String> row(NoisySphere function, int dimension, int all) throws InterruptedException {
        SummaryStatistics without = new SummaryStatistics();
        SummaryStatistics with = new SummaryStatistics();
        SummaryStatistics difference = new SummaryStatistics();
        List<Outcome> outcomes = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + studies; seed++) {
            SimulatedStudy study = new SimulatedStudy(function, all, seed);
            double regretWithout = study.regretWithout();
            Outcome outcome = study.confirmed();
            without.addValue(regretWithout);
            with.addValue(outcome.regret());
            difference.addValue(outcome.regret() - regretWithout);
            outcomes.add(outcome);
        }
        double error = Math.sqrt(difference.getVariance() / studies);
        return List.of(
                String.valueOf(dimension),
                String.valueOf(all),
                number("%.2f", without.getMean()),
                number("%.2f", with.getMean()),
                number("%+.2f", difference.getMean()) + number(" ± %.2f", error),
                number("%.3f", share(outcomes, Outcome::value)),
                number("%.2f", width(outcomes, Outcome::value)),
                number("%.3f", share(outcomes, Outcome::gain)),
                number("%.2f", width(outcomes, Outcome::gain)));
    }

    private static double share(List<Outcome> outcomes, Function<Outcome, Covered> what) {
        return outcomes.stream().map(what).filter(Covered::isTrue).count() / (double) outcomes.size();
    }

    private static double width(List<Outcome> outcomes, Function<Outcome, Covered> what) {
        return outcomes.stream()
                .map(what)
                .mapToDouble(Covered::halfWidth)
                .average()
                .orElse(Double.NaN);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private void check() {
        if (studies < 2 || dimensions.stream().anyMatch(dimension -> dimension < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--studies (" + studies + ") must be at least 2, and --d (" + dimensions + ") at least 1");
        }
        if (trials.stream().anyMatch(all -> all < FEWEST)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--trials (" + trials + ") must be at least " + FEWEST + ", as a confirmation takes some of them");
        }
    }
}
