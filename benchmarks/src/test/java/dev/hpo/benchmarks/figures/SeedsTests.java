// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsTests {

    @Test
    void numberIsHowManyThereAre_fromZero() {
        assertThat(Seeds.parse("3").stream()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void rangeHasBothItsEnds() {
        assertThat(Seeds.parse("100000-100002").stream()).containsExactly(100_000L, 100_001L, 100_002L);
        assertThat(Seeds.parse("7-7").stream()).containsExactly(7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-3", "5-4", "a", "1-", "1-2-3", "1.5", "99999999999999999999"})
    void anythingElse_isAnError(String text) {
        assertThatThrownBy(() -> Seeds.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
