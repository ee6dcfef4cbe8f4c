// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import dev.hpo.benchmarks.figures.MarkdownTable;
import dev.hpo.pruner.Pruners;
import dev.hpo.sampler.Samplers;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what pruners come to where trainings are not as they would have them. */
@Command(
        name = "nasty",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs pruners on trainings of different lengths, with noisy ends and the like, and compares the"
                + " final regret and the steps that were run.")
@API(status = Status.INTERNAL, since = "0.1")
public final class NastyCommand implements Callable<Integer> {

    private static final long FIRST_SEED = 100_000;

    /** Below this, a regret is as good as none. */
    private static final double SMALLEST = 1e-3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--pruners", split = ",", paramLabel = "NAME", description = "The pruners; all by default.")
    private List<String> pruners = Pruners.names();

    @Option(names = "--sampler", paramLabel = "NAME", description = "The sampler; ${DEFAULT-VALUE} by default.")
    private String sampler = "random";

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "How many trials a study has; ${DEFAULT-VALUE} by default.")
    private int trials = 40;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, from " + FIRST_SEED + "; ${DEFAULT-VALUE} by default.")
    private int seeds = 20;

    /** Creates the command. */
    public NastyCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        check();
        List<String> header = new ArrayList<>(List.of("pruner"));
        Map<NastyTrainings, List<Outcome>> unpruned = new EnumMap<>(NastyTrainings.class);
        for (NastyTrainings trainings : NastyTrainings.values()) {
            header.add(trainings.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            unpruned.put(trainings, outcomes(trainings, PruningReport.NONE));
        }
        MarkdownTable table = new MarkdownTable(header);
        for (String pruner : pruners) {
            List<String> row = new ArrayList<>(List.of(pruner));
            for (Map.Entry<NastyTrainings, List<Outcome>> base : unpruned.entrySet()) {
                List<Outcome> pruned =
                        pruner.equals(PruningReport.NONE) ? base.getValue() : outcomes(base.getKey(), pruner);
                row.add(cell(pruned, base.getValue()));
            }
            table.add(row);
        }
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<Outcome> outcomes(NastyTrainings trainings, String pruner) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
            outcomes.add(outcome(trainings, pruner, seed));
        }
        return outcomes;
    }

    private Outcome outcome(NastyTrainings trainings, String pruner, long seed) throws InterruptedException {
        StudySpec told = StudySpec.minimize(trainings.name(), "loss")
                .withTrials(trials)
                .withSampler(Samplers.named(sampler))
                .withPruner(Pruners.named(pruner))
                .withSeed(seed);
        try (Study<Configuration> study = Study.open(trainings.function().space(), told)) {
            study.optimize(trainings::train);
            double regret = study.best()
                    .map(best -> trainings.quality(best.configuration())
                            - trainings.function().minimum())
                    .orElse(Double.POSITIVE_INFINITY);
            long steps = study.history().trials().stream()
                    .mapToLong(trial -> trial.observations().size())
                    .sum();
            return new Outcome(Math.log10(Math.max(SMALLEST, regret)), steps);
        }
    }

    /** Returns the regret against that of none, and the share of the steps that none has run. */
    private static String cell(List<Outcome> outcomes, List<Outcome> base) {
        SummaryStatistics difference = new SummaryStatistics();
        for (int i = 0; i < outcomes.size(); i++) {
            difference.addValue(outcomes.get(i).regret - base.get(i).regret);
        }
        double regret = outcomes.stream().mapToDouble(Outcome::regret).average().orElse(Double.NaN);
        double steps = outcomes.stream().mapToLong(Outcome::steps).sum();
        return String.format(
                Locale.ROOT,
                "%.2f (%+.2f ± %.2f), %.2f",
                regret,
                difference.getMean(),
                difference.getStandardDeviation() / Math.sqrt((double) difference.getN()),
                steps / base.stream().mapToLong(Outcome::steps).sum());
    }

    private void check() {
        try {
            pruners.forEach(Pruners::named);
            Samplers.named(sampler);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--pruners or --sampler: " + e.getMessage());
        }
        if (trials < 1 || seeds < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--trials (" + trials + ") and --seeds (" + seeds + ") must be at least 1");
        }
    }

    /**
     * What a study came to.
     *
     * @param regret its logarithm
     * @param steps of all trials together
     */
    private record Outcome(double regret, long steps) {}
}
