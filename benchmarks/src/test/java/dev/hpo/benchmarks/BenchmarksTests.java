// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarksTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path folder;

    @BeforeEach
    void takeFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void qualityWritesALineForEachRunAndPrintsTheTables() throws IOException {
        Path raw = folder.resolve("raw.csv");
        int code = quality("--problems branin2,mixed8 --samplers random,qmc --seeds 2 --trials 50 --out " + raw);

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(0);
        assertThat(Files.readAllLines(raw)).hasSize(9).anySatisfy(line -> assertThat(line)
                .matches("branin2,random,0,[^,]+,[^,]+,,,\\d+\\.\\d+,1,.*"));
        assertThat(out.toString())
                .contains(
                        "## synthetic (2)",
                        "| random, 2 seeds",
                        "## Median regret, n=50",
                        "qmc, n=50: worse on none of 2")
                .doesNotContain("## Median regret, n=100");
    }

    @Test
    void sameSeedsGiveTheSameRuns() throws IOException {
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");
        quality("--problems mixed8 --samplers auto --seeds 2 --trials 30 --out " + first);
        quality("--problems mixed8 --samplers auto --seeds 2 --trials 30 --threads 2 --out " + second);

        assertThat(bests(first)).hasSize(2).containsExactlyInAnyOrderElementsOf(bests(second));
    }

    @Test
    void interruptedContestGoesOn() throws IOException {
        Path raw = folder.resolve("raw.csv");
        quality("--problems branin2 --samplers random --seeds 1 --trials 25 --out " + raw);
        int code = quality("--problems branin2 --samplers random --seeds 3 --trials 25 --resume --out " + raw);

        assertThat(code).isEqualTo(0);
        assertThat(Files.readAllLines(raw)).hasSize(4);
    }

    @Test
    void folderThatIsMissing_isAnError() {
        Path raw = folder.resolve("missing").resolve("raw.csv");
        assertThat(quality("--problems branin2 --out " + raw)).isEqualTo(2);
        assertThat(err.toString()).contains("--out (" + raw + ") must be a file in a folder that is there");
    }

    @Test
    void severalTrialsUnderWayAreComparedWithOne() throws IOException {
        Path raw = folder.resolve("raw.csv");
        quality("--problems branin2 --samplers random --seeds 2 --trials 25 --out " + raw);
        quality("--problems branin2 --samplers random --seeds 2 --trials 25 --pending 4 --resume --out " + raw);

        assertThat(out.toString()).contains("## Several trials under way", "| random x4");
    }

    @Test
    void reportComparesFiles() throws IOException {
        Path ours = Files.writeString(folder.resolve("a.csv"), "problem,sampler,seed,best25\nbranin2,auto,0,0.5\n");
        Path peers = Files.writeString(folder.resolve("b.csv"), "problem,sampler,seed,best25\nbranin2,gp,0,0.6\n");
        int code = quality("--report " + ours + "," + peers);

        assertThat(code).isEqualTo(0);
        assertThat(out.toString()).contains("| auto against gp  | 1/0/0");
    }

    @Test
    void fileThatHoldsRuns_isAnError() throws IOException {
        Path raw = Files.writeString(folder.resolve("raw.csv"), "problem,sampler,seed\n");
        assertThat(quality("--problems branin2 --out " + raw)).isEqualTo(2);
        assertThat(err.toString()).contains("--out (" + raw + ") must not hold runs; name another file");
    }

    @Test
    void fileOfOtherColumns_isAnErrorToGoOnWith() throws IOException {
        Path raw = Files.writeString(folder.resolve("raw.csv"), "problem,sampler,seed\n");
        assertThat(quality("--problems branin2 --resume --out " + raw)).isEqualTo(2);
        assertThat(err.toString()).contains("must have the columns of runs of 200 trials");
    }

    @Test
    void noFile_isAnError() {
        assertThat(quality("--problems branin2")).isEqualTo(2);
        assertThat(err.toString()).contains("--out must name a file");
    }

    @Test
    void samplerThatIsUnknown_isAnErrorWithTheNearest() {
        assertThat(quality("--samplers radom --out x.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean random?");
    }

    @Test
    void problemThatIsUnknown_isAnError() {
        assertThat(quality("--problems branin3 --out x.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("--problems (branin3) must be of branin2, hartmann3");
    }

    @Test
    void samplerThatIsToldOfMoreTrials_isAnother_andOfAsManyIsTheSame() throws IOException {
        Path raw = folder.resolve("raw.csv");
        quality("--problems branin2 --samplers random --seeds 7-8 --trials 25 --out " + raw);
        quality("--problems branin2 --samplers random --seeds 7-8 --trials 25 --budget 25 --resume --out " + raw);
        assertThat(Files.readAllLines(raw)).hasSize(3);

        quality("--problems branin2 --samplers random --seeds 7-8 --trials 25 --budget 90 --resume --out " + raw);
        assertThat(Files.readAllLines(raw)).hasSize(5);
        assertThat(out.toString()).contains("| random of 90, 2 seeds");
    }

    @Test
    void budgetBelowTheTrials_isAnError() {
        assertThat(quality("--problems branin2 --trials 50 --budget 25 --out x.csv"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--budget (25) must be at least --trials (50)");
    }

    @Test
    void numberBelowOne_isAnError() {
        assertThat(quality("--seeds 0 --out x.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("--seeds (0) must be a number of at least 1, or a range as 100000-100019");
    }

    @Test
    void resumingWithOtherTrials_isAnError() {
        Path raw = folder.resolve("raw.csv");
        quality("--problems branin2 --samplers random --seeds 1 --trials 50 --out " + raw);

        assertThat(quality("--problems branin2 --samplers random --seeds 2 --trials 100 --resume --out " + raw))
                .isEqualTo(2);
        assertThat(err.toString()).contains("must have runs of 100 trials, not one with its end at 50");
    }

    @Test
    void reportOfUnknownProblems_isAnError() throws IOException {
        Path raw = folder.resolve("raw.csv");
        Files.writeString(raw, "problem,sampler,seed,best25\nelsewhere,random,0,1.0\n");

        assertThat(quality("--report " + raw)).isEqualTo(2);
        assertThat(err.toString()).contains("not known: elsewhere; name their tables by --tables");
    }

    @Test
    void numbersAreWrittenInTheSameWayEverywhere() throws IOException {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Path raw = folder.resolve("raw.csv");
            assertThat(quality("--problems branin2 --samplers random --seeds 1 --trials 25 --out " + raw))
                    .isEqualTo(0);
            assertThat(Files.readAllLines(raw).get(1)).containsPattern(",\\d+\\.\\d{4},1,");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void folderThatIsMissing_isAnErrorInOneLine() {
        assertThat(quality("--tables " + folder.resolve("no") + " --out x.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read").doesNotContain("at dev.hpo");
    }

    @Test
    void surrogateWithoutTasks_isAnError() {
        assertThat(quality("--yahpo " + folder + " --out x.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("--yahpo and --tasks must be given together");
    }

    @Test
    void overheadOfASamplerThatIsUnknown_isAnError() {
        assertThat(execute("overhead --samplers radom")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean random?");
    }

    @Test
    void overheadOfNoTrials_isAnError() {
        assertThat(execute("overhead --n 0")).isEqualTo(2);
        assertThat(err.toString()).contains("--n (0) must be at least 1");
    }

    @Test
    void verdictsOfAPrunerThatIsUnknown_areAnError() {
        assertThat(execute("verdicts --pruners medain")).isEqualTo(2);
        assertThat(err.toString()).contains("--pruners: ", "did you mean median?");
    }

    @Test
    void verdictsOfTrialsWithoutSteps_areAnError() {
        assertThat(execute("verdicts --steps 0")).isEqualTo(2);
        assertThat(err.toString()).contains("--steps (0) must be at least 1");
    }

    private int quality(String arguments) {
        return execute("quality " + arguments);
    }

    private int execute(String arguments) {
        CommandLine commandLine = Benchmarks.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments.split(" "));
    }

    private static List<String> bests(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.replaceAll(",\\d+\\.\\d+,1,", ","))
                .toList();
    }
}
