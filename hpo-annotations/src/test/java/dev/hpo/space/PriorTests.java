// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PriorTests {

    private static final Scope PLACE = Scope.root().child("p");
    private static final RealDomain RATES = RealDomain.of(Scale.LOG, 1e-5, 1);
    private static final int SLICES = 20_000;

    static Stream<Parameter<?>> believed() {
        return Stream.of(
                Parameter.ofDouble(PLACE, RATES).near(1e-3, 0.1),
                Parameter.ofDouble(PLACE, RATES).near(1.0, 1),
                Parameter.ofDouble(PLACE, RATES).near(1e-5, 1e-4),
                Parameter.ofDouble(PLACE, RealDomain.stepped(0, 1, 0.1)).near(0.3, 0.05),
                Parameter.ofInt(PLACE, IntegerDomain.of(Scale.LOG, 1, 1000)).near(8, 0.2),
                Parameter.ofLong(PLACE, IntegerDomain.of(Scale.LINEAR, -3, 3)).near(3L, 0.3),
                number("16", "32", "64").near(32, 0.2),
                text("a", "b", "c", "d").favouring("a", 0.5),
                text("a", "b", "c").favouring("b", 0.9),
                text("a", "b", "c").favouring("c", 0.1));
    }

    private static Parameter<Integer> number(String... texts) {
        return Parameter.ofChoice(
                PLACE,
                ChoiceDomain.ordered(texts),
                Stream.of(texts).map(Integer::valueOf).toList());
    }

    private static Parameter<String> text(String... texts) {
        return Parameter.ofChoice(PLACE, ChoiceDomain.of(texts), List.of(texts));
    }

    @ParameterizedTest
    @MethodSource("believed")
    void densityOfPositions_isOneInTheMean(Parameter<?> parameter) {
        Prior prior = parameter.prior().orElseThrow();
        double sum = 0;
        for (int i = 0; i < SLICES; i++) {
            sum += Math.exp(prior.logDensityAt((i + 0.5) / SLICES)) / SLICES;
        }
        assertThat(sum).isCloseTo(1, within(1e-3));
    }

    @ParameterizedTest
    @MethodSource("believed")
    void positions_haveThatDensity(Parameter<?> parameter) {
        Prior prior = parameter.prior().orElseThrow();
        assertThat(prior.position(0)).isZero();
        assertThat(prior.position(1)).isCloseTo(1, within(1e-9));
        // Between two positions lies their share of the probability: the sum of the density over it.
        for (double share = 0; share < 0.99; share += 0.1) {
            double from = prior.position(share);
            double to = prior.position(share + 0.1);
            double sum = 0;
            for (int i = 0; i < SLICES; i++) {
                sum += Math.exp(prior.logDensityAt(from + (to - from) * (i + 0.5) / SLICES)) * (to - from) / SLICES;
            }
            assertThat(sum).isCloseTo(0.1, within(1e-3));
        }
    }

    @ParameterizedTest
    @MethodSource("believed")
    void separateValues_areDrawnAsOftenAsTheirDensitySays(Parameter<?> parameter) {
        Domain domain = parameter.domain();
        Prior prior = parameter.prior().orElseThrow();
        if (domain.cardinality() > 10) {
            return;
        }
        for (long i = 0; i < domain.cardinality(); i++) {
            Object raw = domain.valueAt(i);
            long drawn = 0;
            for (int j = 0; j < SLICES; j++) {
                drawn += domain.fromUnit(prior.position((j + 0.5) / SLICES)).equals(raw) ? 1 : 0;
            }
            assertThat((double) drawn / SLICES * domain.cardinality())
                    .isCloseTo(Math.exp(prior.logDensity(raw)), within(2e-3));
        }
    }

    @Test
    void densityOfAValueOnALogScale_isThatOfItsCell() {
        Parameter<Integer> parameter = Parameter.ofInt(PLACE, IntegerDomain.of(Scale.LOG, 1, 20));
        Prior prior = parameter.near(4, 0.15).prior().orElseThrow();
        double length = Math.log(20.5 / 0.5);
        double sum = 0;
        for (long value = 1; value <= 20; value++) {
            sum += Math.exp(prior.logDensity(value)) * Math.log((value + 0.5) / (value - 0.5)) / length;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(prior.logDensity(4L)).isGreaterThan(prior.logDensity(1L)).isGreaterThan(prior.logDensity(20L));
    }

    @Test
    void noValueIsRuledOut_andTheBelievedOneIsLikelier() {
        Prior sharp = Parameter.ofDouble(PLACE, RATES).near(1e-3, 1e-3).prior().orElseThrow();
        assertThat(sharp.logDensity(1.0)).isCloseTo(Math.log(0.1), within(1e-12));
        assertThat(sharp.logDensity(1e-3)).isGreaterThan(5);
        // A uniform share of a tenth, half of it below the middle.
        assertThat(sharp.position(0.03)).isCloseTo(0.3, within(1e-9));

        Prior choice = text("a", "b").favouring("b", 0.9).prior().orElseThrow();
        assertThat(choice.logDensity("a")).isCloseTo(Math.log(0.1), within(1e-12));
    }

    @Test
    void normalDistribution_hasTheTabulatedValues() {
        assertThat(Normal.cumulative(0)).isEqualTo(0.5);
        assertThat(Normal.cumulative(1.96)).isCloseTo(0.975002104851780, within(1e-14));
        assertThat(Normal.cumulative(-3)).isCloseTo(0.001349898031630095, within(1e-15));
        assertThat(Normal.cumulative(8.9)).isCloseTo(1, within(1e-15));
        assertThat(Normal.cumulative(-1e300)).isZero();
        assertThat(Normal.density(1)).isCloseTo(0.24197072451914337, within(1e-16));
    }

    @Test
    void beliefs_areNoPartOfTheIdentity() {
        Parameter<Double> plain = Parameter.ofDouble(PLACE, RATES);
        Parameter<Double> believed = plain.near(1e-3, 0.1);
        assertThat(plain.prior()).isEmpty();
        assertThat(believed).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(new PlainSpace(List.of(believed)).fingerprint())
                .isEqualTo(new PlainSpace(List.of(plain)).fingerprint());
        assertThat(believed.prior().orElseThrow().describe()).isEqualTo("near 0.001, spread 0.1");
        assertThat(text("a", "b").favouring("b", 0.5).prior().orElseThrow().describe())
                .isEqualTo("favours b, weight 0.5");
    }

    @Test
    void wrongBeliefs_areRefused() {
        Parameter<Double> rate = Parameter.ofDouble(PLACE, RATES);
        assertThatThrownBy(() -> rate.near(2.0, 0.1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("p value (2.0) must be in the domain");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate.near(0.1, 0))
                .withMessage("spread (0.0) must be above 0 and at most 1");
        assertThatIllegalArgumentException().isThrownBy(() -> rate.near(0.1, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> rate.near(0.1, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rate.favouring(0.1, 0.5))
                .withMessageContaining("use near");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text("a", "b").near("a", 0.5))
                .withMessageContaining("use favouring");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text("a", "b").favouring("a", 0.95))
                .withMessage("weight (0.95) must be above 0 and at most 0.9");
        assertThatThrownBy(() -> text("a", "b").favouring("c", 0.5)).isInstanceOf(ConfigurationException.class);
    }
}
