// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A class whose setters come from Lombok is a search space, whichever processor comes first. */
class LombokTests {

    private static final Processor LOMBOK = new Processor("org.projectlombok", "lombok", "1.18.42");
    private static final Processor HPO =
            new Processor("dev.hpo", "hpo-processor", Consumer.property("consumers.version"));

    static Stream<Arguments> orders() {
        return Stream.of(Arguments.of(LOMBOK, HPO), Arguments.of(HPO, LOMBOK));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void accessorsAreFound(Processor first, Processor second) {
        Consumer consumer = Consumer.copy(
                "lombok",
                "lombok with " + first.artifact() + " first",
                Map.of("lombok.version", LOMBOK.version(), "first", first.path(), "second", second.path()));

        consumer.maven(Jdk.running(), "compile").succeeds();

        assertThat(consumer.file("target/classes/com/example/MlpConfigSpace.class"))
                .exists();
    }

    private record Processor(String group, String artifact, String version) {

        String path() {
            return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
                    .formatted(group, artifact, version);
        }
    }
}
