// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.storage.journal.line.Distribution.Categorical;
import dev.hpo.storage.journal.line.Distribution.Kind;
import dev.hpo.storage.journal.line.Distribution.Real;
import dev.hpo.storage.journal.line.Distribution.Whole;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTests {

    private static final OptionalDouble NO_STEP = OptionalDouble.empty();

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "{\"name\": \"FloatDistribution\", \"attributes\": {\"step\": null, \"low\": 1e-05, \"high\": 0.1, \"log\": true}}",
                        new Real(1e-5, 0.1, true, NO_STEP)),
                Arguments.of(
                        "{\"name\": \"FloatDistribution\", \"attributes\": {\"step\": 0.1, \"low\": 0, \"high\": 1, \"log\": false}, \"ours\": 1}",
                        new Real(0, 1, false, OptionalDouble.of(0.1))),
                Arguments.of(
                        "{\"name\": \"IntDistribution\", \"attributes\": {\"log\": true, \"step\": 1, \"low\": 1, \"high\": 1024.0}}",
                        new Whole(1, 1024, true, 1)),
                Arguments.of(
                        "{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [\"adam\", null, true, 3, 2.5, \"\\u00e9\"]}}",
                        new Categorical(Arrays.asList("adam", null, true, 3L, 2.5, "\u00e9"))),
                Arguments.of(
                        "{\"name\": \"UniformDistribution\", \"attributes\": {\"low\": 1, \"high\": 2}}",
                        new Real(1, 2, false, NO_STEP)),
                Arguments.of(
                        "{\"name\": \"LogUniformDistribution\", \"attributes\": {\"low\": 1, \"high\": 2}}",
                        new Real(1, 2, true, NO_STEP)),
                Arguments.of(
                        "{\"name\": \"DiscreteUniformDistribution\", \"attributes\": {\"low\": 1, \"high\": 2, \"q\": 0.5}}",
                        new Real(1, 2, false, OptionalDouble.of(0.5))),
                Arguments.of(
                        "{\"name\": \"IntUniformDistribution\", \"attributes\": {\"low\": 1, \"high\": 9, \"step\": 2}}",
                        new Whole(1, 9, false, 2)),
                Arguments.of(
                        "{\"name\": \"IntLogUniformDistribution\", \"attributes\": {\"low\": 1, \"high\": 9, \"step\": 1}}",
                        new Whole(1, 9, true, 1)),
                Arguments.of("{\"type\": \"float\", \"low\": 1, \"high\": 2}", new Real(1, 2, false, NO_STEP)),
                Arguments.of("{\"type\": \"int\", \"low\": 1, \"high\": 2}", new Whole(1, 2, false, 1)),
                Arguments.of("{\"type\": \"categorical\", \"choices\": [1]}", new Categorical(List.of(1L))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textOfAnyVersion_isRead(String text, Kind kind) throws LineException {
        assertThat(Distribution.parse(text)).isEqualTo(new Distribution(text, kind));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void kindThatWasWritten_isRead(String text, Kind kind) throws LineException {
        Distribution written = Distribution.of(kind);
        assertThat(Distribution.parse(written.text())).isEqualTo(written);
        assertThat(written.text()).doesNotContain(" ").startsWith("{\"name\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5 | must be the text of an object",
                "[] | must be the text of an object",
                "{\"name\":\"A\" | must be the text of an object",
                "{\"name\":\"NormalDistribution\",\"attributes\":{}} | must be FloatDistribution",
                "{\"name\":\"FloatDistribution\"} | must have attributes",
                "{\"name\":\"FloatDistribution\",\"attributes\":{\"low\":1}} | high (null) must be a number",
                "{\"name\":\"FloatDistribution\",\"attributes\":{\"low\":\"1\",\"high\":2}} | low (1) must be a number",
                "{\"name\":\"FloatDistribution\",\"attributes\":{\"low\":3,\"high\":2}} | must have bounds and a step in order",
                "{\"name\":\"FloatDistribution\",\"attributes\":{\"low\":0,\"high\":2,\"log\":true}} | must have bounds and a step in order",
                "{\"name\":\"FloatDistribution\",\"attributes\":{\"low\":0,\"high\":NaN}} | must have bounds and a step in order",
                "{\"name\":\"FloatDistribution\",\"attributes\":{\"low\":0,\"high\":2,\"log\":1}} | log (1) must be true or false",
                "{\"name\":\"IntDistribution\",\"attributes\":{\"low\":0,\"high\":2.5}} | high (2.5) must be a whole number",
                "{\"name\":\"IntDistribution\",\"attributes\":{\"low\":0,\"high\":2,\"step\":0}} | must have bounds and a step in order",
                "{\"name\":\"CategoricalDistribution\",\"attributes\":{\"choices\":[]}} | must have choices",
                "{} | must be float, int or categorical"
            })
    void textThatIsNoDistribution_saysWhy(String text, String message) {
        assertThatThrownBy(() -> Distribution.parse(text))
                .isInstanceOf(LineException.class)
                .hasMessageContaining(message);
    }

    @Test
    void otherBounds_areCompatible_otherKindsAndScalesAndChoicesAreNot() {
        Distribution linear = Distribution.of(new Real(0, 1, false, NO_STEP));
        Distribution choices = Distribution.of(new Categorical(List.of("a", "b")));
        assertThat(linear.isCompatibleWith(Distribution.of(new Real(2, 3, false, OptionalDouble.of(0.5)))))
                .isTrue();
        assertThat(linear.isCompatibleWith(Distribution.of(new Real(1, 2, true, NO_STEP))))
                .isFalse();
        assertThat(linear.isCompatibleWith(Distribution.of(new Whole(0, 1, false, 1))))
                .isFalse();
        assertThat(Distribution.of(new Whole(0, 1, false, 1))
                        .isCompatibleWith(Distribution.of(new Whole(5, 9, false, 2))))
                .isTrue();
        assertThat(choices.isCompatibleWith(Distribution.of(new Categorical(List.of("a", "b")))))
                .isTrue();
        assertThat(choices.isCompatibleWith(Distribution.of(new Categorical(List.of("b", "a")))))
                .isFalse();
    }
}
