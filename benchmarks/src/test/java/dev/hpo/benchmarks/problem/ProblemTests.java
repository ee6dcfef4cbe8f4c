// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemTests {

    private final Problem.Range range = new Problem.Range(-2, 6);

    @Test
    void regretIsZeroAtTheOptimumAndOneAtTheRandomMedian() {
        assertThat(range.regret(-2)).isEqualTo(0);
        assertThat(range.regret(0)).isEqualTo(0.25);
        assertThat(range.regret(6)).isEqualTo(1);
    }

    @Test
    void regretIsClipped() {
        assertThat(range.regret(-3)).isEqualTo(0);
        assertThat(range.regret(100)).isEqualTo(1);
    }

    @Test
    void rangeMustRise() {
        assertThatThrownBy(() -> new Problem.Range(2, 2))
                .hasMessage("randomMedian (2.0) must be above the optimum (2.0)");
    }

    @Test
    void problemsHaveNamesOfTheirOwn() {
        assertThat(Problems.builtIn().stream().map(Problem::name)).hasSize(17).doesNotHaveDuplicates();
    }
}
