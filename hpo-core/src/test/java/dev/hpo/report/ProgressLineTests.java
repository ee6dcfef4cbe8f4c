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
import org.junit.jupiter.api.Test;

class ProgressLineTests {

    @Test
    void best_isShownWithAsManyParametersAsFit() {
        StudyView view = Studies.usual();
        assertThat(ProgressLine.text(view.facts(), view.space(), view.history()))
                .isEqualTo("DigitsTuning.tune  7/50  best 0.1237 (trial 2)  learningRate=0.0131, ... 4 more");
    }

    @Test
    void nothingComplete_saysWhatHappened() {
        Trials trials = new Trials()
                .initial(mlp(0.1, 0.9, 64, null), failed(Failure.Kind.EXCEPTION, "x"))
                .sampled(mlp(0.2, 0.9, 64, null), failed(Failure.Kind.REJECTED, "x"))
                .sampled(mlp(0.2, 0.9, 65, null), new Outcome.Pruned("x"))
                .sampled(mlp(0.2, 0.9, 66, null), new Outcome.Running());
        assertThat(ProgressLine.text(Studies.FACTS, Studies.MLP, trials.history()))
                .isEqualTo("DigitsTuning.tune  2/50  none complete, 1 failed, 1 pruned");
        assertThat(ProgressLine.text(Studies.FACTS, Studies.MLP, History.empty()))
                .isEqualTo("DigitsTuning.tune  0/50  none complete");
    }

    @Test
    void studyName_losesItsPackage() {
        assertThat(line("com.acme.models.vision.DigitsTuning.tune"))
                .isEqualTo("DigitsTuning.tune  1 trial  best 1 (trial 0)  learningRate=0.1, ... 3 more");
        assertThat(line("VeryLongNameOfATuningClassOfDigits.tuneTheWholeNetwork\n"))
                .isEqualTo("...igits.tuneTheWholeNetwork\\n  1 trial  best 1 (trial 0)");
    }

    private static String line(String study) {
        StudyFacts facts = new StudyFacts(study, Direction.MINIMIZE, 1, Integer.MAX_VALUE, 1);
        Trials trials = new Trials().initial(mlp(0.1, 0.9, 64, null), Outcome.Complete.of(1));
        String line = ProgressLine.text(facts, Studies.MLP, trials.history());
        assertThat(line).hasSizeLessThanOrEqualTo(80);
        return line;
    }
}
