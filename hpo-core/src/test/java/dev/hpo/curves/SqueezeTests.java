// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Progress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqueezeTests {

    private static final double NAN = Double.NaN;

    @Test
    void lowestIsZero_medianIsOne_andWhatIsWorseIsPulledTogether() {
        Squeeze squeeze = of(10, 12, 14, 100);
        assertThat(squeeze.of(10)).isZero();
        assertThat(squeeze.of(13)).as("the middle of the finite ones").isEqualTo(1, within(1e-12));
        assertThat(squeeze.of(11.5)).isEqualTo(Math.log(3.5) / Math.log(6), within(1e-12));
        assertThat(squeeze.of(16)).isEqualTo(Math.log(8.5) / Math.log(6), within(1e-12));
        assertThat(squeeze.of(9.7)).isEqualTo(-.5 / Math.log(6), within(1e-12));
    }

    @Test
    void fromSomeBadnessOn_allIsEquallyBad() {
        Squeeze squeeze = of(10, 12, 14, 100);
        double worst = Math.log(16) / Math.log(6);
        assertThat(squeeze.of(1e300)).isEqualTo(worst, within(1e-12));
        assertThat(squeeze.of(NAN)).isEqualTo(worst, within(1e-12));
        assertThat(squeeze.of(Double.POSITIVE_INFINITY)).isEqualTo(worst, within(1e-12));
        assertThat(squeeze.of(-1e300)).isEqualTo(squeeze.of(9.4), within(1e-12));
    }

    @Test
    void anyLossesHaveAScale() {
        for (Squeeze squeeze : List.of(of(), of(5), of(5, 5, 5), of(5, 5, 7), of(-1e308, 1e308), of(0, 1e-320))) {
            double[] places = Arrays.stream(new double[] {5, 7, NAN, -1e308, 1e308})
                    .map(squeeze::of)
                    .toArray();
            assertThat(places).doesNotContain(NAN);
            assertThat(Arrays.stream(places).map(Math::abs).max())
                    .hasValueCloseTo(Math.log(16) / Math.log(6), within(1e-9));
        }
        assertThat(of(5, 5, 7).of(7)).isEqualTo(1, within(1e-12));
    }

    /** Returns the scale of trials that have come to the first level with some losses. */
    private static Squeeze of(double... losses) {
        MadeCurves made = new MadeCurves(Aim.last(Direction.MINIMIZE));
        return Squeeze.of(Arrays.stream(losses)
                .mapToObj(loss -> Trace.of(
                        made.running(MadeCurves.others().get(0)).with(Progress.NONE.with(new Observation(9, loss))),
                        new double[2],
                        Ladder.of(27, 1),
                        Aim.last(Direction.MINIMIZE)))
                .toList());
    }
}
