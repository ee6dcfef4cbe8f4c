// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.benchmarks.Benchmarks;
import dev.hpo.benchmarks.problem.CurveProblem;
import dev.hpo.benchmarks.problem.CurveProblems;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.pruner.NopPruner;
import dev.hpo.pruner.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PruningCommandTests {

    private static final CurveProblem EASY = CurveProblems.builtIn().get(0);

    private final StringWriter printed = new StringWriter();
    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void withoutAPruner_eachTrainingCostsItsEpochs() throws InterruptedException {
        for (int workers : List.of(1, 3)) {
            List<double[]> curves = new ArrayList<>();
            PrunedRun run = Trainings.run(recorded(curves), key("random", "none", workers), new NopPruner());

            int begun = 50 + workers - 1;
            assertThat(curves).as(workers + " workers").hasSizeBetween(50, begun + 1);
            assertThat(run.best().get(50))
                    .isEqualTo(curves.subList(0, 50).stream()
                            .mapToDouble(curve -> curve[29])
                            .min()
                            .orElseThrow());
            assertThat(run.best().get(5))
                    .isEqualTo(curves.subList(0, workers == 1 ? 5 : 3).stream()
                            .mapToDouble(curve -> curve[29])
                            .min()
                            .orElseThrow());
        }
    }

    @Test
    void epochsThatAreSaved_goIntoFurtherTrainings() throws InterruptedException {
        List<double[]> curves = new ArrayList<>();
        PrunedRun run = Trainings.run(
                recorded(curves),
                key("random", "half", 1),
                judged -> judged.trial().number() % 2 == 1
                                && judged.trial().observations().size() == 15
                        ? new Verdict.Stop("odd")
                        : Verdict.KEEP);

        assertThat(curves).hasSizeBetween(66, 68);
        assertThat(run.best().get(50))
                .as("the best of those that were not stopped")
                .isEqualTo(bestOfEven(curves.subList(0, 66)));
    }

    @Test
    void runs_areKept_notRunAgain_andCompared() throws IOException {
        Path out = folder.resolve("runs.csv");
        assertThat(twoByTwo(out)).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).first().isEqualTo("problem,sampler,pruner,workers,seed,epochs,best");
        assertThat(lines)
                .hasSize(1 + 2 * 2 * 2 * 7)
                .anyMatch(line -> line.startsWith("late,random,median,1,100001,50,"));
        assertThat(printed.toString())
                .contains("| random  | none   | 1       | 2 ")
                .contains("Difference to none");

        assertThat(twoByTwo(out)).isZero();
        assertThat(Files.readAllLines(out)).isEqualTo(lines);
    }

    @Test
    void report_isOfRegrets() {
        Problem.Range range = EASY.range();
        double tenth = range.optimum() + 0.1 * (range.randomMedian() - range.optimum());
        double hundredth = range.optimum() + 0.01 * (range.randomMedian() - range.optimum());
        String text = new PruningReport(
                        List.of(EASY),
                        List.of(
                                new PrunedRun(key("auto", "none", 1), all(tenth)),
                                new PrunedRun(key("auto", "median", 1), all(hundredth))))
                .text();

        assertThat(text).contains("| auto    | none   | 1       | 1     | -1.00 | -1.00");
        assertThat(text).contains("| auto    | median | 1       | 1     | -2.00 | -2.00");
        assertThat(text).contains("-1.00 (-1.00, -1.00)");
        assertThat(range.regret(tenth)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void wrongArguments_areRefused() {
        String out = folder.resolve("runs.csv").toString();
        assertThat(execute("--problems", "nonsense", "--out", out)).isEqualTo(2);
        assertThat(printed.toString()).contains("--problems (nonsense) must be of easy, late");
        assertThat(execute("--pruners", "nonsense", "--out", out)).isEqualTo(2);
        assertThat(execute("--samplers", "nonsense", "--out", out)).isEqualTo(2);
        assertThat(execute("--workers", "0", "--out", out)).isEqualTo(2);
        assertThat(execute("--tasks", "3945", "--out", out)).isEqualTo(2);
        assertThat(execute("--optuna", folder.resolve("python").toString(), "--out", out))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("must be a Python with Optuna 5");
        assertThat(execute()).isEqualTo(2);
        assertThat(Path.of(out)).doesNotExist();
    }

    private int twoByTwo(Path out) {
        return execute(
                ("--problems easy,late --samplers random --pruners none,median --seeds 2 --out " + out).split(" "));
    }

    private int execute(String... arguments) {
        List<String> all = new ArrayList<>(List.of("pruning"));
        all.addAll(List.of(arguments));
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
        return commandLine.execute(all.toArray(String[]::new));
    }

    private static CurveProblem recorded(List<double[]> curves) {
        return new CurveProblem(
                EASY.name(),
                EASY.space(),
                EASY.epochs(),
                configuration -> {
                    curves.add(EASY.curve(configuration));
                    return curves.get(curves.size() - 1);
                },
                EASY.range());
    }

    private static double bestOfEven(List<double[]> curves) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < curves.size(); i += 2) {
            best = Math.min(best, curves.get(i)[29]);
        }
        return best;
    }

    private static PrunedRun.Key key(String sampler, String pruner, int workers) {
        return new PrunedRun.Key(EASY.name(), new PrunedRun.Method(sampler, pruner, workers), 100_000);
    }

    private static SortedMap<Integer, Double> all(double best) {
        SortedMap<Integer, Double> bests = new TreeMap<>();
        PrunedRun.READ.forEach(trainings -> bests.put(trainings, best));
        return bests;
    }
}
