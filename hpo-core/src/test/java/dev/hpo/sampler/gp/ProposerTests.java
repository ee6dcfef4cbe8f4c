// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.encoding.Tried;
import dev.hpo.gp.GpParts;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scope;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposerTests {

    private static final int BUDGET = 100;

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15})
    void bottomOfABowlIsFoundInEveryTurn(int number) {
        double[] point = propose(GpParts.table(GpParts.PLANE, 30, ProposerTests::bowl), number, ProposerTests::nothing);
        assertThat(Math.hypot(point[0] - 0.3, point[1] - 0.6)).isLessThan(0.15);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 22, 23})
    void answerIsThatOfAFreshProposer(int number) {
        Table table = someFailed(20, point -> point[0] + Math.sin(9 * point[1]) + point[3]);
        Proposer used = new Proposer();
        used.propose(someFailed(13, ProposerTests::bowl), Turn.of(7), ProposerTests::nothing, BUDGET, SplitMix.of(1));
        assertThat(used.propose(table, Turn.of(number), ProposerTests::nothing, BUDGET, SplitMix.of(2)))
                .hasValueSatisfying(
                        point -> assertThat(point).isEqualTo(propose(table, number, ProposerTests::nothing)));
    }

    private static Table someFailed(int trials, ToDoubleFunction<double[]> loss) {
        List<Outcome> outcomes = new ArrayList<>();
        for (double[] point : GpParts.points(GpParts.MIXED, trials)) {
            outcomes.add(
                    outcomes.size() % 5 == 2
                            ? new Outcome.Failed(Failure.of(Failure.Kind.EXCEPTION, "no"))
                            : Outcome.Complete.of(loss.applyAsDouble(point)));
        }
        return GpParts.table(GpParts.MIXED, outcomes);
    }

    @Test
    void trialThatRunsIsNotRepeatedNorItsNeighbourhoodCrowded() {
        List<Outcome> outcomes = new ArrayList<>();
        List<double[]> points = GpParts.points(GpParts.PLANE, 12);
        for (double[] point : points) {
            outcomes.add(Outcome.Complete.of(bowl(point)));
        }
        outcomes.set(11, new Outcome.Running());
        Table table = GpParts.table(GpParts.PLANE, outcomes);
        for (int number = 12; number < 20; number++) {
            double[] point = propose(table, number, ProposerTests::nothing);
            assertThat(Math.hypot(point[0] - points.get(11)[0], point[1] - points.get(11)[1]))
                    .isGreaterThan(0.005);
        }
    }

    @Test
    void whatHasBeenTriedIsNotProposed() {
        Table table = GpParts.table(GpParts.MIXED, 60, point -> point[2] + point[3]);
        for (int number = 60; number < 70; number++) {
            assertThat(new Tried(table).contains(propose(table, number, ProposerTests::nothing)))
                    .isFalse();
        }
    }

    @Test
    void pointOfVeryManyChoicesIsNew_andTheSameOfAFreshProposer() {
        List<String> values = List.of("a", "b", "c");
        Encoding choices = Encoding.of(new PlainSpace(IntStream.range(0, 100)
                .mapToObj(i -> Parameter.ofChoice(Scope.root().child("c" + i), new ChoiceDomain(values, false), values))
                .toList()));
        Table table = GpParts.table(choices, 30, point -> point[0] + 0.1 * point[99]);
        for (int number = 30; number < 33; number++) {
            double[] point = propose(table, number, ProposerTests::nothing);
            assertThat(new Tried(table).contains(point)).isFalse();
            assertThat(propose(table, number, ProposerTests::nothing)).isEqualTo(point);
        }
    }

    @Test
    void whatIsExpectedBeforehandAttracts() {
        Table table = GpParts.table(GpParts.PLANE, 5, point -> 1 + 1e-3 * point[0]);
        ToDoubleFunction<double[]> corner = point -> 4 * Math.hypot(point[0] - 0.9, point[1] - 0.1);
        double[] point = propose(table, 9, corner);
        double[] cold = propose(table, 9, ProposerTests::nothing);
        assertThat(corner.applyAsDouble(point)).isLessThan(corner.applyAsDouble(cold));
    }

    private static double bowl(double[] point) {
        return Math.pow(point[0] - 0.3, 2) + Math.pow(point[1] - 0.6, 2);
    }

    private static double nothing(double[] point) {
        return 0 * point[0];
    }

    private static double[] propose(Table table, int number, ToDoubleFunction<double[]> expectation) {
        return new Proposer()
                .propose(table, Turn.of(number), expectation, BUDGET, SplitMix.of(2))
                .orElseThrow();
    }
}
