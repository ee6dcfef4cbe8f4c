// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.population.ChangeModel.Seen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model of gains finds where they are, forgets what was long ago, and goes where it knows little. */
class ChangeModelTests {

    @Test
    void pointThatGains_isPreferred() {
        List<Seen> seen = new ArrayList<>();
        for (int point = 0; point <= 20; point++) {
            double x = point / 20.0;
            seen.add(seen(x, 1, -(x - .3) * (x - .3)));
        }
        ChangeModel model = ChangeModel.of(seen, List.of()).orElseThrow();

        assertThat(model.upperBound(new double[] {.3}, 1)).isGreaterThan(model.upperBound(new double[] {.6}, 1));
        assertThat(model.upperBound(new double[] {.3}, 1)).isGreaterThan(model.upperBound(new double[] {0}, 1));
    }

    /** What gained at first harms by now. */
    @Test
    void whatGainedLongAgo_isForgotten() {
        List<Seen> seen = new ArrayList<>();
        for (int generation = 0; generation < 20; generation++) {
            double sign = generation < 10 ? 1 : -1;
            seen.add(seen(.9, generation, sign));
            seen.add(seen(.1, generation, -sign));
        }
        ChangeModel model = ChangeModel.of(seen, List.of()).orElseThrow();

        assertThat(model.upperBound(new double[] {.1}, 20)).isGreaterThan(model.upperBound(new double[] {.9}, 20));
        assertThat(model.upperBound(new double[] {.9}, 0)).isGreaterThan(model.upperBound(new double[] {.1}, 0));
    }

    @Test
    void whatIsBeingTried_promisesLess() {
        List<Seen> seen = List.of(seen(.1, 1, 0), seen(.2, 1, .5), seen(.3, 1, -.5), seen(.15, 1, .2));
        double[] far = {.9};

        double alone = ChangeModel.of(seen, List.of()).orElseThrow().upperBound(far, 2);
        double beside =
                ChangeModel.of(seen, List.of(seen(.9, 2, 0))).orElseThrow().upperBound(far, 2);

        assertThat(beside).isLessThan(alone);
    }

    @Test
    void equalGains_areNoReasonToFail() {
        List<Seen> seen = List.of(seen(.1, 1, 2), seen(.1, 1, 2), seen(.9, 2, 2));

        assertThat(ChangeModel.of(seen, List.of()).orElseThrow().upperBound(new double[] {.5}, 3))
                .isFinite();
    }

    @Test
    void fewGains_makeNoModel() {
        assertThat(ChangeModel.of(List.of(seen(.1, 1, 0), seen(.2, 1, 1)), List.of()))
                .isEmpty();
    }

    private static Seen seen(double x, int generation, double gain) {
        return new Seen(new double[] {x}, generation, gain);
    }
}
