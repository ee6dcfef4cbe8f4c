// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.confirm.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a confirmation has found is the same wherever it is told. */
@Timeout(60)
class ConfirmReportTests {

    /** The top 5 of 40 complete trials, halved to the last two, and five runs of the winner and of the start. */
    private static final int RUNS = 5 + 3 + 4 + 10;

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private TuningRun run;

    @BeforeEach
    void begin(@TempDir Path temporary) {
        run = new TuningRun(temporary).with("hpo.seed", "3");
    }

    @Test
    void confirmedValue_isThatOfAllReports() throws IOException {
        EngineExecutionResults results = run.of(ConfirmTests.NoisyTestCase.class);

        assertThat(TuningRun.containerFailures(results)).isEmpty();
        List<String> runs = read("confirmations.csv").lines().toList();
        assertThat(runs).hasSize(1 + RUNS);
        assertThat(runs.get(0))
                .isEqualTo(
                        "number,trial,round,state,value,seed,failure,reason,datetime_start,datetime_complete,duration");
        List<String> last = runs.stream().skip(1 + RUNS - 10).toList();
        double winner = mean(last, false);
        double start = mean(last, true);
        String trial = last.stream()
                .map(line -> line.split(",", -1)[1])
                .filter(of -> !of.equals("start"))
                .findFirst()
                .orElseThrow();
        assertThat(read("best.properties"))
                .contains("run 1, trial " + trial)
                .contains("# minimize distance: " + winner)
                .contains("# confirmed: mean of 5 runs, 95 % interval ")
                .contains("# start: " + start + " of 5 runs, 95 % interval ")
                .contains("# gain over the start: " + (start - winner) + ", 95 % interval ");
        assertThat(read("study.json"))
                .contains("\"best\": " + trial)
                .contains("\"confirmation\"")
                .contains(String.valueOf(winner));
        assertThat(entries(results)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("best value", String.valueOf(winner))
                .containsEntry("best trial", trial));
        assertSummaries(trial);
        assertThat(read("report.html"))
                .contains("Its runs since the search have chosen nothing.")
                .contains("95 % interval");
        assertThat(console.lines())
                .anyMatch(line -> line.matches("NoisyTestCase.tune  confirm 22 of 22 runs  .*"))
                .anyMatch(line -> line.endsWith("the best configurations are run again, 22 runs at most"));
    }

    private void assertSummaries(String trial) throws IOException {
        assertThat(read("summary.md"))
                .contains("Trial " + trial + " is the best of ", ", 5 runs), ")
                .contains("| 95 % interval | ", "| mean of | 5 runs | 5 runs |")
                .contains("- **confirmed**: the values above rest on 5 runs with fresh seeds each, which have")
                .contains("  - the gain over the start is ")
                .containsPattern(
                        "- \\*\\*how sure\\*\\*: in the search trial \\d+ led trial \\d+ by 0\\.\\d times what one")
                .doesNotContain("**ties**");
        assertThat(read("summary.txt"))
                .contains("best (trial " + trial + ")")
                .contains("  95 % interval")
                .contains("5 runs             5 runs")
                .contains("confirmed the values above rest on 5 runs with fresh seeds each, which have")
                .contains("they come after 12 runs that compared the best 5")
                .contains("the gain over the start is ", "  how sure  in the search trial ");
    }

    private static double mean(List<String> runs, boolean isOfStart) {
        return new Sample(runs.stream()
                        .map(line -> line.split(",", -1))
                        .filter(cells -> cells[1].equals("start") == isOfStart)
                        .map(cells -> Double.valueOf(cells[4]))
                        .toList())
                .mean();
    }

    private String read(String file) throws IOException {
        return Files.readString(
                run.folder(ConfirmTests.NoisyTestCase.class, "tune").resolve(file));
    }

    /** Returns what was told at the end, not beside a run. */
    private static List<Map<String, String>> entries(EngineExecutionResults results) {
        return results.containerEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }
}
