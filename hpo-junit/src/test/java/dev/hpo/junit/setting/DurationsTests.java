// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "90s,PT1M30S", "10m,PT10M", "10 m,PT10M", "2h,PT2H", "1d,PT24H", "' 5s ',PT5S"})
    void numberWithUnit_isRead(String text, Duration expected) {
        assertThat(Durations.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "m", "ten minutes", "-5s", "1.5h", "0s", "10M", "9999999999s"})
    void anythingElse_isNone(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
