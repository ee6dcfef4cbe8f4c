// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegerDomainTests {

    private static final long LIMIT = 1L << 53;

    static Stream<IntegerDomain> small() {
        return Stream.of(
                IntegerDomain.of(Scale.LINEAR, 2, 4),
                IntegerDomain.of(Scale.LINEAR, -50, 50),
                IntegerDomain.of(Scale.LINEAR, 7, 7),
                IntegerDomain.of(Scale.LINEAR, LIMIT - 5, LIMIT),
                IntegerDomain.of(Scale.LINEAR, -LIMIT, -LIMIT + 2),
                IntegerDomain.of(Scale.LOG, 1, 1),
                IntegerDomain.of(Scale.LOG, 1, 1024),
                IntegerDomain.of(Scale.LOG, 100_000, 100_100),
                IntegerDomain.stepped(0, 100, 25),
                IntegerDomain.stepped(-3, 12, 5),
                IntegerDomain.stepped(-LIMIT, LIMIT, LIMIT / 4),
                IntegerDomain.stepped(1, 4, 1),
                new IntegerDomain(1, 1024, Scale.LOG, 11),
                new IntegerDomain(16, 100, Scale.LOG, 4),
                new IntegerDomain(1, LIMIT, Scale.LOG, 54),
                new IntegerDomain(0, 10, Scale.LINEAR, 4));
    }

    @ParameterizedTest
    @MethodSource("small")
    void everyValue_isFoundInTheUnitIntervalAndByIndex(IntegerDomain domain) {
        long last = Long.MIN_VALUE;
        for (long index = 0; index < domain.cardinality(); index++) {
            long value = domain.valueAt(index);
            assertThat(value).isGreaterThan(last).isBetween(domain.min(), domain.max());
            assertThat(domain.contains(value)).as("value %s", value).isTrue();
            assertThat(domain.fromUnit(domain.toUnit(value))).isEqualTo(value);
            assertThat(domain.canonical(value)).isEqualTo(value);
            assertThat(domain.parse(domain.text(value))).isEqualTo(value);
            last = value;
        }
        assertThat(domain.valueAt(0)).isEqualTo(domain.min());
        assertThat(last).isEqualTo(domain.max());
        assertThat(domain.fromUnit(0)).isEqualTo(domain.min());
        assertThat(domain.fromUnit(1)).isEqualTo(domain.max());
        assertThat(domain.contains(domain.min() - 1)).isFalse();
        assertThat(domain.contains(domain.max() + 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000_000_000_000L, (1L << 53) - 1})
    void boundsThatALogarithmCannotTellApart_haveEqualCells(long min) {
        IntegerDomain domain = IntegerDomain.of(Scale.LOG, min, min + 1);

        assertThat(domain.toUnit(min)).isEqualTo(0.25);
        assertThat(domain.fromUnit(0.25)).isEqualTo(min);
        assertThat(domain.fromUnit(0.75)).isEqualTo(min + 1);
    }

    @Test
    void linear_givesEachValueAnEqualCell() {
        IntegerDomain domain = IntegerDomain.of(Scale.LINEAR, 2, 4);
        assertThat(domain.toUnit(2L)).isCloseTo(1.0 / 6, within(1e-15));
        assertThat(domain.toUnit(3L)).isCloseTo(0.5, within(1e-15));
        assertThat(counts(domain)).containsExactly(1000, 1000, 1000);
    }

    @Test
    void log_givesEachValueItsCellOnTheScale() {
        int[] counts = counts(IntegerDomain.of(Scale.LOG, 1, 3));
        double width = Math.log(3.5 / 0.5);
        assertThat((double) counts[0]).isCloseTo(3000 * Math.log(1.5 / 0.5) / width, within(2.0));
        assertThat((double) counts[1]).isCloseTo(3000 * Math.log(2.5 / 1.5) / width, within(2.0));
        assertThat((double) counts[2]).isCloseTo(3000 * Math.log(3.5 / 2.5) / width, within(2.0));
    }

    private static int[] counts(IntegerDomain domain) {
        int[] counts = new int[(int) domain.cardinality()];
        for (int i = 0; i < 3000; i++) {
            counts[(int) (domain.fromUnit((i + 0.5) / 3000) - domain.min())]++;
        }
        return counts;
    }

    @Test
    void levels_areEquallySpacedOnTheScale() {
        assertThat(values(new IntegerDomain(1, 1024, Scale.LOG, 11)))
                .containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);
        assertThat(values(IntegerDomain.stepped(-3, 12, 5))).containsExactly(-3, 2, 7, 12);
        assertThat(values(new IntegerDomain(0, 10, Scale.LINEAR, 4))).containsExactly(0, 3, 7, 10);
    }

    private static long[] values(IntegerDomain domain) {
        return LongStream.range(0, domain.cardinality()).map(domain::valueAt).toArray();
    }

    @Test
    void hugeRange_isMetAtBothEndsAndKeepsWithinThem() {
        IntegerDomain domain = IntegerDomain.of(Scale.LINEAR, -LIMIT, LIMIT);
        assertThat(domain.cardinality()).isEqualTo(2 * LIMIT + 1);
        assertThat(domain.fromUnit(0)).isEqualTo(-LIMIT);
        assertThat(domain.fromUnit(1)).isEqualTo(LIMIT);
        assertThat(domain.fromUnit(domain.toUnit(12_345_678_901L))).isCloseTo(12_345_678_901L, within(2L));
        IntegerDomain log = IntegerDomain.of(Scale.LOG, 1, LIMIT);
        long[] probes = LongStream.iterate(1, value -> value < 10_000_000_000_000L, value -> value * 3 + 1)
                .toArray();
        assertThat(Arrays.stream(probes)
                        .map(value -> log.fromUnit(log.toUnit(value)))
                        .toArray())
                .containsExactly(probes);
    }

    @Test
    void longStep_isCheckedExactly() {
        IntegerDomain domain = IntegerDomain.stepped(3, 3 + 10_000_000_000L * 7, 10_000_000_000L);
        assertThat(values(domain)[5]).isEqualTo(50_000_000_003L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntegerDomain.stepped(0, 10_000_000_001L, 10))
                .withMessage("step (10) must reach max (10000000001); the last value is 10000000000");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 3, step (3) must reach max (10); the last value is 9",
        "0, 10, 0, step (0) must be above 0 and at most max - min (10)",
        "0, 10, -1, step (-1) must be above 0 and at most max - min (10)",
        "0, 10, 20, step (20) must be above 0 and at most max - min (10)",
        "0, 9007199254740992, 2, step (2) must leave at most 2^31 - 1 values"
    })
    void wrongStep_isRefused(long min, long max, long step, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntegerDomain.stepped(min, max, step))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "LOGIT, 1, 2, 0, scale (LOGIT) must be LINEAR or LOG for whole numbers",
        "LINEAR, 2, 1, 0, max (1) must not be below min (2)",
        "LOG, 0, 1, 0, min (0) must be at least 1 on a logarithmic scale",
        "LINEAR, 0, 9007199254740993, 0, 'bounds (0, 9007199254740993) must lie within 2^53 of 0'",
        "LINEAR, -9007199254740993, 0, 0, 'bounds (-9007199254740993, 0) must lie within 2^53 of 0'",
        "LINEAR, 0, 5, 1, levels (1) must be 0 or at least 2",
        "LINEAR, 0, 5, 7, levels (7) must leave whole numbers that differ between min (0) and max (5)",
        "LINEAR, 5, 5, 2, levels (2) must leave whole numbers that differ between min (5) and max (5)",
        "LOG, 1, 8, 8, levels (8) must leave whole numbers that differ between min (1) and max (8)"
    })
    void wrongDomain_isRefused(Scale scale, long min, long max, int levels, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntegerDomain(min, max, scale, levels))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, value (1.5) must be a whole number: 50 to 100",
        "x, value (x) must be a whole number: 50 to 100",
        "99999999999999999999, value (99999999999999999999) must be a whole number: 50 to 100",
        "49, value (49) must be in the domain: 50 to 100"
    })
    void parse_ofSomethingElseSaysWhatIsMeant(String text, String message) {
        assertThatThrownBy(() -> IntegerDomain.of(Scale.LINEAR, 50, 100).parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void description_namesScaleAndGaps() {
        assertThat(IntegerDomain.of(Scale.LOG, 1, 1024).describe()).isEqualTo("1 to 1024, log");
        assertThat(IntegerDomain.stepped(0, 100, 25).describe()).isEqualTo("0 to 100, 5 values");
    }
}
