// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.encoding.Beliefs;
import dev.hpo.encoding.Encoding;
import dev.hpo.gp.GpParts;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeliefsTests {

    private static final Parameter<Double> RATE = Parameter.ofDouble(
                    Scope.root().child("rate"), RealDomain.of(Scale.LOG, 1e-4, 1))
            .near(1e-2, 0.1);
    private static final Parameter<Integer> UNITS = Parameter.ofInt(
                    Scope.root().child("units"), IntegerDomain.of(Scale.LINEAR, 1, 4))
            .near(3, 0.2);
    private static final Encoding ENCODING = Encoding.of(new PlainSpace(List.of(RATE, UNITS)));

    @Test
    void believedValuesScoreMoreAndEveryTrialTakesWeight() {
        double[] believed = {0.5, 0.625};
        double[] doubted = {0.95, 0.125};
        Beliefs early = new Beliefs(ENCODING, 5, 50);
        Beliefs late = new Beliefs(ENCODING, 40, 50);
        assertThat(early.logDensity(believed)).isGreaterThan(0);
        assertThat(early.logDensity(doubted)).isLessThan(0);
        assertThat(late.logDensity(believed)).isEqualTo(early.logDensity(believed) / 8, within(1e-12));
    }

    @Test
    void slopesAreThoseOfDifferences() {
        Beliefs beliefs = new Beliefs(ENCODING, 10, 100);
        double[] gradient = new double[2];
        double value = beliefs.logDensity(new double[] {0.4, 0.625}, gradient);
        assertThat(value).isEqualTo(beliefs.logDensity(new double[] {0.4, 0.625}));
        double around =
                beliefs.logDensity(new double[] {0.401, 0.625}) - beliefs.logDensity(new double[] {0.399, 0.625});
        assertThat(gradient[0]).isEqualTo(around / 0.002, within(1e-2)).isPositive();
        assertThat(gradient[1]).as("a whole number has no slope").isZero();
    }

    @Test
    void withoutBeliefsThereIsNothingToAdd() {
        assertThat(new Beliefs(GpParts.MIXED, 5, 50)
                        .logDensity(GpParts.points(GpParts.MIXED, 1).get(0)))
                .isZero();
    }
}
