// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.confirm.ConfirmPlan.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmPlanTests {

    @Test
    void eachRound_hasTheBetterHalf() {
        ConfirmPlan plan = new ConfirmPlan(8, 5);

        assertThat(plan.rounds(20)).containsExactly(new Round(8, 1), new Round(4, 1), new Round(2, 2));
        assertThat(plan.rounds(5)).containsExactly(new Round(5, 1), new Round(3, 1), new Round(2, 2));
        assertThat(plan.rounds(2)).containsExactly(new Round(2, 2));
        assertThat(plan.rounds(1)).isEmpty();
        assertThat(plan.runs(20, true)).isEqualTo(26);
        assertThat(plan.runs(1, false)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "15, 2", "24, 3", "63, 7", "64, 8", "1000, 8"})
    void shortSearch_hasFewerToCompare(int complete, int top) {
        assertThat(ConfirmPlan.of(complete)).isEqualTo(new ConfirmPlan(top, 5));
    }

    @Test
    void planThatConfirmsNothing_isRefused() {
        assertThatThrownBy(() -> new ConfirmPlan(0, 5)).hasMessageContaining("top (0) must be from 1 to 1000");
        assertThatThrownBy(() -> new ConfirmPlan(8, 1)).hasMessageContaining("repeats (1) must be from 2 to 1000");
        assertThatThrownBy(() -> new ConfirmPlan(8, 1_000_000_000))
                .hasMessageContaining("repeats (1000000000) must be from 2 to 1000");
    }
}
