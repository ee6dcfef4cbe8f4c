// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTests {

    @Test
    void interval_isStudents() {
        Sample sample = new Sample(List.of(1.0, 2.0, 3.0, 4.0, 5.0));

        Interval interval = sample.interval(.95);

        // 2.7764 is the quantile with 4 degrees of freedom, 1.5811 the standard deviation.
        assertThat(interval.estimate()).isEqualTo(3);
        assertThat(interval.halfWidth()).isCloseTo(2.7764 * 1.5811 / Math.sqrt(5), within(1e-3));
        assertThat(interval.contains(3)).isTrue();
        assertThat(interval.contains(5)).isFalse();
    }

    @Test
    void lead_isWelchs() {
        // NIST/SEMATECH's way of computing it, by hand: variances 2.5 and 10 of five values each, 5.882 degrees of
        // freedom.
        Sample some = new Sample(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        Sample others = new Sample(List.of(0.0, 2.0, 4.0, 6.0, 8.0));

        Interval lead = some.lead(others, .95);

        assertThat(lead.estimate()).isEqualTo(-1);
        assertThat(lead.halfWidth()).isCloseTo(2.4589 * Math.sqrt(2.5), within(2e-3));
        assertThat(lead.negated()).isEqualTo(new Interval(1, -lead.high(), -lead.low()));
    }

    @Test
    void equalValues_haveNoWidth() {
        Sample equal = new Sample(List.of(2.0, 2.0, 2.0));

        assertThat(equal.interval(.95)).isEqualTo(new Interval(2, 2, 2));
        assertThat(equal.lead(new Sample(List.of(1.0, 1.0)), .95)).isEqualTo(new Interval(1, 1, 1));
        assertThat(equal.lead(new Sample(List.of(1.0, 2.0, 3.0)), .95).halfWidth())
                .isPositive()
                .isFinite();
    }

    @Test
    void singleValue_saysNothingOfTheMean() {
        Sample single = new Sample(List.of(2.0));
        Sample some = new Sample(List.of(1.0, 2.0, 4.0));

        assertThat(single.interval(.95).halfWidth()).isInfinite();
        assertThat(single.lead(some, .95).halfWidth()).isInfinite();
        assertThat(some.lead(single, .95).halfWidth()).isInfinite();
    }

    @Test
    void whatIsNoSample_isRefused() {
        assertThatThrownBy(() -> new Sample(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Sample(List.of(1.0, Double.NaN))).hasMessageContaining("finite");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, Double.NaN})
    void whatIsNoConfidence_isRefused(double confidence) {
        assertThatThrownBy(() -> new Sample(List.of(1.0, 2.0)).interval(confidence))
                .hasMessageContaining("confidence (" + confidence + ") must lie between 0 and 1");
    }

    /** 4000 samples: a share of .95 has a standard error of .0035. */
    @Test
    void intervals_coverAsOftenAsTheySay() {
        RandomGenerator random = new SplittableRandom(7);
        int value = 0;
        int lead = 0;
        for (int draw = 0; draw < 4000; draw++) {
            Sample some = draw(random, 3, 1);
            Sample others = draw(random, 1, 2);
            value += some.interval(.95).contains(3) ? 1 : 0;
            lead += some.lead(others, .95).contains(2) ? 1 : 0;
        }

        assertThat(value / 4000.0).isCloseTo(.95, within(.015));
        assertThat(lead / 4000.0).isBetween(.94, .975);
    }

    private static Sample draw(RandomGenerator random, double mean, double deviation) {
        return new Sample(Stream.generate(() -> mean + deviation * random.nextGaussian())
                .limit(5)
                .toList());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-90, 1, 1e90, 1e150})
    void lead_isOfAnyUnit(double unit) {
        Interval usual = new Sample(List.of(3., 4., 6.)).lead(new Sample(List.of(1., 2., 2.5, 4.)), .95);
        Interval lead = new Sample(List.of(3 * unit, 4 * unit, 6 * unit))
                .lead(new Sample(List.of(unit, 2 * unit, 2.5 * unit, 4 * unit)), .95);

        assertThat(lead.low() / unit).isCloseTo(usual.low(), within(1e-9));
        assertThat(lead.high() / unit).isCloseTo(usual.high(), within(1e-9));
    }

    @Test
    void numbersWhoseSquaresAreNone_haveAMeanAndNoInterval() {
        Sample huge = new Sample(List.of(1e308, 1.5e308, 1.7e308));

        Interval lead = huge.lead(new Sample(List.of(1., 2.)), .95);

        assertThat(huge.mean()).isCloseTo(1.4e308, within(1e300));
        assertThat(lead.estimate()).isEqualTo(huge.mean());
        assertThat(lead.halfWidth()).isInfinite();
    }
}
