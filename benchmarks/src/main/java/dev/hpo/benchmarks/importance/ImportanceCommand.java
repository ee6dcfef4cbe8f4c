// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.importance;

import dev.hpo.analysis.Analysis;
import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.benchmarks.figures.MarkdownTable;
import dev.hpo.benchmarks.figures.Statistics;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.numeric.Ranks;
import dev.hpo.trial.Direction;
import dev.hpo.trial.StudyFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares the importance of hyperparameters with the exact one of grids, and with what Optuna says. */
@Command(
        name = "importance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Compares the importance of hyperparameters with the exact one of grids: the rank correlation over"
                        + " the parameters, the mean over seeds.")
@API(status = Status.INTERNAL, since = "0.1")
public final class ImportanceCommand implements Callable<Integer> {

    private static final int LONG = 1000;
    private static final int WIDE = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "DIR",
            description = "Folders of tables with descriptors; those of whole grids are used, besides a made-up one.")
    private List<Path> tables = List.of();

    @Option(names = "--optuna", paramLabel = "PYTHON", description = "A Python with Optuna, to compare with.")
    private @Nullable Path optuna;

    @Option(
            names = "--samplers",
            split = ",",
            paramLabel = "NAME",
            description = "What chooses the trials; ${DEFAULT-VALUE} by default. Optuna is shown those of random.")
    private List<String> samplers = List.of("random", "auto");

    @Option(names = "--trials", paramLabel = "N", description = "The trials of a study; ${DEFAULT-VALUE} by default.")
    private int trials = 200;

    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds, from 0; ${DEFAULT-VALUE} by default.")
    private int seeds = 6;

    /** Creates the command. */
    public ImportanceCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        if (seeds < 1 || trials < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--seeds (" + seeds + ") and --trials (" + trials + ") must be at least 1");
        }
        List<Problem> problems = new ArrayList<>(List.of(MadeGrid.problem()));
        tables.forEach(folder ->
                Problems.inFolder(folder).stream().filter(ExactAnova::isGrid).forEach(problems::add));
        print(compared(problems));
        print(timed());
        return 0;
    }

    private void print(MarkdownTable table) {
        spec.commandLine().getOut().println(table);
        spec.commandLine().getOut().flush();
    }

    private MarkdownTable compared(List<Problem> problems) throws InterruptedException {
        Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        for (Problem problem : problems) {
            rows.put(problem.name(), agreement(problem));
        }
        List<String> header = new ArrayList<>(List.of("grid"));
        header.addAll(rows.values().iterator().next().keySet());
        MarkdownTable table = new MarkdownTable(header);
        Map<String, Double> means = new LinkedHashMap<>();
        rows.forEach((name, row) -> {
            table.add(line(name, row));
            row.forEach((column, value) -> means.merge(column, value / rows.size(), Double::sum));
        });
        table.add(line("mean of " + rows.size(), means));
        return table;
    }

    private static List<String> line(String name, Map<String, Double> row) {
        List<String> line = new ArrayList<>(List.of(name));
        row.values().forEach(value -> line.add(String.format(Locale.ROOT, "%.2f", value)));
        return line;
    }

    private Map<String, Double> agreement(Problem problem) throws InterruptedException {
        ExactAnova exact = new ExactAnova(problem);
        Map<String, Double> row = new LinkedHashMap<>();
        for (String sampler : samplers) {
            for (int seed = 0; seed < seeds; seed++) {
                Told told = Told.by(sampler, problem, trials, seed);
                add(row, sampler + ": alone", Ranks.correlation(told.alone(), exact.alone()));
                add(row, sampler + ": total", Ranks.correlation(told.total(), exact.total()));
                add(row, sampler + ": covered", told.covered(exact));
                if (optuna != null && sampler.equals("random")) {
                    compare(row, told, exact, new OptunaImportance(optuna).of(problem, told.history()));
                }
            }
        }
        return row;
    }

    private void compare(Map<String, Double> row, Told told, ExactAnova exact, Map<String, double[]> theirs) {
        List.of("fanova", "ranks").forEach(evaluator -> {
            double[] fanova = theirs.getOrDefault(evaluator, new double[0]);
            double[] again = theirs.getOrDefault(evaluator + " again", new double[0]);
            String name = evaluator.equals("ranks") ? "Optuna's fANOVA of ranks" : "Optuna's fANOVA";
            add(row, name, Ranks.correlation(fanova, exact.alone()));
            add(row, name + ", another seed", Ranks.correlation(fanova, again));
            add(row, name + ", ours", Ranks.correlation(fanova, told.alone()));
        });
        double[] ped = theirs.getOrDefault("ped", new double[0]);
        add(row, "Optuna's PED-ANOVA", Ranks.correlation(ped, exact.alone()));
        add(row, "with our PED-ANOVA", Ranks.correlation(ped, told.amongBest()));
    }

    private void add(Map<String, Double> row, String column, double value) {
        row.merge(column, value / seeds, Double::sum);
    }

    /** The median processor time of analyses of one study. */
    private MarkdownTable timed() throws InterruptedException {
        Problem problem = Problems.bowl(WIDE);
        Told study = Told.by("random", problem, LONG, 0);
        StudyFacts facts = new StudyFacts(problem.name(), Direction.MINIMIZE, 0, LONG, 1);
        double[] seconds = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            ProcessorTime time = new ProcessorTime();
            time.start();
            Analysis.of(problem.space(), study.history(), facts.withSeed(seed));
            time.stop();
            seconds[seed] = time.seconds();
        }
        MarkdownTable table = MarkdownTable.of("importance of", "median processor time");
        table.add(List.of(
                LONG + " trials x " + WIDE + " parameters",
                String.format(Locale.ROOT, "%.2f s", Statistics.median(seconds))));
        return table;
    }
}
