// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.failing;

import dev.hpo.benchmarks.figures.MarkdownTable;
import dev.hpo.benchmarks.figures.Seeds;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.sampler.Samplers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints how samplers do where a part of the space fails. */
@Command(
        name = "failing",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs samplers on six problems of which a part of the space fails, three with the optimum on the boundary of that part"
                        + " and three with it away from it: the share of the second half of the trials that failed, and"
                        + " log10 max(regret, 0.001) after all trials; means over seeds with their standard errors.")
@API(status = Status.INTERNAL, since = "0.1")
public final class FailingCommand implements Callable<Integer> {

    private static final double FLOOR = 1e-3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--samplers", split = ",", paramLabel = "NAME", description = "${DEFAULT-VALUE} by default.")
    private List<String> samplers = List.of("random", "tpe", "forest", "gp", "auto");

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, from 0, or from one to another; ${DEFAULT-VALUE} by default.")
    private String seeds = "100000-100019";

    @Option(names = "--trials", paramLabel = "N", description = "The trials of a study; ${DEFAULT-VALUE} by default.")
    private int trials = 60;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many studies at once; ${DEFAULT-VALUE} by default.")
    private int threads = 1;

    /** Creates the command. */
    public FailingCommand() {}

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Seeds all = checked();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Map<Problem, Map<String, List<Future<FailingRun>>>> runs = new LinkedHashMap<>();
            for (Problem problem : Problems.failing()) {
                Map<String, List<Future<FailingRun>>> bySampler = new LinkedHashMap<>();
                for (String sampler : samplers) {
                    bySampler.put(
                            sampler,
                            all.stream()
                                    .mapToObj(seed ->
                                            executor.submit(() -> FailingRun.of(problem, sampler, seed, trials)))
                                    .toList());
                }
                runs.put(problem, bySampler);
            }
            print(runs);
            return 0;
        } finally {
            executor.shutdownNow();
        }
    }

    private void print(Map<Problem, Map<String, List<Future<FailingRun>>>> runs)
            throws InterruptedException, ExecutionException {
        List<String> header = new ArrayList<>(List.of("optimum", "region", "log10 regret, or failed"));
        header.addAll(samplers);
        MarkdownTable table = new MarkdownTable(header);
        for (Map.Entry<Problem, Map<String, List<Future<FailingRun>>>> problem : runs.entrySet()) {
            List<String> failed = line(problem.getKey(), "failed");
            List<String> regret = line(problem.getKey(), "regret");
            for (List<Future<FailingRun>> some : problem.getValue().values()) {
                failed.add(mean(some, FailingRun::failed));
                regret.add(mean(some, run -> Math.log10(Math.max(FLOOR, run.regret()))));
            }
            table.add(failed);
            table.add(regret);
        }
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
    }

    private static List<String> line(Problem problem, String what) {
        return new ArrayList<>(List.of(problem.suite(), problem.name(), what));
    }

    private static String mean(List<Future<FailingRun>> runs, ToDoubleFunction<FailingRun> what)
            throws InterruptedException, ExecutionException {
        SummaryStatistics all = new SummaryStatistics();
        for (Future<FailingRun> run : runs) {
            all.addValue(what.applyAsDouble(run.get()));
        }
        return String.format(
                Locale.ROOT, "%.2f ± %.2f", all.getMean(), all.getStandardDeviation() / Math.sqrt((double) all.getN()));
    }

    private Seeds checked() {
        if (trials < 2 || threads < 1) {
            throw error("--trials (" + trials + ") must be at least 2, and --threads (" + threads + ") at least 1");
        }
        try {
            samplers.forEach(Samplers::named);
        } catch (IllegalArgumentException e) {
            throw error("--samplers: " + e.getMessage());
        }
        try {
            return Seeds.parse(seeds);
        } catch (IllegalArgumentException e) {
            throw error("--seeds " + e.getMessage());
        }
    }

    private ParameterException error(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
