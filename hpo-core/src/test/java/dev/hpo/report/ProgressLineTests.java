// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static dev.hpo.report.Studies.failed;
import static dev.hpo.report.Studies.mlp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.Studies.Trials;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressLineTests {

    private static final ProgressLine.Time TIME = new ProgressLine.Time(Duration.ofSeconds(14), Optional.empty());

    @Test
    void best_isShownWithCountsAndTimes() {
        StudyView view = Studies.usual();
        assertThat(ProgressLine.text(view.facts(), view.history(), TIME))
                .isEqualTo("DigitsTuning.tune  7/50  best 0.1237 (trial 2)  3 failed, 1 pruned  14 of 100 s");
    }

    @Test
    void entryOfADiary_goesOnBehindTheName_whereItIsTooWide() {
        String head = "generation 1 of 2: best 0.5 (member 0, trial 0), worst 0.9;";
        String one = "member 1 was 3 of 4: copies trial 0, learningRate 0.1 -> 0.05, momentum 0.9 -> 0.95 (max);";
        String other = "member 2 was 4 of 4: copies trial 0, learningRate 0.1 -> 0.2, momentum 0.9 -> 0.91";

        String line = ProgressLine.diary("com.acme.DigitsTuning.raise", head + " " + one + " " + other);

        String below = "\n" + " ".repeat("DigitsTuning.raise  ".length());
        assertThat(line).isEqualTo("DigitsTuning.raise  " + head + below + one + below + other);
        assertThat(ProgressLine.diary("com.acme.DigitsTuning.raise", head)).isEqualTo("DigitsTuning.raise  " + head);
    }

    @Test
    void best_isToldApartFromTheStart() {
        StudyView view = Studies.usual();
        assertThat(ProgressLine.best(view.facts(), view.space(), view.history()))
                .contains("  learningRate=0.0131, momentum=0.987, hiddenUnits=93, ... 2 more");
    }

    @Test
    void startThatIsTheBest_differsInNothing() {
        Trials trials = new Trials().initial(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(1));
        assertThat(ProgressLine.best(Studies.FACTS, Studies.MLP, trials.history()))
                .isEmpty();
        assertThat(ProgressLine.best(Studies.FACTS, Studies.MLP, History.empty()))
                .isEmpty();
    }

    @Test
    void onlyWhatDiffers_isNamed() {
        Trials trials = new Trials()
                .initial(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(1))
                .sampled(mlp(0.1, 0.95, 64, null), Outcome.Complete.of(0.5));
        assertThat(ProgressLine.best(Studies.FACTS, Studies.MLP, trials.history()))
                .contains("  momentum=0.95");
    }

    @Test
    void withoutAStart_allParametersDiffer() {
        Trials trials = new Trials().sampled(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(1));
        assertThat(ProgressLine.best(Studies.FACTS, Studies.MLP, trials.history()))
                .contains("  learningRate=0.1, momentum=0.9, hiddenUnits=64, optimizer=sgd");
    }

    @Test
    void nothingComplete_saysWhatHappened() {
        Trials trials = new Trials()
                .initial(mlp(0.1, 0.9, 64, null), failed(Failure.Kind.EXCEPTION, "x"))
                .sampled(mlp(0.2, 0.9, 64, null), failed(Failure.Kind.REJECTED, "x"))
                .sampled(mlp(0.2, 0.9, 65, null), new Outcome.Pruned("x"))
                .sampled(mlp(0.2, 0.9, 66, null), new Outcome.Running());
        assertThat(ProgressLine.text(Studies.FACTS, trials.history(), TIME))
                .isEqualTo("DigitsTuning.tune  2/50  none complete, 1 failed, 1 pruned  0.2 of 5.8 min");
        assertThat(ProgressLine.text(Studies.FACTS, History.empty(), TIME))
                .isEqualTo("DigitsTuning.tune  0/50  none complete  14.0 s");
    }

    @Test
    void limitOfTime_isTheEndIfItComesFirst() {
        assertThat(line("a.B.c", Duration.ofMinutes(1))).endsWith("  14 of 60 s");
        assertThat(line("a.B.c", Duration.ofSeconds(1))).endsWith("  14.0 s");
    }

    @Test
    void studyName_losesItsPackage() {
        assertThat(line("com.acme.models.vision.DigitsTuning.tune", Duration.ZERO))
                .isEqualTo("DigitsTuning.tune  1 trial  best 1 (trial 0)  14.0 s");
        assertThat(line("VeryLongNameOfATuningClassOfDigits.tuneTheWholeNetwork\n", Duration.ZERO))
                .isEqualTo("...igits.tuneTheWholeNetwork\\n  1 trial  best 1 (trial 0)  14.0 s");
    }

    private static String line(String study, Duration limit) {
        StudyFacts facts = new StudyFacts(study, Direction.MINIMIZE, 1, Integer.MAX_VALUE, 1);
        Trials trials = new Trials().initial(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(1));
        String line =
                ProgressLine.text(facts, trials.history(), new ProgressLine.Time(TIME.elapsed(), Optional.of(limit)));
        assertThat(line).hasSizeLessThanOrEqualTo(80);
        return line;
    }
}
