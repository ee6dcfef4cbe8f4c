// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Direction;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.123749, 0.1237",
        "-0.123749, -0.1237",
        "1, 1",
        "1234.56, 1235",
        "123456.7, 123457",
        "999999999.9, 1e9",
        "1.5e9, 1.5e9",
        "-1.23456e12, -1.235e12",
        "0.001, 0.001",
        "0.00099999, 0.001",
        "0.000123456, 1.235e-4",
        "4.9e-324, 4.941e-324",
        "1.7976931348623157e308, 1.798e308",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void number_hasSensibleDigits(double value, String text) {
        assertThat(Figures.number(value)).isEqualTo(text);
    }

    @Test
    void numberBesideAnother_hasTheDigitsThatTellThemApart() {
        assertThat(Figures.number(0.5, 0.25)).isEqualTo("0.5");
        assertThat(Figures.number(0.3, 0.30000000000000004)).isNotEqualTo(Figures.number(0.30000000000000004, 0.3));
        assertThat(Figures.number(2, 2)).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.2, MINIMIZE, 50.0 % lower",
        "0.2, 0.1, MAXIMIZE, 100.0 % higher",
        "0.0001, 1000, MINIMIZE, 99.99999 % lower",
        "0.9999999, 1, MINIMIZE, 0.00001 % lower",
        "0, 5, MINIMIZE, 100.0 % lower",
        "-1, 1, MINIMIZE, 2 lower",
        "-2, -1, MINIMIZE, 100.0 % lower",
        "5, 0, MAXIMIZE, 5 higher",
        "500, 1, MAXIMIZE, 499 higher",
        "0.5, 0.5, MINIMIZE, the same",
    })
    void improvement_isRelativeWhereThatMakesSense(double better, double worse, Direction direction, String text) {
        assertThat(Figures.improvement(better, worse, direction)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "-5, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "59999, 59.9 s",
        "60000, 1 min 0 s",
        "3599999, 59 min 59 s",
        "3600000, 1 h 0 min",
        "86399999, 23 h 59 min",
        "90000000, 1 d 1 h"
    })
    void duration_hasItsTwoLargestUnits(long millis, String text) {
        assertThat(Figures.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
