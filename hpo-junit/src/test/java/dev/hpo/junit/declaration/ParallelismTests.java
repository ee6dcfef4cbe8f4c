// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParallelismTests {

    private static final String CONFIG = "junit.jupiter.execution.parallel.config.";

    @Test
    void withoutParameters_itIsOff() {
        assertThat(read(Map.of())).isEqualTo(new Parallelism(false, 4));
    }

    @Test
    void enabled_itHasAThreadAProcessor() {
        assertThat(read(Map.of(Parallelism.ENABLED, "true"))).isEqualTo(new Parallelism(true, 4));
    }

    @Test
    void fixedStrategy_namesTheThreads() {
        assertThat(read(Map.of(
                        Parallelism.ENABLED, "true", CONFIG + "strategy", "fixed", CONFIG + "fixed.parallelism", "9")))
                .isEqualTo(new Parallelism(true, 9));
    }

    @Test
    void dynamicStrategy_multipliesTheProcessors() {
        assertThat(read(Map.of(Parallelism.ENABLED, "true", CONFIG + "dynamic.factor", "0.5"))
                        .threads())
                .isEqualTo(2);
        assertThat(read(Map.of(Parallelism.ENABLED, "true", CONFIG + "dynamic.factor", "0.1"))
                        .threads())
                .isEqualTo(1);
    }

    @Test
    void whatJUnitWillRefuse_isIgnored() {
        assertThat(read(Map.of(CONFIG + "strategy", "fixed", CONFIG + "fixed.parallelism", "many"))
                        .threads())
                .isEqualTo(4);
    }

    private static Parallelism read(Map<String, String> given) {
        return Parallelism.of(key -> Optional.ofNullable(given.get(key)), 4);
    }
}
