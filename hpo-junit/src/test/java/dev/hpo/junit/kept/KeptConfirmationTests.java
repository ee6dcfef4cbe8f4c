// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.confirm.ConfirmPlan;
import dev.hpo.confirm.Confirmation;
import dev.hpo.space.Configuration;
import dev.hpo.storage.RunId;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.History;
import dev.hpo.trial.Repeated;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The commands go by what is confirmed, as the test has done. */
class KeptConfirmationTests extends KeptRuns {

    private static final int TRIALS = 10;

    /** In the search, the last trial is the best; when it is run again, it is worse than the one before. */
    private void confirm(int most) throws InterruptedException {
        keep(STUDY, TRIALS);
        StudySpec spec = spec(STUDY, TRIALS);
        History search = History.of(spec.storage().trials(new RunId(STUDY, 1), SPACE));
        Confirmation<Configuration> confirmation =
                Confirmation.of(SPACE, spec, new RunId(STUDY, 1), search, new ConfirmPlan(2, 3));
        try (Study<Configuration> runs = confirmation.open()) {
            runs.optimize((configuration, trial) -> {
                if (trial.number() == most) {
                    runs.interrupt("enough");
                }
                boolean isOfBest = Repeated.of(trial.record())
                        .filter(of -> of.isOf(TRIALS - 1))
                        .isPresent();
                trial.report(isOfBest ? .5 : .25);
            });
        }
    }

    @Test
    void confirmedResult_isThatOfAllCommands() throws Exception {
        confirm(Integer.MAX_VALUE);
        Path out = folder.resolve("out");

        assertThat(run("best", STUDY)).isZero();
        assertThat(printed())
                .startsWith("# " + STUDY + ", run 1, trial 8\n# minimize loss: 0.25\n")
                .contains("# confirmed: mean of 3 runs");
        console.reset();
        assertThat(run("summary", STUDY, "--to", out.toString())).isZero();
        assertThat(printed()).contains("best (trial 8)").contains("confirmed ");
        assertThat(out.resolve("confirmations.csv")).content().hasLineCount(1 + 4 + 3);
        assertThat(out.resolve("best.properties")).content().contains("run 1, trial 8");
        assertThat(out.resolve("report.html"))
                .content()
                .contains("\"confirmed\":{\"value\":0.25,\"low\":0.25,\"high\":0.25,\"runs\":3}");
        console.reset();
        assertThat(run("export", "json", STUDY)).isZero();
        assertThat(printed()).contains("\"best\": 8").contains("\"confirmation\"");
        console.reset();
        assertThat(run("studies")).isZero();
        assertThat(run("show", STUDY)).isZero();
        assertThat(printed().lines().filter(line -> line.contains(" 0.25 ")))
                .as("in the list of studies, and of runs")
                .hasSize(2);
    }

    @Test
    void runsThatAreNotDone_saySoAndConfirmNothing() throws Exception {
        confirm(2);

        assertThat(run("summary", STUDY)).isZero();
        assertThat(printed()).contains("best (trial 9)").contains("of 7 runs of the best configurations");
        console.reset();
        assertThat(run("best", STUDY)).isZero();
        assertThat(printed()).contains("run 1, trial 9").doesNotContain("confirmed");
    }

    @Test
    void filesOfAnEarlierConfirmation_areReplacedAndNotRemoved() throws Exception {
        confirm(Integer.MAX_VALUE);
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("confirmations.csv"), "of before");

        assertThat(run("summary", STUDY, "--to", out.toString())).isZero();

        assertThat(out.resolve("confirmations.csv")).content().startsWith("number,trial,round,");
    }
}
