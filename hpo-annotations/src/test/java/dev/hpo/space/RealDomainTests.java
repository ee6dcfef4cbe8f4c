// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RealDomainTests {

    static Stream<RealDomain> continuous() {
        return Stream.of(
                RealDomain.of(Scale.LINEAR, -1, 1),
                RealDomain.of(Scale.LINEAR, -Double.MAX_VALUE, Double.MAX_VALUE),
                RealDomain.of(Scale.LINEAR, 1, Math.nextUp(1.0)),
                RealDomain.of(Scale.LOG, 1e-4, 1),
                RealDomain.of(Scale.LOG, 1e-30, 1),
                RealDomain.of(Scale.LOG, Double.MIN_VALUE, Double.MAX_VALUE),
                RealDomain.of(Scale.LOG, 3, Math.nextUp(3.0)),
                RealDomain.of(Scale.LOG, 1e300, Math.nextUp(1e300)),
                RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.999),
                RealDomain.of(Scale.ONE_MINUS_LOG, 0, Math.nextDown(1.0)),
                RealDomain.of(Scale.ONE_MINUS_LOG, 0, Double.MIN_VALUE),
                RealDomain.of(Scale.LOGIT, 1e-30, 0.5),
                RealDomain.of(Scale.LOGIT, 0.1, Math.nextUp(0.1)));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void unitInterval_hitsBothBoundsAndStaysBetweenThem(RealDomain domain) {
        assertThat(domain.fromUnit(0)).isEqualTo(domain.min());
        assertThat(domain.fromUnit(1)).isEqualTo(domain.max());
        assertThat(domain.fromUnit(-3)).isEqualTo(domain.min());
        assertThat(domain.fromUnit(Double.POSITIVE_INFINITY)).isEqualTo(domain.max());
        assertThat(domain.toUnit(domain.min())).isZero();
        assertThat(domain.toUnit(domain.max())).isEqualTo(1);
        double last = domain.min();
        for (int i = 1; i < 1000; i++) {
            double value = domain.fromUnit(i / 1000.0);
            assertThat(domain.contains(value)).isTrue();
            assertThat(value).isGreaterThanOrEqualTo(last);
            assertThat(domain.toUnit(value)).isBetween(0.0, 1.0);
            last = value;
        }
    }

    @ParameterizedTest
    @MethodSource("wide")
    void toUnit_leadsBackUpToRounding(RealDomain domain) {
        for (int i = 0; i <= 1000; i++) {
            assertThat(domain.toUnit(domain.fromUnit(i / 1000.0))).isCloseTo(i / 1000.0, within(1e-9));
        }
    }

    static Stream<RealDomain> wide() {
        return Stream.of(
                RealDomain.of(Scale.LINEAR, -1, 1),
                RealDomain.of(Scale.LINEAR, -Double.MAX_VALUE, Double.MAX_VALUE),
                RealDomain.of(Scale.LOG, 1e-4, 1),
                RealDomain.of(Scale.LOG, 1e-30, 1),
                RealDomain.of(Scale.LOG, 1e-300, Double.MAX_VALUE),
                RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.999),
                RealDomain.of(Scale.LOGIT, 1e-30, 0.9));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void stepThatIsNoShortDecimal_isTakenSoManyTimes(double step, int last) {
        RealDomain domain = RealDomain.stepped(0, last * step, step);

        for (int level = 0; level <= last; level++) {
            assertThat(domain.valueAt(level)).isEqualTo(level * step);
            assertThat(domain.contains(level * step)).isTrue();
        }
        assertThat(RealDomain.stepped(-last * step, 0, step).valueAt(1)).isEqualTo(-last * step + step);
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(Math.PI / 2, 4),
                Arguments.of(Math.PI / 2, 7),
                Arguments.of(1.0 / 7, 7),
                Arguments.of(1.0 / 3, 30),
                Arguments.of(Math.sqrt(2) / 10, 100),
                Arguments.of(Math.E * 1e-9, 1000));
    }

    @Test
    void middle_followsTheScale() {
        assertThat(RealDomain.of(Scale.LINEAR, 0, 1).fromUnit(0.5)).isEqualTo(0.5);
        assertThat(RealDomain.of(Scale.LOG, 1e-4, 1).fromUnit(0.5)).isCloseTo(0.01, within(1e-15));
        assertThat(RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.999).fromUnit(0.5)).isCloseTo(0.99, within(1e-15));
        assertThat(RealDomain.of(Scale.LOGIT, 0.1, 0.9).fromUnit(0.5)).isCloseTo(0.5, within(1e-15));
    }

    static Stream<RealDomain> levelled() {
        return Stream.of(
                RealDomain.stepped(0, 1, 0.1),
                RealDomain.stepped(0.1, 0.7, 0.2),
                RealDomain.stepped(-1, 1, 1.0 / 3),
                RealDomain.stepped(0, 1e6, 0.25),
                RealDomain.stepped(-1e308, 1e308, 1e307),
                new RealDomain(1e-4, 1, Scale.LOG, 5),
                new RealDomain(1e-30, 1, Scale.LOG, 31),
                new RealDomain(0.9, 0.999, Scale.ONE_MINUS_LOG, 3),
                new RealDomain(0.1, 0.9, Scale.LOGIT, 9),
                new RealDomain(1.0000000000001, 1.0000000000002, Scale.LOG, 3),
                new RealDomain(0, Math.nextDown(1.0), Scale.ONE_MINUS_LOG, 20));
    }

    @ParameterizedTest
    @MethodSource("levelled")
    void levels_divideTheUnitIntervalIntoEqualCells(RealDomain domain) {
        int levels = Math.min(domain.levels(), 2000);
        Set<Double> seen = new LinkedHashSet<>();
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < levels; i++) {
            double value = domain.valueAt(i);
            double cell = 1.0 / domain.levels();
            assertThat(domain.contains(value)).as("level %s, %s", i, value).isTrue();
            assertThat(value).isGreaterThan(last).isBetween(domain.min(), domain.max());
            assertThat(domain.fromUnit((i + 0.01) * cell)).isEqualTo(value);
            assertThat(domain.fromUnit((i + 0.99) * cell)).isEqualTo(value);
            assertThat(domain.toUnit(value)).isCloseTo((i + 0.5) * cell, within(1e-12));
            assertThat(domain.fromUnit(domain.toUnit(value))).isEqualTo(value);
            assertThat(domain.parse(domain.text(value))).isEqualTo(value);
            seen.add(value);
            last = value;
        }
        assertThat(seen).hasSize(levels);
        assertThat(domain.valueAt(domain.levels() - 1L)).isEqualTo(domain.max());
        assertThat(domain.cardinality()).isEqualTo(domain.levels());
    }

    @Test
    void levels_areTheDecimalsThatAreMeant() {
        assertThat(Stream.of(0L, 1L, 2L, 3L).map(RealDomain.stepped(0, 0.3, 0.1)::valueAt))
                .containsExactly(0.0, 0.1, 0.2, 0.3);
        assertThat(Stream.of(0L, 1L, 2L, 3L, 4L).map(new RealDomain(1e-4, 1, Scale.LOG, 5)::valueAt))
                .containsExactly(1e-4, 1e-3, 0.01, 0.1, 1.0);
        assertThat(Stream.of(0L, 1L, 2L).map(new RealDomain(0.9, 0.999, Scale.ONE_MINUS_LOG, 3)::valueAt))
                .containsExactly(0.9, 0.99, 0.999);
    }

    @Test
    void canonical_takesNeighboursOfALevelForIt() {
        RealDomain domain = RealDomain.stepped(0, 1, 0.1);
        assertThat(domain.canonical(0.1 + 0.2)).isEqualTo(0.3);
        assertThat(domain.canonical(-1e-14)).isEqualTo(0.0);
        assertThat(domain.canonical(1.00000000000001)).isEqualTo(1.0);
        assertThatThrownBy(() -> domain.canonical(0.35))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("value (0.35) must be in the domain: 0 to 1, 11 values");
        assertThatThrownBy(() -> domain.canonical(Double.NaN)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> domain.canonical(1L)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void contains_onlyDoublesWithinTheBounds() {
        RealDomain domain = RealDomain.of(Scale.LOG, 1e-4, 1);
        assertThat(domain.contains(1e-4)).isTrue();
        assertThat(domain.contains(Math.nextDown(1e-4))).isFalse();
        assertThat(domain.contains(Math.nextUp(1.0))).isFalse();
        assertThat(domain.contains(Double.NaN)).isFalse();
        assertThat(domain.contains(1L)).isFalse();
        assertThat(domain.contains("0.5")).isFalse();
        assertThatThrownBy(() -> domain.toUnit(2.0)).isInstanceOf(ConfigurationException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> domain.fromUnit(Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({"' 0.5 ', 0.5", "5e-1, 0.5", "1, 1.0", "0x1p-1, 0.5"})
    void parse_readsAnyFormOfANumber(String text, double value) {
        assertThat(RealDomain.of(Scale.LINEAR, 0, 1).parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 'value (abc) must be a number: 1e-4 to 0.123456, log'",
        "'', 'value () must be a number: 1e-4 to 0.123456, log'",
        "'0,5', 'value (0,5) must be a number: 1e-4 to 0.123456, log'",
        "0.1235, 'value (0.1235) must be in the domain: 1e-4 to 0.123456, log'",
        "NaN, 'value (NaN) must be in the domain: 1e-4 to 0.123456, log'"
    })
    void parse_ofSomethingElseSaysWhatIsMeant(String text, String message) {
        assertThatThrownBy(() -> RealDomain.of(Scale.LOG, 1e-4, 0.123456).parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 1, 1, 0, max (1.0) must be above min (1.0)",
        "LINEAR, 2, 1, 0, max (1.0) must be above min (2.0)",
        "LINEAR, 0, 1, 1, levels (1) must be 0 or at least 2",
        "LINEAR, 0, 1, -2, levels (-2) must be 0 or at least 2",
        "LINEAR, NaN, 1, 0, 'bounds (NaN, 1.0) must lie where the scale LINEAR is defined'",
        "LOG, 0, 1, 0, 'bounds (0.0, 1.0) must lie where the scale LOG is defined'",
        "ONE_MINUS_LOG, 0, 1, 0, 'bounds (0.0, 1.0) must lie where the scale ONE_MINUS_LOG is defined'",
        "LOGIT, 0, 0.5, 0, 'bounds (0.0, 0.5) must lie where the scale LOGIT is defined'",
        "LINEAR, 1, 1.0000000000000002, 3, levels (3) must leave numbers that differ between min (1.0) and max (1.0000000000000002)",
        "LOG, 1, 1.0000000000000002, 3, levels (3) must leave numbers that differ between min (1.0) and max (1.0000000000000002)"
    })
    void wrongDomain_isRefused(Scale scale, double min, double max, int levels, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RealDomain(min, max, scale, levels))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.3, step (0.3) must reach max (1.0); the last value is 0.9",
        "0, 1, 0, step (0.0) must be above 0 and at most max - min (1.0)",
        "0, 1, 2, step (2.0) must be above 0 and at most max - min (1.0)",
        "0, 1, NaN, step (NaN) must be above 0 and at most max - min (1.0)",
        "0, 1000000000.4, 1, step (1.0) must reach max (1.0000000004E9); the last value is 1.0E9",
        "0, 1e10, 1, step (1.0) must leave at most 2^31 - 1 values"
    })
    void wrongStep_isRefused(double min, double max, double step, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealDomain.stepped(min, max, step))
                .withMessageStartingWith(message);
    }

    @Test
    void continuousDomain_hasNoNumberedValues() {
        RealDomain domain = RealDomain.of(Scale.LINEAR, 0, 1);
        assertThat(domain.cardinality()).isEqualTo(Domain.CONTINUOUS);
        assertThatThrownBy(() -> domain.valueAt(0)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 0, 1, 0, 0 to 1",
        "LINEAR, -2.5, 1e6, 0, -2.5 to 1e6",
        "LINEAR, 0, 1, 11, '0 to 1, 11 values'",
        "LOG, 1e-4, 1, 0, '1e-4 to 1, log'",
        "LOG, 1.25e-8, 123456.5, 0, '1.25e-8 to 123456.5, log'",
        "ONE_MINUS_LOG, 0.9, 0.99999, 0, '0.9 to 0.99999, log of one minus x'",
        "LOGIT, 0.001, 0.999, 5, '0.001 to 0.999, logit, 5 values'"
    })
    void description_isExact(Scale scale, double min, double max, int levels, String text) {
        assertThat(new RealDomain(min, max, scale, levels).describe()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "LOG, 0.000314159, 3.14e-4", "LOG, 0.0131415, 0.0131", "LOG, 1, 1", "LOG, 1234567, 1.23e6",
        "LINEAR, -0.00012345, -1.23e-4", "LINEAR, 0, 0", "LINEAR, 99999.4, 99999", "LINEAR, 123456, 123456",
        "ONE_MINUS_LOG, 0.99912345, 0.999123", "ONE_MINUS_LOG, 0.12345, 0.123", "LOGIT, 0.9999999, 0.9999999"
    })
    void shortText_hasThreeDigits(Scale scale, double value, String text) {
        assertThat(Values.shortNumber(value, scale)).isEqualTo(text);
    }
}
