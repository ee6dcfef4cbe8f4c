// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.storage.journal.line.Assignment;
import dev.hpo.storage.journal.line.Attributes;
import dev.hpo.storage.journal.line.Distribution;
import dev.hpo.storage.journal.line.Distribution.Categorical;
import dev.hpo.storage.journal.line.Distribution.Kind;
import dev.hpo.storage.journal.line.Distribution.Real;
import dev.hpo.storage.journal.line.Distribution.Whole;
import dev.hpo.storage.journal.line.Draft;
import dev.hpo.storage.journal.line.Interest;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineReader;
import dev.hpo.storage.journal.line.LineWriter;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.line.Standing;
import dev.hpo.storage.journal.line.Times;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpaceMappingTests {

    private static final OptionalDouble NO_STEP = OptionalDouble.empty();
    private static final Scope PLACE = Scope.root().child("p");

    static Stream<Arguments> parameters() {
        return Stream.of(
                real(RealDomain.of(Scale.LINEAR, -1, 1), new Real(-1, 1, false, NO_STEP)),
                real(RealDomain.of(Scale.LOG, 1e-300, 1e300), new Real(1e-300, 1e300, true, NO_STEP)),
                real(RealDomain.of(Scale.ONE_MINUS_LOG, 0.9, 0.9999999), new Real(0.9, 0.9999999, false, NO_STEP)),
                real(RealDomain.of(Scale.LOGIT, 1e-9, 1 - 1e-9), new Real(1e-9, 1 - 1e-9, false, NO_STEP)),
                real(RealDomain.stepped(0, 0.3, 0.1), new Real(0, 0.3, false, OptionalDouble.of(0.1))),
                real(RealDomain.stepped(0.1, 0.7, 0.2), new Real(0.1, 0.7, false, OptionalDouble.of(0.2))),
                real(new RealDomain(0, 1, Scale.LINEAR, 4), new Real(0, 1, false, NO_STEP)),
                real(new RealDomain(1e-4, 1, Scale.LOG, 5), new Real(1e-4, 1, true, NO_STEP)),
                Arguments.of(
                        Parameter.ofFloat(PLACE, RealDomain.of(Scale.LOG, 1e-7, 0.1)),
                        new Real(1e-7, 0.1, true, NO_STEP)),
                whole(IntegerDomain.of(Scale.LINEAR, -5, 5), new Whole(-5, 5, false, 1)),
                whole(IntegerDomain.of(Scale.LOG, 1, 1L << 53), new Whole(1, 1L << 53, true, 1)),
                whole(
                        IntegerDomain.of(Scale.LINEAR, -(1L << 53), 1L << 53),
                        new Whole(-(1L << 53), 1L << 53, false, 1)),
                whole(IntegerDomain.stepped(16, 256, 16), new Whole(16, 256, false, 16)),
                whole(new IntegerDomain(0, 10, Scale.LINEAR, 4), new Whole(0, 10, false, 1)),
                whole(new IntegerDomain(1, 1024, Scale.LOG, 11), new Whole(1, 1024, true, 1)),
                whole(IntegerDomain.of(Scale.LINEAR, 3, 3), new Whole(3, 3, false, 1)),
                choice(List.of("a", "b \"\ud800\n"), List.of("a", "b \"\ud800\n"), List.of("a", "b \"\ud800\n")),
                choice(List.of("16", "128"), List.of(16, 128), List.of(16L, 128L)),
                choice(List.of("1e-3", "0.1"), List.of(1e-3, 0.1), List.of(1e-3, 0.1)),
                choice(List.of("0.1", "0.2"), List.of(0.1f, 0.2f), List.of(0.1, 0.2)),
                choice(List.of("1", "1.0"), List.of(1.0, 1.0), List.of("1", "1.0")),
                choice(List.of("true", "false"), List.of(true, false), List.of(true, false)),
                choice(
                        List.of("HALF_UP", "DOWN"),
                        List.of(RoundingMode.HALF_UP, RoundingMode.DOWN),
                        List.of("HALF_UP", "DOWN")));
    }

    private static Arguments real(RealDomain domain, Kind kind) {
        return Arguments.of(Parameter.ofDouble(PLACE, domain), kind);
    }

    private static Arguments whole(IntegerDomain domain, Kind kind) {
        return Arguments.of(Parameter.ofLong(PLACE, domain), kind);
    }

    private static Arguments choice(List<String> texts, List<?> values, List<?> stored) {
        return Arguments.of(
                Parameter.ofChoice(PLACE, new ChoiceDomain(texts, true), values), new Categorical(List.copyOf(stored)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void domain_hasItsDistribution(Parameter<?> parameter, Kind kind) {
        assertThat(mapping(parameter).distribution(parameter).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void valueThatWasStored_comesBack(Parameter<?> parameter, Kind kind) throws LineException {
        SpaceMapping mapping = mapping(parameter);
        for (Object raw : values(parameter.domain())) {
            Configuration configuration =
                    Configuration.builder().setRaw(parameter, raw).build();

            Map<String, Assignment> stored = written(mapping.assignments(configuration));

            assertThat(mapping.configuration(stored)).isEqualTo(configuration);
            assertThat(mapping.raw(parameter, mapping.external(parameter, configuration.raw(parameter))))
                    .isEqualTo(configuration.raw(parameter));
        }
    }

    /** Returns both ends, all of a few, and some of many. */
    private static List<Object> values(Domain domain) {
        if (domain.cardinality() <= 100) {
            return IntStream.range(0, (int) domain.cardinality())
                    .mapToObj(domain::valueAt)
                    .toList();
        }
        Random random = new Random(7);
        return Stream.concat(
                        Stream.of(domain.fromUnit(0), domain.fromUnit(1)),
                        Stream.generate(() -> domain.fromUnit(random.nextDouble()))
                                .limit(200))
                .toList();
    }

    private static Map<String, Assignment> written(Map<String, Assignment> parameters) throws LineException {
        Operation operation =
                new Operation.CreateTrial(0, new Draft(Standing.waiting(), parameters, Attributes.none(), List.of()));
        byte[] line = new LineWriter("w", Times.UTC).write(List.of(operation));
        Operation read =
                new LineReader(Interest.ALL).read(line, 0, line.length - 1).operation();
        return ((Operation.CreateTrial) read).trial().parameters();
    }

    @Test
    void parameterThatDoesNotExist_isAbsent() {
        Parameter<String> kind =
                Parameter.ofChoice(Scope.root().child("kind"), ChoiceDomain.of("sgd", "adam"), List.of("sgd", "adam"));
        Parameter<Double> beta = Parameter.ofDouble(
                Scope.root().when(new Condition.Equal(kind, "adam")).child("beta"), RealDomain.of(Scale.LINEAR, 0, 1));
        SpaceMapping mapping = SpaceMapping.of(new PlainSpace(List.of(kind, beta)));
        Configuration sgd = Configuration.builder().set(kind, "sgd").build();

        assertThat(mapping.assignments(sgd)).containsOnlyKeys("kind");
        assertThat(mapping.configuration(mapping.assignments(sgd))).isEqualTo(sgd);
        assertThatThrownBy(() -> mapping.configuration(Map.of("kind", new Assignment(mapping.distribution(kind), 1))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("beta");
    }

    @Test
    void valuesOfPython_areTakenIfTheyFit() {
        Parameter<Double> grid = Parameter.ofDouble(PLACE, RealDomain.stepped(0, 0.3, 0.1));
        Parameter<Integer> count = Parameter.ofInt(PLACE, IntegerDomain.of(Scale.LINEAR, 1, 9));
        Parameter<Integer> batch = Parameter.ofChoice(PLACE, ChoiceDomain.of("16", "32"), List.of(16, 32));
        Parameter<Boolean> flag = Parameter.ofChoice(PLACE, ChoiceDomain.of("true", "false"), List.of(true, false));

        assertThat(mapping(grid).raw(grid, 0.1 + 0.2)).isEqualTo(0.3);
        assertThat(mapping(count).raw(count, 3.0)).isEqualTo(3L);
        assertThat(mapping(count).raw(count, "3")).isEqualTo(3L);
        assertThat(mapping(batch).raw(batch, 32.0)).isEqualTo("32");
        assertThat(mapping(batch).raw(batch, "32")).isEqualTo("32");
        assertThat(mapping(flag).raw(flag, true)).isEqualTo("true");
        for (Object none : Arrays.asList(10L, 3.5, "x", true, null)) {
            assertThatThrownBy(() -> mapping(count).raw(count, none))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("p value (");
        }
        assertThatThrownBy(() -> mapping(grid).raw(grid, 0.15)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> mapping(batch).raw(batch, 64L)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void choiceThatHasMoved_isFoundByItsValue_andOneThatWasRenamedByItsFormerText() {
        ChoiceDomain domain = ChoiceDomain.of("b", "a", "c").formerly("see", "c");
        Parameter<String> parameter = Parameter.ofChoice(PLACE, domain, List.of("b", "a", "c"));
        Distribution former = Distribution.of(new Categorical(List.of("a", "b", "see")));

        assertThat(mapping(parameter)
                        .configuration(Map.of("p", new Assignment(former, 0)))
                        .get(parameter))
                .isEqualTo("a");
        assertThat(mapping(parameter)
                        .configuration(Map.of("p", new Assignment(former, 2)))
                        .get(parameter))
                .isEqualTo("c");
        assertThatThrownBy(() -> mapping(parameter).configuration(Map.of("p", new Assignment(former, 3))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("index (3.0) must be that of one of [a, b, see]");
    }

    @Test
    void strangeParameter_isNamed() {
        Parameter<Double> parameter = Parameter.ofDouble(PLACE, RealDomain.of(Scale.LINEAR, 0, 1));
        Distribution distribution = mapping(parameter).distribution(parameter);
        assertThatThrownBy(() -> mapping(parameter).configuration(Map.of("q", new Assignment(distribution, 0))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("parameter (q) must be one of the space: [p]");
    }

    private static SpaceMapping mapping(Parameter<?> parameter) {
        return SpaceMapping.of(new PlainSpace(List.of(parameter)));
    }
}
