// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTests {

    private static final Scope ROOT = Scope.root();
    private static final Parameter<Double> RATE =
            Parameter.ofDouble(ROOT.child("rate", "lr"), RealDomain.of(Scale.LOG, 1e-4, 1));
    private static final Parameter<Integer> UNITS =
            Parameter.ofInt(ROOT.child("units"), IntegerDomain.of(Scale.LINEAR, 1, 64));
    private static final Parameter<String> KIND = Parameter.ofChoice(
            ROOT.child("kind"), ChoiceDomain.of("sgd", "adam").formerly("plain", "sgd"), List.of("sgd", "adam"));
    private static final Parameter<Double> BETA = Parameter.ofDouble(
            ROOT.child("beta").when(new Condition.Equal(KIND, "adam")), RealDomain.of(Scale.LINEAR, 0, 0.8));
    private static final PlainSpace SPACE = new PlainSpace(List.of(RATE, UNITS, KIND, BETA));
    private static final Projection PRESENT = new Projection(SPACE, Optional.empty(), Direction.MINIMIZE);

    @Test
    void trialsOfTheSameSpace_comeBackAsTheyWere() {
        Configuration adam = Configuration.builder()
                .set(RATE, 0.1)
                .set(UNITS, 7)
                .set(KIND, "adam")
                .set(BETA, 0.25)
                .build();
        assertThat(PRESENT.project(adam.asMap())).contains(adam);
    }

    @Test
    void renamedParametersAndChoices_areFoundByTheirFormerNames() {
        assertThat(PRESENT.project(Map.of("lr", 0.5, "units", 3L, "kind", "plain")))
                .hasValueSatisfying(configuration ->
                        assertThat(configuration.asMap()).isEqualTo(Map.of("rate", 0.5, "units", 3L, "kind", "sgd")));
    }

    @Test
    void parameterThatIsGone_isLeftOut() {
        assertThat(PRESENT.project(Map.of("rate", 0.5, "units", 3L, "kind", "sgd", "beta", 0.1, "decay", 0.9)))
                .hasValueSatisfying(
                        configuration -> assertThat(configuration.asMap()).containsOnlyKeys("rate", "units", "kind"));
    }

    @Test
    void newParameter_getsTheStartConfigurationsValueOrTheMiddle() {
        Map<String, Object> stored = Map.of("rate", 0.5, "kind", "adam");
        assertThat(PRESENT.project(stored).orElseThrow().asMap())
                .containsEntry("units", 33L)
                .containsEntry("beta", 0.4);

        Configuration start = Configuration.builder()
                .set(RATE, 0.1)
                .set(UNITS, 9)
                .set(KIND, "sgd")
                .build();
        assertThat(new Projection(SPACE, Optional.of(start), Direction.MINIMIZE)
                        .project(stored)
                        .orElseThrow()
                        .asMap())
                .containsEntry("units", 9L)
                .containsEntry("rate", 0.5)
                .containsEntry("beta", 0.4);
    }

    @Test
    void newParameterOfWhichSomethingIsBelieved_getsTheMiddleOfThat() {
        PlainSpace believed = new PlainSpace(List.of(RATE.near(1e-3, 0.01)));
        Configuration projected = new Projection(believed, Optional.empty(), Direction.MINIMIZE)
                .project(Map.of())
                .orElseThrow();
        assertThat(projected.get(RATE)).isBetween(0.9e-3, 1.1e-3);
    }

    @Test
    void trialsOutsideTheBoundsOrOfUnknownChoices_areDroppedAndCounted() {
        EarlierStudy study = PRESENT.project(
                "digits, run 3",
                List.of(
                        new Projection.Stored(Map.of("rate", 1.5, "units", 3L, "kind", "sgd"), 1),
                        new Projection.Stored(Map.of("rate", 0.5, "units", 65L, "kind", "sgd"), 2),
                        new Projection.Stored(Map.of("rate", 0.5, "units", 3L, "kind", "momentum"), 3),
                        new Projection.Stored(Map.of("rate", "fast", "units", 3L, "kind", "sgd"), 4),
                        new Projection.Stored(Map.of("rate", 0.5, "units", 3L, "kind", "adam", "beta", 0.9), 5),
                        new Projection.Stored(Map.of("rate", 0.5, "units", 3L, "kind", "sgd"), 6)));
        assertThat(study.results())
                .singleElement()
                .extracting(EarlierStudy.Result::value)
                .isEqualTo(6.0);
        assertThat(study.dropped()).isEqualTo(5);
        assertThat(study.describe()).isEqualTo("1 trial of digits, run 3; 5 left out, outside the present space");
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.25", "0.4, 0.5", "0, 0", "1, 1"})
    void numberBetweenTheStepsNow_becomesTheNearestOfThem(double stored, double present) {
        Parameter<Double> stepped = Parameter.ofDouble(ROOT.child("x"), RealDomain.stepped(0, 1, 0.25));
        assertThat(in(stepped, stored)).isEqualTo(present);
    }

    @Test
    void numbersOfAnotherType_areTheSameNumbers() {
        Parameter<Integer> powers = Parameter.ofInt(ROOT.child("x"), new IntegerDomain(1, 100, Scale.LOG, 3));
        Parameter<Integer> ordinal =
                Parameter.ofChoice(ROOT.child("x"), ChoiceDomain.ordered("16", "32"), List.of(16, 32));
        Parameter<Float> narrow = Parameter.ofFloat(ROOT.child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
        assertThat(in(powers, 12.4)).isEqualTo(10L);
        assertThat(in(UNITS.domain(), "7")).isEqualTo(7L);
        assertThat(in(ordinal, 32L)).isEqualTo("32");
        assertThat(in(ordinal, 32.0)).isEqualTo("32");
        assertThat(in(narrow, 0.1)).isEqualTo(0.1);
        assertThat(in(narrow, 1L)).isEqualTo(1.0);
    }

    private static Object in(dev.hpo.space.Domain domain, Object stored) {
        return in(Parameter.ofInt(ROOT.child("x"), (IntegerDomain) domain), stored);
    }

    private static Object in(Parameter<?> parameter, Object stored) {
        return new Projection(new PlainSpace(List.of(parameter)), Optional.empty(), Direction.MINIMIZE)
                .project(Map.of("x", stored))
                .orElseThrow()
                .raw(parameter);
    }
}
