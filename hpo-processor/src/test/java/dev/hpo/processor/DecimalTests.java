// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.processor.model.Decimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "0.1, 0.1",
        "1e-3, 0.001",
        "1e-4, 1.0E-4",
        "1e7, 1.0E7",
        "1234567.5, 1234567.5",
        "1e23, 1.0E23",
        "-1.5e-300, -1.5E-300",
        "NaN, NaN",
        "Infinity, Infinity",
        "4.9e-324, 5.0E-324"
    })
    void theTextIsTheShortestOnEveryJdk(double value, String text) {
        assertThat(new Decimal(value).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "-3e9, -3000000000", "0.5, 0.5", "1e17, 1.0E17"})
    void wholeNumbersAreBrief(double value, String text) {
        assertThat(new Decimal(value).brief()).isEqualTo(text);
    }

    @Test
    void theTextIsReadBackAsTheSameNumber() {
        Random random = new Random(5);
        int count = Boolean.getBoolean("dev.hpo.testkit.long") ? 100_000 : 20_000;
        for (int i = 0; i < count; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            assertThat(Double.parseDouble(new Decimal(value).text())).isEqualTo(Double.valueOf(value));
        }
    }
}
