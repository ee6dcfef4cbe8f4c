// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.AutoPruner;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.AutoSampler;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StudySpecTests {

    private final StudySpec spec = StudySpec.maximize("digits", "accuracy");

    @Test
    void defaultsAreThoseOfTheGuide() {
        assertThat(spec.name()).isEqualTo("digits");
        assertThat(spec.metric()).isEqualTo("accuracy");
        assertThat(spec.direction()).isEqualTo(Direction.MAXIMIZE);
        assertThat(spec.of()).isEqualTo(Of.LAST);
        assertThat(spec.trials()).isEqualTo(50);
        assertThat(spec.timeout()).isEmpty();
        assertThat(spec.patience()).isEmpty();
        assertThat(spec.maxRejections()).isEqualTo(1000);
        assertThat(spec.mode()).isEqualTo(Mode.SEQUENTIAL);
        assertThat(spec.threads()).isEqualTo(1);
        assertThat(spec.window()).isEqualTo(4);
        assertThat(spec.seed()).isEmpty();
        assertThat(spec.queued()).isEmpty();
        assertThat(spec.sampler()).isInstanceOf(AutoSampler.class);
        assertThat(spec.pruner()).isInstanceOf(AutoPruner.class);
    }

    @Test
    void eachChangeKeepsTheOthers() {
        StudySpec changed = spec.withOf(Of.BEST)
                .withTrials(7)
                .withTimeout(Duration.ofMinutes(3))
                .withPatience(5)
                .withMaxRejections(9)
                .withMode(Mode.ORDERED)
                .withThreads(3)
                .withWindow(6)
                .withSeed(11)
                .withSampler(new RandomSampler())
                .withPruner(new NopPruner());

        assertThat(changed.of()).isEqualTo(Of.BEST);
        assertThat(changed.trials()).isEqualTo(7);
        assertThat(changed.timeout()).contains(Duration.ofMinutes(3));
        assertThat(changed.patience()).hasValue(5);
        assertThat(changed.maxRejections()).isEqualTo(9);
        assertThat(changed.mode()).isEqualTo(Mode.ORDERED);
        assertThat(changed.threads()).isEqualTo(3);
        assertThat(changed.window()).isEqualTo(6);
        assertThat(changed.seed()).hasValue(11);
        assertThat(changed.sampler()).isInstanceOf(RandomSampler.class);
        assertThat(changed.pruner()).isInstanceOf(NopPruner.class);
        assertThat(changed.storage()).isSameAs(spec.storage());
        assertThat(spec.trials()).isEqualTo(50);
    }

    @Test
    void valuesAreChecked() {
        assertRefused(old -> old.withTrials(0), "StudySpec.trials (0) must be at least 1");
        assertRefused(old -> old.withPatience(0), "StudySpec.patience (0) must be at least 1");
        assertRefused(old -> old.withMaxRejections(0), "StudySpec.maxRejections (0) must be at least 1");
        assertRefused(old -> old.withThreads(-2), "StudySpec.threads (-2) must be at least 1");
        assertRefused(old -> old.withWindow(0), "StudySpec.window (0) must be at least 1");
        assertRefused(old -> old.withTimeout(Duration.ZERO), "StudySpec.timeout (PT0S) must be above zero");
        assertRefused(old -> StudySpec.minimize(" ", "loss"), "StudySpec.name must not be blank");
        assertRefused(old -> StudySpec.minimize("digits", ""), "StudySpec.metric must not be blank");
    }

    private void assertRefused(UnaryOperator<StudySpec> change, String message) {
        assertThatThrownBy(() -> change.apply(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
