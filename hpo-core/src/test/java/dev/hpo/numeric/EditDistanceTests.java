// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTests {

    @ParameterizedTest
    @CsvSource({"'', '', 0", "'', abc, 3", "abc, '', 3", "kitten, sitting, 3", "flaw, lawn, 2", "grid, gird, 2"})
    void countsInsertionsRemovalsAndReplacements(String left, String right, int distance) {
        assertThat(EditDistance.between(left, right)).isEqualTo(distance);
        assertThat(EditDistance.between(right, left)).isEqualTo(distance);
    }

    @Test
    void nearestNameIsFoundWhateverItsCase_andNoneIfAllAreFar() {
        List<String> names = List.of("random", "grid", "qmc");
        assertThat(EditDistance.nearest("RANDON", names)).contains("random");
        assertThat(EditDistance.nearest("grip", names)).contains("grid");
        assertThat(EditDistance.nearest("bayesian", names)).isEmpty();
        assertThat(EditDistance.nearest("grid", List.of())).isEmpty();
    }
}
