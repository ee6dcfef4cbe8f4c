// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OfTests {

    private static final Progress VALUES = progress(4, 8, 3, 5);

    private static Progress progress(double... values) {
        Progress progress = Progress.NONE;
        for (int step = 0; step < values.length; step++) {
            progress = progress.with(new Observation(step, values[step]));
        }
        return progress;
    }

    @ParameterizedTest
    @CsvSource({
        "LAST, MINIMIZE, 8, 3, 5",
        "BEST, MINIMIZE, 4, 3, 3",
        "BEST, MAXIMIZE, 8, 8, 8",
        "MEAN, MAXIMIZE, 6, 5, 5"
    })
    void firstValuesComeTo(Of of, Direction direction, double two, double three, double all) {
        assertThat(of.value(VALUES, 1, direction)).hasValue(4);
        assertThat(of.value(VALUES, 2, direction)).hasValue(two);
        assertThat(of.value(VALUES, 3, direction)).hasValue(three);
        assertThat(new Aim(direction, of).value(VALUES, 4)).hasValue(all);
        assertThat(of.value(VALUES, direction)).hasValue(all);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_isNothing(Of of) {
        assertThat(of.value(Progress.NONE, Direction.MINIMIZE)).isEmpty();
        assertThat(of.value(VALUES, 0, Direction.MINIMIZE)).isEmpty();
    }

    @Test
    void valuesThatAreNotFinite_spoilTheMean_andNotTheBest() {
        Progress some = progress(2, Double.NaN, 1);
        assertThat(Of.LAST.value(some, 2, Direction.MINIMIZE)).isEqualTo(OptionalDouble.of(Double.NaN));
        assertThat(Of.BEST.value(some, 2, Direction.MINIMIZE)).hasValue(2);
        assertThat(Of.MEAN.value(some, 1, Direction.MINIMIZE)).hasValue(2);
        assertThat(Of.MEAN.value(some, 3, Direction.MINIMIZE)).isEqualTo(OptionalDouble.of(Double.NaN));
        assertThat(Of.BEST.value(progress(Double.NaN), Direction.MAXIMIZE)).isEqualTo(OptionalDouble.of(Double.NaN));
    }
}
