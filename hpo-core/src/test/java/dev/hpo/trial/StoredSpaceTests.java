// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoredSpaceTests {

    private static final Scope ROOT = Scope.root();
    private static final Parameter<Double> RATE =
            Parameter.ofDouble(ROOT.child("rate", "lr"), RealDomain.of(Scale.ONE_MINUS_LOG, -0.0, 0.999));
    private static final Parameter<Float> SHARE =
            Parameter.ofFloat(ROOT.child("share"), RealDomain.stepped(0, 0.3, 0.1));
    private static final Parameter<Integer> SIZE =
            Parameter.ofInt(ROOT.child("size"), IntegerDomain.of(Scale.LOG, 1, 4));
    private static final Parameter<Long> UNITS = Parameter.ofLong(
            ROOT.child("units").when(new Condition.AtLeast(SIZE, 2)),
            IntegerDomain.stepped(-(1L << 53), 1L << 53, 1L << 52));
    private static final Parameter<Double> STEP = Parameter.ofChoice(
            ROOT.child("step"), ChoiceDomain.ordered("1e-3", "0.5").formerly("half", "0.5"), List.of(1e-3, 0.5));
    private static final Parameter<String> KIND =
            Parameter.ofChoice(ROOT.child("kind"), ChoiceDomain.of("\u00fc\n", "b"), List.of("\u00fc\n", "b"));
    private static final Parameter<Boolean> FLAG = Parameter.ofChoice(
            ROOT.child("flag").when(new Condition.Equal(KIND, "b")),
            ChoiceDomain.of("true", "false"),
            List.of(true, false));
    private static final PlainSpace SPACE = new PlainSpace(List.of(RATE, SHARE, SIZE, UNITS, STEP, KIND, FLAG));

    @Test
    void spaceComesBackAsItWas() {
        Configuration start = Configuration.builder()
                .set(RATE, 0.1)
                .set(SHARE, 0.3f)
                .set(SIZE, 3)
                .set(UNITS, -(1L << 53))
                .set(STEP, 1e-3)
                .set(KIND, "b")
                .set(FLAG, false)
                .build();
        StoredSpace stored = StoredSpace.of(SPACE, Optional.of(start));

        PlainSpace read = stored.space().orElseThrow();
        assertThat(stored.type()).isEqualTo("dev.hpo.space.Configuration");
        assertThat(read.fingerprint()).isEqualTo(SPACE.fingerprint()).isEqualTo(stored.fingerprint());
        assertThat(read.parameter("lr").orElseThrow().name()).isEqualTo("rate");
        assertThat(stored.start(read)).contains(start);
        assertThat(read.parameter("step").orElseThrow().value("1e-3")).isEqualTo(1e-3);
        assertThat(read.parameter("flag").orElseThrow().value("false")).isEqualTo(false);
        assertThat(StoredSpace.of(read, Optional.of(start))).isEqualTo(stored);
        assertThat(new PlainSpace("com.acme.Outer$Net", List.of()).typeName()).isEqualTo("Net");
    }

    @Test
    void whatMayChange_comesBackAndIsNoPartOfTheIdentity() {
        PlainSpace adjusted = new PlainSpace(List.of(RATE.adjustable(), SHARE));
        StoredSpace stored = StoredSpace.of(adjusted, Optional.empty());
        StoredSpace plain = StoredSpace.of(new PlainSpace(List.of(RATE, SHARE)), Optional.empty());

        assertThat(stored.space().orElseThrow().adjustable())
                .extracting(Parameter::name)
                .containsExactly("rate");
        assertThat(plain.space().orElseThrow().adjustable()).isEmpty();
        assertThat(plain.description().toString()).doesNotContain("adjustable");
        assertThat(stored.fingerprint()).isEqualTo(plain.fingerprint());
        assertThat(SpaceChanges.between(plain, adjusted)).isEmpty();
        assertThat(SpaceChanges.between(stored, plain.space().orElseThrow())).isEmpty();
    }

    @Test
    void spaceThatWasNotKept_isNone() {
        StoredSpace stored = new StoredSpace("0123");
        assertThat(stored.space()).isEmpty();
        assertThat(stored.start(SPACE)).isEmpty();
        assertThat(stored.type()).isEmpty();
    }

    static Stream<Arguments> damaged() {
        Map<String, Object> real = Map.of("kind", "real", "min", 0.0, "max", 1.0, "scale", "LINEAR");
        return Stream.of(
                arguments(List.of("text"), "value (text) must be an object"),
                arguments(List.of(Map.of("name", 1L, "domain", real)), "name (1) must be of type string"),
                arguments(List.of(Map.of("name", "a")), "kind must be there"),
                arguments(List.of(parameter("kind", "vector")), "kind (vector) must be one of"),
                arguments(List.of(Map.of("name", "a", "domain", real), Map.of("name", "a", "domain", real)), "(a)"),
                arguments(
                        List.of(Map.of("name", "a", "domain", real, "adjustable", "yes")),
                        "adjustable (yes) must be of type boolean"),
                arguments(List.of(parameter("kind", "real", "min", "0")), "min (0) must be of type number"),
                arguments(List.of(range("real", 1.0, Double.NaN, "LINEAR")), "bounds (1.0, NaN)"),
                arguments(List.of(range("real", 0.0, 1.0, "CUBIC")), "CUBIC"),
                arguments(List.of(range("integer", 0.5, 1.0, "LINEAR")), "min (0.5) must be a whole number"),
                arguments(List.of(range("integer", 0L, 1e300, "LINEAR")), "max (1.0E300) must be a whole number"),
                arguments(List.of(range("integer", 0L, Long.MAX_VALUE, "LINEAR")), "2^53"),
                arguments(
                        List.of(parameter(
                                "kind", "integer", "min", 0L, "max", 9L, "scale", "LINEAR", "levels", 1L << 40)),
                        "levels (1099511627776)"),
                arguments(List.of(parameter("kind", "categorical")), "choices must not be empty"),
                arguments(
                        List.of(parameter("kind", "categorical", "choices", Arrays.asList("a", null))),
                        "choices (null) must be texts"),
                arguments(
                        List.of(parameter("kind", "ordinal", "choices", List.of("a", "b"), "values", List.of(1L))),
                        "must be as many as the choices"),
                arguments(
                        List.of(parameter(
                                "kind", "ordinal", "choices", List.of("a"), "values", Collections.singletonList(null))),
                        "values ([null])"),
                arguments(
                        List.of(Map.of("name", "a", "domain", real, "conditions", List.of(Map.of("parameter", "b")))),
                        "condition parameter (b) must be one before it"));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void damagedDescription_isOneClearError(List<?> parameters, String message) {
        StoredSpace stored = new StoredSpace("0123", Map.of("type", "Config", "parameters", parameters));
        assertThatIllegalArgumentException().isThrownBy(stored::space).withMessageContaining(message);
    }

    @Test
    void structureThatIsToChange_isDamage() {
        Map<String, Object> real = Map.of("kind", "real", "min", 0.0, "max", 1.0, "scale", "LINEAR");
        Map<String, Object> parent = Map.of("name", "a", "domain", real, "adjustable", true);
        Map<String, Object> condition = Map.of("parameter", "a", "atLeast", 1L);
        damagedDescription_isOneClearError(
                List.of(parent, Map.of("name", "b", "domain", real, "conditions", List.of(condition))),
                "condition parameter (a) must not be adjustable");
    }

    private static Map<String, Object> range(String kind, Object min, Object max, String scale) {
        return parameter("kind", kind, "min", min, "max", max, "scale", scale);
    }

    private static Map<String, Object> parameter(Object... domain) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < domain.length; i += 2) {
            fields.put((String) domain[i], domain[i + 1]);
        }
        return Map.of("name", "a", "domain", fields);
    }
}
