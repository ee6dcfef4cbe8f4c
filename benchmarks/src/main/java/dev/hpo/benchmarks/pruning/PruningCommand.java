// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import dev.hpo.benchmarks.problem.CurveProblem;
import dev.hpo.benchmarks.problem.CurveProblems;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Pruners;
import dev.hpo.sampler.Samplers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs pruners on learning curves, keeps each run in a file, and prints how they compare. */
@Command(
        name = "pruning",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs pruners on learning curves, and compares what was found after the same number of epochs.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all went well", "1:a run failed", "2:the command line or a file is not right"})
@API(status = Status.INTERNAL, since = "0.1")
public final class PruningCommand implements Callable<Integer> {

    /** Others than those of the other benchmarks, on which defaults were chosen. */
    private static final long FIRST_SEED = 100_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--tables", paramLabel = "DIR", description = "A folder of tables with descriptors.")
    private @Nullable Path tables;

    @Option(names = "--yahpo", paramLabel = "DIR", description = "The folder of the YAHPO surrogate lcbench.")
    private @Nullable Path yahpo;

    @Option(names = "--tasks", split = ",", paramLabel = "ID", description = "The tasks to run on the surrogate.")
    private List<String> tasks = List.of();

    @Option(
            names = "--ranges",
            paramLabel = "FILE",
            description =
                    "Optimum and median of the surrogate's tasks, which are else searched for: CSV with the columns"
                            + " problem, optimum, randomMedian.")
    private @Nullable Path ranges;

    @Option(names = "--problems", split = ",", paramLabel = "NAME", description = "The problems; all by default.")
    private List<String> problems = List.of();

    @Option(
            names = "--pruners",
            split = ",",
            paramLabel = "NAME",
            description = "${DEFAULT-VALUE} by default; with :resume after the name, trainings can be paused.")
    private List<String> pruners = List.of(PruningReport.NONE, "auto", "median", "asha");

    @Option(names = "--samplers", split = ",", paramLabel = "NAME", description = "${DEFAULT-VALUE} by default.")
    private List<String> samplers = List.of("random", "auto");

    @Option(
            names = "--optuna",
            paramLabel = "PYTHON",
            description = "A Python with Optuna 5, whose samplers and pruners run as well, at one worker.")
    private @Nullable Path optuna;

    @Option(
            names = "--workers",
            split = ",",
            paramLabel = "N",
            description = "How many trainings are under way at any time; ${DEFAULT-VALUE} by default.")
    private List<Integer> workers = List.of(1);

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, from " + FIRST_SEED + "; ${DEFAULT-VALUE} by default.")
    private int seeds = 20;

    @Option(names = "--threads", paramLabel = "N", description = "How many runs at once; ${DEFAULT-VALUE} by default.")
    private int threads = 1;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write the runs to; those that are in it already are not run again.")
    private Path out = Path.of("pruning.csv");

    /** Creates the command. */
    public PruningCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (seeds < 1 || threads < 1 || workers.stream().anyMatch(count -> count < 1)) {
            throw error("--seeds (" + seeds + "), --threads (" + threads + ") and --workers " + workers
                    + " must be at least 1");
        }
        Map<String, CurveProblem> known = known().stream()
                .collect(Collectors.toMap(CurveProblem::name, problem -> problem, (a, b) -> a, LinkedHashMap::new));
        List<CurveProblem> chosen = chosen(known);
        List<PrunedRun> done = Files.exists(out) ? PrunedRunCsv.read(out) : List.of();
        Set<PrunedRun.Key> todo = todo(chosen);
        done.forEach(run -> todo.remove(run.key()));
        int failures;
        try (OptunaProcesses peers = peers(todo);
                PrunedRunCsv file = new PrunedRunCsv(out)) {
            failures = run(todo, key -> {
                CurveProblem problem = Objects.requireNonNull(known.get(key.problem()));
                file.write(
                        OptunaProcess.SAMPLERS.contains(key.method().sampler())
                                ? peers.run(problem, key)
                                : Trainings.run(
                                        problem, key, pruner(key.method().rule())));
            });
        }
        spec.commandLine().getOut().print(new PruningReport(chosen, PrunedRunCsv.read(out)).text());
        spec.commandLine().getOut().flush();
        return failures == 0 ? 0 : 1;
    }

    private OptunaProcesses peers(Set<PrunedRun.Key> todo) throws IOException {
        boolean areThere = todo.stream()
                .anyMatch(key -> OptunaProcess.SAMPLERS.contains(key.method().sampler()));
        return new OptunaProcesses(optuna == null ? Path.of("python3") : optuna, areThere ? threads : 0);
    }

    private List<CurveProblem> known() {
        List<CurveProblem> known = new ArrayList<>(CurveProblems.builtIn());
        if (tables != null) {
            known.addAll(CurveProblems.inFolder(tables));
        }
        if ((yahpo == null) != tasks.isEmpty()) {
            throw error("--yahpo and --tasks must be given together: the surrogate and what to run on it");
        }
        if (yahpo != null) {
            Map<String, Problem.Range> given = ranges == null ? Map.of() : CurveProblems.ranges(ranges);
            known.addAll(CurveProblems.ofSurrogate(yahpo, tasks, given));
        }
        return known;
    }

    private List<CurveProblem> chosen(Map<String, CurveProblem> known) {
        List<CurveProblem> chosen = new ArrayList<>(problems.isEmpty() ? known.values() : List.of());
        for (String name : problems) {
            CurveProblem problem = known.get(name);
            if (problem == null) {
                throw error("--problems (" + name + ") must be of " + String.join(", ", known.keySet()));
            }
            chosen.add(problem);
        }
        return chosen;
    }

    private Set<PrunedRun.Key> todo(List<CurveProblem> chosen) {
        Set<PrunedRun.Key> todo = new LinkedHashSet<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
            for (CurveProblem problem : chosen) {
                for (PrunedRun.Method method : methods()) {
                    todo.add(new PrunedRun.Key(problem.name(), method, seed));
                }
            }
        }
        return todo;
    }

    private List<PrunedRun.Method> methods() {
        List<PrunedRun.Method> methods = new ArrayList<>();
        try {
            samplers.forEach(Samplers::named);
        } catch (IllegalArgumentException e) {
            throw error("--samplers: " + e.getMessage());
        }
        for (int count : workers) {
            for (String sampler : samplers) {
                for (String pruner : pruners) {
                    PrunedRun.Method method = new PrunedRun.Method(sampler, pruner, count);
                    pruner(method.rule());
                    methods.add(method);
                }
            }
        }
        if (optuna != null) {
            methods.addAll(OptunaProcesses.methods());
        }
        return methods;
    }

    private Pruner pruner(String name) {
        try {
            return Pruners.named(name);
        } catch (IllegalArgumentException e) {
            throw error("--pruners: " + e.getMessage());
        }
    }

    private int run(Set<PrunedRun.Key> todo, Runs one) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Map<PrunedRun.Key, Future<?>> runs = new LinkedHashMap<>();
            for (PrunedRun.Key key : todo) {
                runs.put(key, executor.submit(() -> {
                    one.run(key);
                    return key;
                }));
            }
            int failures = 0;
            for (Map.Entry<PrunedRun.Key, Future<?>> run : runs.entrySet()) {
                try {
                    run.getValue().get();
                } catch (ExecutionException e) {
                    failures++;
                    spec.commandLine().getErr().println(run.getKey() + " failed:");
                    e.printStackTrace(spec.commandLine().getErr());
                }
            }
            return failures;
        } finally {
            executor.shutdownNow();
        }
    }

    private ParameterException error(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Makes a run, and keeps it. */
    private interface Runs {

        void run(PrunedRun.Key key) throws InterruptedException;
    }
}
