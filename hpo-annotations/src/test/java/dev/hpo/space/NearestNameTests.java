// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTests {

    @ParameterizedTest
    @CsvSource({"'', '', 0", "'', abc, 3", "abc, '', 3", "kitten, sitting, 3", "flaw, lawn, 2", "grid, gird, 2"})
    void countsInsertionsRemovalsAndReplacements(String left, String right, int distance) {
        assertThat(NearestName.distance(left, right)).isEqualTo(distance);
        assertThat(NearestName.distance(right, left)).isEqualTo(distance);
    }

    @Test
    void nearestNameIsFoundWhateverItsCase_andNoneIfAllAreFar() {
        List<String> names = List.of("random", "grid", "qmc");
        assertThat(NearestName.of("RANDON", names)).contains("random");
        assertThat(NearestName.of("grip", names)).contains("grid");
        assertThat(NearestName.of("bayesian", names)).isEmpty();
        assertThat(NearestName.of("grid", List.of())).isEmpty();
    }
}
