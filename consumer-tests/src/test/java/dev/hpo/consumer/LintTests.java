// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Main sources with every kind of search space pass {@code -Xlint:all -Werror}. */
class LintTests {

    static Stream<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void allLintsPass(Jdk jdk) {
        Consumer consumer = Consumer.copy("lint-werror", "lint-werror on " + jdk);

        consumer.maven(jdk, "compile").succeeds().printsNot("[WARNING]");

        assertThat(consumer.file("target/classes/com/example"))
                .isDirectoryContaining("glob:**/NetworkConfigSpace.class")
                .isDirectoryContaining("glob:**/CacheConfigSpace.class")
                .isDirectoryContaining("glob:**/ScheduleSpace.class");
    }
}
