// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterTests {

    private static final Scope PLACE = Scope.root().child("rate");

    static Stream<RealDomain> floats() {
        return Stream.of(
                RealDomain.of(Scale.LINEAR, 0.1, 0.7),
                RealDomain.of(Scale.LOG, 1e-30, 1),
                RealDomain.of(Scale.LOG, 1e-4, 0.1),
                RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.99999),
                RealDomain.of(Scale.LINEAR, 0.1000000001, 0.2999999999),
                RealDomain.stepped(0, 1, 0.1),
                RealDomain.stepped(0, 10, 0.001),
                new RealDomain(1e-4, 1, Scale.LOG, 500),
                new RealDomain(0.9, 0.9999, Scale.ONE_MINUS_LOG, 50));
    }

    @Test
    @SuppressWarnings("NullAway") // A user's constructor may leave a member null.
    void nullInstances_areNamed() {
        Parameter<String> choice = Parameter.ofChoice(PLACE, ChoiceDomain.of("a", "b"), List.of("a", "b"));
        assertThatThrownBy(() -> choice.raw(null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("rate must not be null; give one of a, b");
        ListParameter<String> list = new ListParameter<>(PLACE, 1, 2, place -> choice);
        assertThatThrownBy(() -> list.encode(null, Configuration.builder()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("rate.size must have a value, but the list is null; give a list of 1 to 2 elements");
    }

    @ParameterizedTest
    @MethodSource("floats")
    void everyFloat_survivesTheWayThroughItsRawValue(RealDomain domain) {
        Parameter<Float> parameter = Parameter.ofFloat(PLACE, domain);
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double unit = i == 0 ? 0 : i == 1 ? 1 : random.nextDouble();
            Object raw = parameter.canonical(domain.fromUnit(unit));
            float value = parameter.value(raw);
            assertThat(domain.contains(raw)).isTrue();
            assertThat(parameter.raw(value)).isEqualTo(raw);
            assertThat(parameter.canonical(raw)).isEqualTo(raw);
            assertThat(parameter.parse(domain.text(raw))).isEqualTo(raw);
        }
    }

    @Test
    void floatText_isTheOneThatIsMeant() {
        Parameter<Float> parameter = Parameter.ofFloat(PLACE, RealDomain.of(Scale.LINEAR, 0, 1));
        assertThat(parameter.raw(0.1f)).isEqualTo(0.1);
    }

    @Test
    void floatBounds_mustBeFloats() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameter.ofFloat(PLACE, RealDomain.of(Scale.LINEAR, 0, 1e39)))
                .withMessage("rate bounds (0.0, 1.0E39) must differ as floats, and be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameter.ofFloat(PLACE, RealDomain.of(Scale.LOG, 1e-50, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameter.ofFloat(PLACE, RealDomain.of(Scale.LINEAR, 1, 1.000000001)));
    }

    @Test
    void intBounds_mustBeInts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameter.ofInt(PLACE, IntegerDomain.of(Scale.LINEAR, 0, 1L << 31)))
                .withMessage("rate bounds (0, 2147483648) must be ints");
        Parameter<Integer> widest =
                Parameter.ofInt(PLACE, IntegerDomain.of(Scale.LINEAR, Integer.MIN_VALUE, Integer.MAX_VALUE));
        assertThat(widest.value(widest.raw(Integer.MIN_VALUE))).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void choices_standForValues() {
        Parameter<Integer> batch = Parameter.ofChoice(PLACE, ChoiceDomain.of("16", "32"), List.of(16, 32));
        assertThat(batch.raw(32)).isEqualTo("32");
        assertThat(batch.value("16")).isEqualTo(16);
        assertThatThrownBy(() -> batch.raw(64))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("rate value (64) must be in the domain: one of 16, 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameter.ofChoice(PLACE, ChoiceDomain.of("a", "b"), List.of(1)));
    }

    @Test
    void wrongValue_isNamed() {
        Parameter<Double> rate = Parameter.ofDouble(PLACE, RealDomain.of(Scale.LOG, 1e-4, 1));
        assertThatThrownBy(() -> rate.raw(2.0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("rate value (2.0) must be in the domain: 1e-4 to 1, log");
        assertThatThrownBy(() -> rate.raw(Double.NaN)).hasMessageStartingWith("rate value (NaN) must");
        assertThatThrownBy(() -> rate.parse("fast")).hasMessageStartingWith("rate value (fast) must be a number");
    }

    @Test
    void adjustable_isKeptAndNoPartOfTheIdentity() {
        Parameter<Double> rate = Parameter.ofDouble(PLACE, RealDomain.of(Scale.LOG, 1e-4, 1));
        Parameter<Double> adjustable = rate.adjustable();
        assertThat(rate.isAdjustable()).isFalse();
        assertThat(adjustable.isAdjustable()).isTrue();
        assertThat(adjustable.adjustable().isAdjustable()).isTrue();
        assertThat(adjustable).isEqualTo(rate).hasSameHashCodeAs(rate).hasToString(rate.toString());
        assertThat(adjustable.near(0.1, 0.2).isAdjustable()).isTrue();
        assertThat(rate.near(0.1, 0.2).adjustable().prior()).isPresent();
        assertThat(rate.near(0.1, 0.2).isAdjustable()).isFalse();
        Parameter<String> kind = Parameter.ofChoice(PLACE, ChoiceDomain.of("a", "b"), List.of("a", "b"));
        assertThat(kind.adjustable().favouring("a", 0.5).isAdjustable()).isTrue();
        assertThat(adjustable.raw(0.1)).isEqualTo(0.1);
        assertThat(adjustable.parse("0.1")).isEqualTo(0.1);
    }

    @Test
    void equality_isThatOfNameDomainAndConditions() {
        RealDomain domain = RealDomain.of(Scale.LINEAR, 0, 1);
        Parameter<Double> parameter = Parameter.ofDouble(PLACE, domain);
        Parameter<String> kind = Parameter.ofChoice(Scope.root().child("kind"), ChoiceDomain.of("a"), List.of("a"));
        assertThat(parameter)
                .isEqualTo(Parameter.ofDouble(Scope.root().child("rate"), domain))
                .hasSameHashCodeAs(Parameter.ofDouble(Scope.root().child("rate"), domain))
                .hasToString("rate: 0 to 1")
                .isNotEqualTo(Parameter.ofDouble(Scope.root().child("other"), domain))
                .isNotEqualTo(Parameter.ofDouble(PLACE, RealDomain.of(Scale.LINEAR, 0, 2)))
                .isNotEqualTo(Parameter.ofDouble(PLACE.when(new Condition.Equal(kind, "a")), domain));
    }
}
