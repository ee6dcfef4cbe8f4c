// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.gp.Fits;
import dev.hpo.gp.GpParts;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationsTests {

    @Test
    void prunedTrialIsAsBadAsTheMedianAndNoisier() {
        Observations observations = Observations.of(GpParts.table(
                GpParts.PLANE,
                List.of(
                        Outcome.Complete.of(1),
                        Outcome.Complete.of(2),
                        new Outcome.Pruned("hopeless"),
                        new Outcome.Failed(Failure.of(Failure.Kind.EXCEPTION, "no")),
                        Outcome.Complete.of(9),
                        new Outcome.Running())));
        // It has reported nothing, so it is taken to be as bad as the worst.
        assertThat(observations.losses()).containsExactly(1, 2, 9, 9);
        assertThat(observations.noises()[2]).isGreaterThan(observations.noises()[0]);
    }

    @Test
    void thinningKeepsTheBestAndTheOrder() {
        Observations all = Observations.of(GpParts.table(GpParts.PLANE, 100, point -> point[0]));
        Observations few = all.thinned(20);
        assertThat(few.size()).isEqualTo(20);
        assertThat(few.losses()).doesNotHaveDuplicates();
        assertThat(all.losses()).contains(few.losses());
        double tenth = java.util.Arrays.stream(all.losses()).sorted().toArray()[9];
        assertThat(few.losses()).contains(tenth);
        assertThat(all.points().indexOf(few.points().get(0)))
                .isLessThan(all.points().indexOf(few.points().get(19)));
        assertThat(all.thinned(100)).isSameAs(all);
    }

    @Test
    void hyperparametersAreFoundAtFixedNumbersOfObservations() {
        assertThat(List.of(7, 9, 10, 11, 12, 13, 14, 100, 500).stream()
                        .map(Fits::scheduled)
                        .toList())
                .containsExactly(7, 9, 10, 10, 12, 12, 14, 94, 436);
    }
}
