// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTests {

    @ParameterizedTest
    @CsvSource({
        "LINEAR, -1e300, 1e300",
        "LOG, 1e-30, 1e30",
        "LOG, 4.9e-324, 1.7976931348623157e308",
        "ONE_MINUS_LOG, 0, 0.9999999999999999",
        "LOGIT, 1e-30, 0.9999999999999999"
    })
    void forward_risesAndInverseLeadsBack(Scale scale, double min, double max) {
        double low = scale.forward(min);
        double high = scale.forward(max);
        double[] values = IntStream.rangeClosed(0, 1000)
                .mapToDouble(i -> scale.inverse(low * (1 - i / 1000.0) + high * (i / 1000.0)))
                .toArray();
        for (int i = 1; i < values.length; i++) {
            assertThat(values[i]).as("inverse, step %s", i).isGreaterThanOrEqualTo(values[i - 1]);
            assertThat(scale.forward(values[i])).isGreaterThanOrEqualTo(scale.forward(values[i - 1]));
            assertThat(scale.inverse(scale.forward(values[i])))
                    .isCloseTo(values[i], within(Math.max(Double.MIN_VALUE, Math.abs(values[i]) * 1e-12)));
        }
    }

    /** The bits of StrictMath, which any JVM has; Math may differ from them in the last one. */
    @ParameterizedTest
    @CsvSource({
        "LOG, 0.0137, -0x1.12953fc95298ep2",
        "LOG, 123.456, 0x1.343774f3e2362p2",
        "ONE_MINUS_LOG, 0.987, 0x1.15f0883f73977p2",
        "LOGIT, 0.0137, -0x1.11b33c9325ebap2"
    })
    void forward_hasTheBitsOfStrictMath(Scale scale, double value, String bits) {
        assertThat(Double.toHexString(scale.forward(value))).isEqualTo(bits);
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 0, true",
        "LINEAR, Infinity, false",
        "LINEAR, NaN, false",
        "LOG, 0, false",
        "LOG, 4.9e-324, true",
        "LOG, Infinity, false",
        "LOG, NaN, false",
        "ONE_MINUS_LOG, 0, true",
        "ONE_MINUS_LOG, 1, false",
        "ONE_MINUS_LOG, -1e-9, false",
        "ONE_MINUS_LOG, NaN, false",
        "LOGIT, 0, false",
        "LOGIT, 1, false",
        "LOGIT, 0.5, true",
        "LOGIT, NaN, false"
    })
    void covers_exactlyWhereTheScaleIsDefined(Scale scale, double value, boolean covered) {
        assertThat(scale.covers(value)).isEqualTo(covered);
    }
}
