// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.ConfigurationProperties;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestPropertiesTests {

    @Test
    void best_isWrittenWithItsOrigin() throws IOException {
        StudyView view = Studies.usual();
        String text = BestProperties.text(view).orElseThrow();
        assertThat(text).isEqualTo("""
# DigitsTuning.tune, run 3, trial 2
# minimize validation loss: 0.12374
# best step 1 of 3: 2.5
# after 7 of 50 trials: 3 complete, 1 pruned, 3 failed, 1 rejected
# seed 8934759834759834, seed of the trial 102, found at 2026-03-01T12:00:05.500Z
# ended: all 50 trials are done
learningRate = 0.0131
momentum = 0.987
hiddenUnits = 93
optimizer = adam
optimizer.adam.beta1 = 0.93
""");
        assertThat(ConfigurationProperties.read(Studies.MLP, new StringReader(text), "best.properties"))
                .isEqualTo(view.best().orElseThrow().configuration());
    }

    @Test
    void runThatGoesOn_saysSo() {
        assertThat(text(Optional.empty())).contains("""
# after 2 of 50 trials: 1 complete, 1 pruned, 1 running
# seed 8934759834759834, seed of the trial 100, found at 2026-03-01T12:00:01.500Z
# the run goes on
learningRate""");
    }

    @Test
    void reasonOfAnInterruption_staysOnItsLineAndReadable() {
        StudyRun.End end = new StudyRun.End(Studies.NOON, "two\nlines \u202e", true);

        assertThat(text(Optional.of(end))).contains("""
# after 2 of 50 trials: 1 complete, 1 pruned, 1 not ended
""", "\n# interrupted: two\\nlines \\u202e\nlearningRate = 0.01\n");
    }

    private static String text(Optional<StudyRun.End> end) {
        Studies.Trials trials = new Studies.Trials()
                .sampled(Studies.mlp(0.01, 0.9, 64, null), Outcome.Complete.of(0.5))
                .sampled(Studies.mlp(0.02, 0.9, 64, null), new Outcome.Pruned("worse"))
                .sampled(Studies.mlp(0.03, 0.9, 64, null), new Outcome.Running());
        StudyRun run = new StudyRun(1, "loss", "grid", Studies.NOON, end);
        return BestProperties.text(new StudyView(Studies.FACTS, run, Studies.MLP, trials.history()))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Digits.tune", "Tuning.of it, run 9, trial 1", "two\nlines", "\"\ud83d\ude00\" # = : !"})
    void run_isReadAgain(String study) throws IOException {
        StudyFacts facts = new StudyFacts(study, Direction.MINIMIZE, 1, 50, 1);
        String text = BestProperties.text(Studies.view(
                        facts, "loss: final", Studies.MLP, Studies.usual().history()))
                .orElseThrow();

        assertThat(BestProperties.run(study, new StringReader(text))).hasValue(3);
        assertThat(BestProperties.run(study + "x", new StringReader(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "learningRate = 0.1",
                "# Digits.tune, run 0, trial 2",
                "# Digits.tune, run 12345678901, trial 2",
                "# Digits.tune, run 3",
                "# what my colleague says\n# Digits.tune, run 3, trial 2"
            })
    void textOfAnotherOrigin_namesNoRun(String text) throws IOException {
        assertThat(BestProperties.run("Digits.tune", new StringReader(text))).isEmpty();
    }

    @Test
    void nothingComplete_isEmpty() {
        assertThat(BestProperties.text(Studies.view(Studies.MLP, History.empty())))
                .isEmpty();
    }
}
