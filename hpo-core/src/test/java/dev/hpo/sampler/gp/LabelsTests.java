// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.gp.GpParts;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsTests {

    private static final Outcome GOOD = Outcome.Complete.of(1);
    private static final Outcome BAD = new Outcome.Failed(Failure.of(Failure.Kind.EXCEPTION, "no"));
    private static final Outcome BROKEN_OFF = new Outcome.Failed(Failure.of(Failure.Kind.INTERRUPTED, "no"));

    @Test
    void failedTrialsAreToldFromTheOthersThatSaySomething() {
        Labels labels = of(List.of(GOOD, BAD, BROKEN_OFF, GOOD, new Outcome.Running(), GOOD));
        assertThat(labels.size()).isEqualTo(4);
        assertThat(labels.hasFailure()).isTrue();
        assertThat(labels.areMixed()).isTrue();
        assertThat(labels.mean()).isEqualTo(-0.5, within(1e-15));
        assertThat(labels.centered()).containsExactly(-0.5, 1.5, -0.5, -0.5);
    }

    @Test
    void theFirstOnesAreAboutTheirOwnMean() {
        Labels first = of(List.of(GOOD, BAD, GOOD, GOOD)).first(2);
        assertThat(first.centered()).containsExactly(-1, 1);
        assertThat(of(List.of(GOOD, GOOD, BAD)).first(2).hasFailure()).isFalse();
        assertThat(of(List.of(BAD, BAD)).areMixed()).isFalse();
        assertThat(of(List.of(GOOD, GOOD)).areMixed()).isFalse();
    }

    @Test
    void ofManyTheLatestHalfAndSomeOfTheOthersAreKept() {
        Labels all = of(IntStream.range(0, 10)
                .mapToObj(number -> number == 0 || number == 9 ? BAD : GOOD)
                .toList());
        Labels kept = all.thinned(6);
        assertThat(kept.points())
                .containsExactlyElementsOf(IntStream.of(0, 2, 4, 7, 8, 9)
                        .mapToObj(all.points()::get)
                        .toList());
        assertThat(kept.mean()).isEqualTo(-1.0 / 3, within(1e-15));
        assertThat(all.thinned(10)).isSameAs(all);
    }

    private static Labels of(List<Outcome> outcomes) {
        return Labels.of(GpParts.table(GpParts.PLANE, outcomes));
    }
}
