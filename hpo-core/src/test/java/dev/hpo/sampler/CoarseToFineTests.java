// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoarseToFineTests {

    private static final Parameter<Double> X = Spaces.real("x");
    private static final Parameter<String> KIND = Spaces.choice(Scope.root().child("kind"), 4);
    private static final Parameter<Long> LAYERS = Spaces.whole("layers", 1, 9);
    private static final Space<?> SPACE = Spaces.of(X, KIND, LAYERS);

    static Stream<CoarseToFineSampler> samplers() {
        return Stream.of(new CoarseToFineSampler(), new CoarseToFineSampler().random());
    }

    /** The best is at x = 0.3 of kind v2 with 4 layers; a stage begins every 200 trials. */
    @ParameterizedTest
    @MethodSource("samplers")
    void laterStagesAreDenserAroundTheBestAndNeverLeaveTheRestAlone(CoarseToFineSampler sampler) {
        List<Configuration> points = run(sampler, Spaces.facts(800, 1), 800);
        List<Configuration> coarse = points.subList(0, 200);
        List<Configuration> fine = points.subList(400, 600);
        assertThat(share(coarse, 0.22, 0.38)).isBetween(0.08, 0.24);
        assertThat(share(fine, 0.2, 0.4)).isGreaterThan(0.8);
        assertThat(share(fine, 0.5, 1.0)).isBetween(0.04, 0.16);
        assertThat(fine.stream().filter(point -> point.get(KIND).equals("v2")).count())
                .isBetween(130L, 190L);
        assertThat(fine.stream().map(point -> point.get(KIND)).distinct()).hasSize(4);
        assertThat(fine.stream()
                        .filter(point -> Math.abs(point.get(LAYERS) - 4) <= 1)
                        .count())
                .isGreaterThan(150);
        assertThat(fine.stream().map(point -> point.get(LAYERS)).distinct()).hasSizeGreaterThan(6);
    }

    @Test
    void boxAtTheEdgeIsPushedInside() {
        Configuration corner = SPACE.choose(parameter -> parameter.domain().fromUnit(0));
        Box box = new Box(corner, 0.4);
        assertThat(box.value(X, 0)).isEqualTo(0.0);
        assertThat(box.value(X, 1)).isEqualTo(0.4);
        assertThat(box.value(X, 0.5)).isEqualTo(0.2);
        assertThat(box.value(KIND, 0.39)).isEqualTo("v3");
        assertThat(box.value(KIND, 0.41)).isEqualTo("v0");
    }

    @Test
    void smallestBoxStillHoldsTheNeighboursOfAWholeNumber() {
        Box box = new Box(SPACE.choose(parameter -> parameter.domain().fromUnit(0.5)), 1e-9);
        assertThat(List.of(box.value(LAYERS, 0), box.value(LAYERS, 0.5), box.value(LAYERS, 1)))
                .containsExactly(4L, 5L, 6L);
    }

    @Test
    void parameterThatTheBestLacksIsDrawnFromItsWholeRange() {
        Box box = new Box(Configuration.builder().build(), 0.1);
        assertThat(box.value(X, 0.99)).isEqualTo(0.99);
    }

    @Test
    void withoutALimitTheStagesAreTwentyTrialsLong() {
        List<Configuration> points = run(new CoarseToFineSampler(), Spaces.facts(Integer.MAX_VALUE, 1), 300);
        assertThat(share(points.subList(40, 300), 0.2, 0.4)).isGreaterThan(0.7);
        assertThat(new CoarseToFineSampler().describe(SPACE, Spaces.facts(Integer.MAX_VALUE, 1)))
                .isEqualTo("coarse to fine in 4 stages of 20 quasi-random points");
    }

    @Test
    void descriptionGivesTheStages() {
        CoarseToFineSampler sampler = new CoarseToFineSampler().withStages(3).random();
        assertThat(sampler.describe(SPACE, Spaces.facts(50, 1)))
                .isEqualTo("coarse to fine in 3 stages of 17 random points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sampler.withStages(1))
                .withMessage("stages (1) must be at least 2");
    }

    private static List<Configuration> run(CoarseToFineSampler sampler, StudyFacts facts, int trials) {
        History history = History.empty();
        for (int trial = 0; trial < trials; trial++) {
            Proposal.Try next = (Proposal.Try) sampler.propose(Spaces.ask(SPACE, history, facts));
            history = Spaces.complete(history, next, value(next.configuration()));
        }
        return history.trials().stream().map(TrialRecord::configuration).toList();
    }

    private static double value(Configuration point) {
        return Math.abs(point.get(X) - 0.3) * 10
                + (point.get(KIND).equals("v2") ? 0 : 0.5)
                + Math.abs(point.get(LAYERS) - 4) * 0.5;
    }

    private static double share(List<Configuration> points, double from, double to) {
        return points.stream()
                        .filter(point -> point.get(X) >= from && point.get(X) <= to)
                        .count()
                / (double) points.size();
    }
}
