// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTests {

    private final GridSampler grid = new GridSampler();

    @Test
    void rangesHaveFiveValuesEquallySpacedOnTheirScale() {
        assertThat(values(grid, Spaces.real("x"))).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        assertThat(values(grid, real(Scale.LOG, 1e-4, 1))).containsExactly(1e-4, 1e-3, 1e-2, 0.1, 1.0);
        assertThat(values(grid, real(Scale.ONE_MINUS_LOG, 0.9, 0.99999)))
                .containsExactly(0.9, 0.99, 0.999, 0.9999, 0.99999);
        assertThat(values(grid, Spaces.whole("n", 50, 100))).containsExactly(50L, 63L, 75L, 88L, 100L);
        assertThat(values(grid, wholeLog(1, 10_000))).containsExactly(1L, 10L, 100L, 1000L, 10_000L);
    }

    @Test
    void fewWholeNumbersChoicesStepsAndLevelsAreTakenAll() {
        assertThat(values(grid, Spaces.whole("n", 2, 6))).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(values(grid, Spaces.choice(Scope.root().child("c"), 9))).hasSize(9);
        assertThat(values(grid, Parameter.ofDouble(place(), RealDomain.stepped(0, 0.7, 0.1))))
                .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
        assertThat(values(grid, Parameter.ofDouble(place(), new RealDomain(1, 4, Scale.LOG, 3))))
                .containsExactly(1.0, 2.0, 4.0);
    }

    @Test
    void wholeNumbersThatRoundingMakesEqualAreOne() {
        assertThat(values(grid, wholeLog(1, 6))).containsExactly(1L, 2L, 4L, 6L);
    }

    @Test
    void neighbouringFloatsAndDoublesAreTwoValues() {
        assertThat(values(grid, Parameter.ofFloat(place(), RealDomain.of(Scale.LINEAR, 1, Math.nextUp(1f)))))
                .hasSize(2);
        assertThat(values(grid, real(Scale.LOG, 0.1, Math.nextUp(0.1)))).hasSizeBetween(1, 2);
    }

    @Test
    void rangeTooNarrowForShortNumbersHasItsFiveValuesAllTheSame() {
        assertThat(values(grid, real(Scale.LINEAR, 1, 1 + 1e-12))).hasSize(5);
    }

    @Test
    void otherNumberOfLevels() {
        assertThat(values(grid.withLevels(3), Spaces.real("x"))).containsExactly(0.0, 0.5, 1.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid.withLevels(1))
                .withMessage("levels (1) must be at least 2");
    }

    @Test
    void descriptionGivesTheNumberOfPoints() {
        Space<?> cube = Spaces.of(Spaces.real("a"), Spaces.real("b"), Spaces.real("c"));
        assertThat(grid.describe(cube, Spaces.facts(125, 1))).isEqualTo("grid of 125 points");
        assertThat(grid.describe(cube, Spaces.facts(50, 1)))
                .isEqualTo("grid of 125 points, 50 of them within the budget");
        assertThat(grid.describe(Spaces.of(), Spaces.facts(50, 1))).isEqualTo("grid of 1 point");
    }

    @Test
    void orderIsThatOfDeclarationOnRequestAndShuffledOtherwise() {
        Space<?> square = Spaces.of(Spaces.whole("a", 0, 2), Spaces.whole("b", 0, 2));
        List<Configuration> inOrder = points(grid.inOrder(), square, 1);
        assertThat(inOrder).containsExactlyElementsOf(Spaces.bruteForce(square));
        assertThat(points(grid, square, 1)).hasSameElementsAs(inOrder).isNotEqualTo(inOrder);
        assertThat(points(grid, square, 1)).isNotEqualTo(points(grid, square, 2));
    }

    @Test
    void firstPointsOfAShuffledGridTakeEveryValueOfEveryParameter() {
        Space<?> space = Spaces.of(Spaces.real("a"), Spaces.real("b"), Spaces.real("c"), Spaces.real("d"));
        List<Configuration> first = points(grid, space, 3).subList(0, 50);
        for (Parameter<?> parameter : space.parameters()) {
            assertThat(first.stream().map(point -> point.raw(parameter)).distinct())
                    .hasSize(5);
        }
    }

    @Test
    void pointThatWasQueuedIsNotTriedAgain() {
        Space<?> space = Spaces.of(Spaces.real("x"));
        Configuration middle = space.choose(parameter -> 0.5);
        History history = History.empty()
                .with(TrialRecord.running(
                        new TrialStart(0, middle, 0, Origin.of(Origin.Source.QUEUED), Instant.EPOCH)));
        List<Configuration> rest = points(grid, space, history);
        assertThat(rest).hasSize(4).doesNotContain(middle);
    }

    @Test
    void gridWithOtherLevelsBeginsAnewButRepeatsNothing() {
        Space<?> space = Spaces.of(Spaces.real("x"));
        History history = History.empty();
        for (int trial = 0; trial < 3; trial++) {
            history = Spaces.complete(history, next(grid, space, history), trial);
        }
        List<Configuration> tried =
                history.trials().stream().map(TrialRecord::configuration).toList();
        List<Configuration> nine = points(grid.withLevels(9), space, history);
        assertThat(nine).doesNotContainAnyElementsOf(tried).hasSize(9 - 3);
    }

    @Test
    void hugeGridsAreWalkedWithoutOverflow() {
        for (int dimensions : new int[] {26, 40, 400}) {
            Parameter<?>[] all = IntStream.range(0, dimensions)
                    .mapToObj(index -> Spaces.real("x" + index))
                    .toArray(Parameter<?>[]::new);
            Space<?> space = Spaces.of(all);
            assertThat(grid.size(space)).isEqualTo(BigInteger.valueOf(5).pow(dimensions));
            History history = History.empty();
            for (int trial = 0; trial < 100; trial++) {
                history = Spaces.complete(history, next(grid, space, history), trial);
            }
            assertThat(history.distinctConfigurations()).isEqualTo(100);
        }
    }

    @Test
    void endSaysHowManyPointsThereWere() {
        Space<?> space = Spaces.of(Spaces.whole("n", 1, 3));
        History history = History.empty();
        while (grid.propose(Spaces.ask(space, history, Spaces.facts(50, 1))) instanceof Proposal.Try proposal) {
            history = Spaces.complete(history, proposal, 1);
        }
        assertThat(grid.propose(Spaces.ask(space, history, Spaces.facts(50, 1))))
                .isEqualTo(new Proposal.Exhausted("all 3 points of the grid have been tried"));
    }

    private static List<Object> values(GridSampler sampler, Parameter<?> parameter) {
        return points(sampler.inOrder(), Spaces.of(parameter), 1).stream()
                .map(point -> point.raw(parameter))
                .toList();
    }

    private static List<Configuration> points(GridSampler sampler, Space<?> space, long seed) {
        List<Configuration> points = new ArrayList<>();
        History history = History.empty();
        while (sampler.propose(Spaces.ask(space, history, Spaces.facts(50, seed))) instanceof Proposal.Try proposal) {
            points.add(proposal.configuration());
            history = Spaces.complete(history, proposal, 1);
        }
        return points;
    }

    private static List<Configuration> points(GridSampler sampler, Space<?> space, History past) {
        List<Configuration> points = new ArrayList<>();
        History history = past;
        while (sampler.propose(Spaces.ask(space, history, Spaces.facts(50, 1))) instanceof Proposal.Try proposal) {
            points.add(proposal.configuration());
            history = Spaces.complete(history, proposal, 1);
        }
        return points;
    }

    private static Proposal.Try next(GridSampler sampler, Space<?> space, History history) {
        return (Proposal.Try) sampler.propose(Spaces.ask(space, history, Spaces.facts(50, 1)));
    }

    private static Parameter<Double> real(Scale scale, double min, double max) {
        return Parameter.ofDouble(place(), RealDomain.of(scale, min, max));
    }

    private static Parameter<Long> wholeLog(long min, long max) {
        return Parameter.ofLong(place(), IntegerDomain.of(Scale.LOG, min, max));
    }

    private static Scope place() {
        return Scope.root().child("p");
    }
}
