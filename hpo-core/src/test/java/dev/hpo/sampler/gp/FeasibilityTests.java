// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.encoding.Table;
import dev.hpo.gp.Fits;
import dev.hpo.gp.GpParts;
import dev.hpo.gp.Hyperparameters;
import dev.hpo.gp.Inputs;
import dev.hpo.gp.Priors;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeasibilityTests {

    private final Inputs inputs = new Inputs(GpParts.PLANE);

    @Test
    void withoutFailuresThereIsNothingToLearn() {
        assertThat(Feasibility.of(inputs, GpParts.table(GpParts.PLANE, 10, point -> point[0]), new Fits()))
                .isEmpty();
    }

    @Test
    void whereTrialsFailTheProbabilityIsLow() {
        Feasibility model = halfFails(Failure.Kind.INFEASIBLE);
        double[] logarithms = model.logProbabilities(List.of(new double[] {0.95, 0.5}, new double[] {0.05, 0.5}));
        assertThat(Math.exp(logarithms[0])).isLessThan(0.15);
        assertThat(Math.exp(logarithms[1])).isGreaterThan(0.85);
    }

    @Test
    void ofVeryManyTrialsSomeAreEnough() {
        Feasibility model = Feasibility.of(
                        inputs, failures(Failure.Kind.INFEASIBLE, Feasibility.MOST + 100), new Fits())
                .orElseThrow();
        double[] logarithms = model.logProbabilities(List.of(new double[] {0.95, 0.5}, new double[] {0.05, 0.5}));
        assertThat(Math.exp(logarithms[0])).isLessThan(0.1);
        assertThat(Math.exp(logarithms[1])).isGreaterThan(0.9);
    }

    @Test
    void whichParameterFailuresAreDueToIsLearned() {
        double[] fit = Labels.of(failures(Failure.Kind.EXCEPTION, 40)).fit(inputs, new Fits());
        Hyperparameters places = new Hyperparameters(2);
        assertThat(fit[places.additiveLength(1)]).isGreaterThan(fit[places.additiveLength(0)]);
        assertThat(fit[places.jointLength(1)]).isGreaterThan(fit[places.jointLength(0)]);
    }

    @Test
    void hyperparametersAreThoseOfThePrefix() {
        Labels labels = Labels.of(failures(Failure.Kind.EXCEPTION, 40));
        int last = Fits.scheduled(40);
        assertThat(last).isLessThan(40);
        assertThat(labels.fit(inputs, new Fits()))
                .containsExactly(labels.first(last).fit(inputs, new Fits()))
                .isNotEqualTo(labels.first(last - 1).fit(inputs, new Fits()));
    }

    @Test
    void beforeAFailureIsInThePrefixTheyAreThoseBelieved() {
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(Fits.scheduled(13), Outcome.Complete.of(1)));
        outcomes.add(new Outcome.Failed(Failure.of(Failure.Kind.EXCEPTION, "no")));
        Labels labels = Labels.of(GpParts.table(GpParts.PLANE, outcomes));
        assertThat(Fits.scheduled(labels.size())).isLessThan(labels.size());
        assertThat(labels.fit(inputs, new Fits()))
                .containsExactly(Priors.ofFailures(2).medians());
    }

    @Test
    void labelsThatAreAllTheSameTeachNoHyperparameters() {
        Outcome failed = new Outcome.Failed(Failure.of(Failure.Kind.REJECTED, "no"));
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(Fits.scheduled(13), failed));
        outcomes.add(Outcome.Complete.of(1));
        double[] believed = Priors.ofFailures(2).medians();
        assertThat(Labels.of(GpParts.table(GpParts.PLANE, outcomes)).fit(inputs, new Fits()))
                .containsExactly(believed);
        List<Outcome> many = new ArrayList<>(Collections.nCopies(300, Outcome.Complete.of(1)));
        many.set(1, failed);
        Labels labels = Labels.of(GpParts.table(GpParts.PLANE, many));
        assertThat(labels.first(Fits.scheduled(300)).hasFailure()).isTrue();
        assertThat(labels.fit(inputs, new Fits()))
                .as("thinning leaves the failure out")
                .containsExactly(believed);
    }

    @Test
    void interruptedTrialsSayNothing() {
        assertThat(Feasibility.of(inputs, failures(Failure.Kind.INTERRUPTED, 40), new Fits()))
                .isEmpty();
    }

    @Test
    void slopesAreThoseOfDifferences() {
        Feasibility model = halfFails(Failure.Kind.EXCEPTION);
        double step = 1e-5;
        for (double[] point : GpParts.points(GpParts.PLANE, 12)) {
            double[] gradient = new double[2];
            double value = model.logProbability(point, gradient);
            assertThat(value).isEqualTo(model.logProbabilities(List.of(point))[0], within(1e-6));
            for (int at = 0; at < 2; at++) {
                double[] low = point.clone();
                double[] high = point.clone();
                low[at] -= step;
                high[at] += step;
                double[] around = model.logProbabilities(List.of(low, high));
                assertThat(gradient[at]).isEqualTo((around[1] - around[0]) / (2 * step), within(5e-2));
            }
        }
    }

    @Test
    void skillIsWhatIsExplained() {
        double[] labels = {1, -1, 1, -1};
        assertThat(Feasibility.skill(labels, labels)).isEqualTo(1);
        assertThat(Feasibility.skill(new double[] {0.5, -0.5, 0.5, -0.5}, labels))
                .isEqualTo(0.75, within(1e-12));
        assertThat(Feasibility.skill(new double[4], labels)).isZero();
        assertThat(Feasibility.skill(new double[] {-1, 1, -1, 1}, labels)).isZero();
        assertThat(Feasibility.skill(new double[4], new double[4])).isZero();
    }

    private Feasibility halfFails(Failure.Kind kind) {
        return Feasibility.of(inputs, failures(kind, 40), new Fits()).orElseThrow();
    }

    private static Table failures(Failure.Kind kind, int trials) {
        List<Outcome> outcomes = new ArrayList<>();
        for (double[] point : GpParts.points(GpParts.PLANE, trials)) {
            outcomes.add(point[0] > 0.5 ? new Outcome.Failed(Failure.of(kind, "no")) : Outcome.Complete.of(1));
        }
        return GpParts.table(GpParts.PLANE, outcomes);
    }
}
