// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import dev.hpo.benchmarks.figures.MarkdownTable;
import dev.hpo.benchmarks.figures.Statistics;
import dev.hpo.benchmarks.problem.CurveProblem;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.numeric.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How runs compare: by regret, from 0 at the optimum to 1 at the median of random configurations. */
final class PruningReport {

    /** The pruner that stops nothing, which the others are compared with. */
    static final String NONE = "none";

    /** The sampler without which others are compared. */
    private static final String DEFAULT = "auto";

    /** All but the last. */
    private static final List<Integer> EARLY = PrunedRun.READ.subList(0, PrunedRun.READ.size() - 1);

    private static final double SMALLEST_MEDIAN = 1e-4;
    private static final double SMALLEST = 1e-3;
    private static final int RESAMPLES = 2000;

    private final Map<String, Problem.Range> ranges;
    private final Map<PrunedRun.Method, Map<String, Map<Long, PrunedRun>>> runs = new LinkedHashMap<>();

    PruningReport(Collection<CurveProblem> problems, List<PrunedRun> all) {
        this.ranges = problems.stream().collect(Collectors.toMap(CurveProblem::name, CurveProblem::range));
        all.stream().filter(run -> ranges.containsKey(run.key().problem())).forEach(run -> runs.computeIfAbsent(
                        run.key().method(), method -> new LinkedHashMap<>())
                .computeIfAbsent(run.key().problem(), problem -> new TreeMap<>())
                .put(run.key().seed(), run));
    }

    String text() {
        return "Mean over problems of log10 of the median regret, by full trainings' worth of epochs\n\n"
                + table(List.of(), this::medians) + "\n"
                + "Difference to " + NONE
                + " with the same sampler and workers (with the sampler " + DEFAULT + " where there is none): mean over"
                + " problems and seeds of log10 of the regret, and the mean of that over " + EARLY
                + " trainings' worth, in brackets 95 % of the seeds' bootstrap\n\n"
                + table(List.of("mean"), this::differences);
    }

    private MarkdownTable table(List<String> more, Cells cells) {
        List<String> header = new ArrayList<>(List.of("sampler", "pruner", "workers", "seeds"));
        PrunedRun.READ.forEach(trainings -> header.add(trainings.toString()));
        header.addAll(more);
        MarkdownTable table = new MarkdownTable(header);
        runs.forEach((method, problems) -> {
            int seeds = problems.values().stream().mapToInt(Map::size).min().orElse(0);
            List<String> row = new ArrayList<>(List.of(
                    method.sampler(), method.pruner(), Integer.toString(method.workers()), Integer.toString(seeds)));
            row.addAll(cells.of(method, problems));
            if (row.size() == header.size()) {
                table.add(row);
            }
        });
        return table;
    }

    private List<String> medians(PrunedRun.Method method, Map<String, Map<Long, PrunedRun>> problems) {
        return PrunedRun.READ.stream()
                .map(trainings -> problems.values().stream()
                        .map(seeds -> seeds.values().stream()
                                .mapToDouble(run -> regret(run, trainings))
                                .toArray())
                        .mapToDouble(regrets -> Math.log10(Math.max(SMALLEST_MEDIAN, Statistics.median(regrets))))
                        .average()
                        .orElse(Double.NaN))
                .map(mean -> String.format(Locale.ROOT, "%.2f", mean))
                .toList();
    }

    private List<String> differences(PrunedRun.Method method, Map<String, Map<Long, PrunedRun>> problems) {
        Map<String, Map<Long, PrunedRun>> base = base(method);
        if (base.isEmpty() || method.pruner().equals(NONE)) {
            return List.of();
        }
        List<String> cells = new ArrayList<>();
        PrunedRun.READ.forEach(trainings -> cells.add(difference(problems, base, List.of(trainings))));
        cells.add(difference(problems, base, EARLY));
        return cells;
    }

    private Map<String, Map<Long, PrunedRun>> base(PrunedRun.Method method) {
        return Stream.of(method.sampler(), DEFAULT)
                .map(sampler -> runs.getOrDefault(new PrunedRun.Method(sampler, NONE, method.workers()), Map.of()))
                .filter(base -> !base.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private String difference(
            Map<String, Map<Long, PrunedRun>> problems, Map<String, Map<Long, PrunedRun>> base, List<Integer> read) {
        List<double[]> all = new ArrayList<>();
        problems.forEach((problem, seeds) -> {
            Map<Long, PrunedRun> unpruned = base.getOrDefault(problem, Map.of());
            all.add(seeds.entrySet().stream()
                    .flatMapToDouble(seed -> Stream.ofNullable(unpruned.get(seed.getKey()))
                            .mapToDouble(run -> log(seed.getValue(), read) - log(run, read)))
                    .toArray());
        });
        all.removeIf(seeds -> seeds.length == 0);
        double mean = all.stream().mapToDouble(Statistics::mean).average().orElse(Double.NaN);
        double[] means = resampled(all);
        return String.format(
                Locale.ROOT,
                "%+.2f (%+.2f, %+.2f)",
                mean,
                means[RESAMPLES / 40],
                means[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    /** Returns means, rising, if seeds of each problem are drawn anew with repetition. */
    private static double[] resampled(List<double[]> problems) {
        RandomGenerator random = SplitMix.of(1);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (double[] seeds : problems) {
                double[] drawn = new double[seeds.length];
                Arrays.setAll(drawn, k -> seeds[random.nextInt(seeds.length)]);
                sum += Statistics.mean(drawn);
            }
            means[i] = sum / problems.size();
        }
        Arrays.sort(means);
        return means;
    }

    private double log(PrunedRun run, List<Integer> read) {
        return read.stream()
                .mapToDouble(trainings -> Math.log10(Math.max(SMALLEST, regret(run, trainings))))
                .average()
                .orElseThrow();
    }

    private double regret(PrunedRun run, int trainings) {
        Problem.Range range = Objects.requireNonNull(ranges.get(run.key().problem()));
        return range.regret(Objects.requireNonNull(run.best().get(trainings)));
    }

    private interface Cells {

        List<String> of(PrunedRun.Method method, Map<String, Map<Long, PrunedRun>> problems);
    }
}
