// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.curves.Resumption;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Trainings have 27 steps, and levels are at 1, 3 and 9. */
class CurvesTests {

    private static final int END = 27;
    private static final Parameter<Double> X =
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final Space<Configuration> LINE = new PlainSpace(List.of(X));

    private final CurvesSampler sampler = new CurvesSampler();
    private History history = History.empty();

    @Test
    void halfOfThoseAtALevelGoOn_thoseThatPromiseMost() {
        complete(.9);
        paused(.8, 1);
        paused(.7, 1);
        paused(.3, 1);
        assertThat(propose(50)).isEqualTo(Proposal.Promote.of(3));
        paused(.6, 1);
        assertThat(propose(50)).as("two of five").isEqualTo(Proposal.Promote.of(3));
    }

    @Test
    void newOneBegins_whereHalfHaveGoneOn() {
        complete(.9);
        paused(.3, 1);
        paused(.8, 3);
        assertThat(propose(50)).isInstanceOf(Proposal.Try.class);
    }

    /** 27 steps for the first, 3 and 2 for the others: after a new trial there would be no time to finish one. */
    @Test
    void bestOfThePausedIsFinished_whileThereIsTime() {
        complete(.9);
        paused(.3, 3);
        paused(.7, 2);
        assertThat(finishing(propose(3))).isEqualTo(-1);
        spend(22 - 3);
        assertThat(history.trials().stream()
                        .mapToLong(TrialRecord::trainedSteps)
                        .sum())
                .isEqualTo(51);
        assertThat(finishing(propose(2))).as("3 are left, and 24 needed").isEqualTo(-1);
        assertThat(finishing(propose(3))).as("30 are left").isEqualTo(-1);
        spend(5);
        assertThat(finishing(propose(3))).as("25 are left").isEqualTo(-1);
        spend(1);
        assertThat(finishing(propose(3))).as("24 are left").isEqualTo(1);
    }

    @Test
    void whatBreaksIsNeverGoneOnWith() {
        complete(.9);
        for (double x : new double[] {.3, .31, .32}) {
            TrialRecord trial = running(x, 2);
            history = history.with(trial.with(trial.progress().with(new Observation(3, Double.NaN)))
                    .finished(new Outcome.Pruned("later", true), Instant.EPOCH));
        }
        for (int trials : new int[] {2, 3, 50}) {
            assertThat(propose(trials)).isInstanceOf(Proposal.Try.class);
        }
    }

    @Test
    void pausedOnesAreFinished_whenNothingNewIsLeft() {
        Parameter<Integer> n = Parameter.ofInt(Scope.root().child("n"), IntegerDomain.of(Scale.LINEAR, 1, 6));
        Space<Configuration> six = new PlainSpace(List.of(n));
        for (int value = 1; value <= 6; value++) {
            Configuration configuration = Configuration.builder().set(n, value).build();
            TrialRecord trial = running(configuration, value / 10.0, value == 6 ? END : 1);
            history = history.with(
                    value == 6
                            ? trial.with(trial.progress().withAttribute(TrialRecord.SAVED, "1"))
                                    .finished(Outcome.Complete.of(1), Instant.EPOCH)
                            : trial.finished(new Outcome.Pruned("later", true), Instant.EPOCH));
        }
        for (int child = 6; child < 11; child++) {
            Proposal proposal = propose(six, 50);
            assertThat(proposal).isInstanceOf(Proposal.Promote.class);
            finish((Proposal.Promote) proposal);
        }
        assertThat(propose(six, 50)).isInstanceOf(Proposal.Exhausted.class);
    }

    private void finish(Proposal.Promote promotion) {
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.of(promotion.trial()), promotion.notes());
        Configuration configuration = history.trial(promotion.trial()).configuration();
        TrialRecord begun = history.begun(new TrialStart(history.size(), configuration, 0, origin, Instant.EPOCH));
        TrialRecord end = begun.with(begun.progress().with(new Observation(END, history.size())));
        history = history.with(end.finished(Outcome.Complete.of(history.size()), Instant.EPOCH));
    }

    /** Returns the number of the trial that is to be finished; -1 if there is none. */
    private static int finishing(Proposal proposal) {
        return proposal instanceof Proposal.Promote promotion
                        && promotion.notes().containsKey(Resumption.FINISHES)
                ? promotion.trial()
                : -1;
    }

    private Proposal propose(int trainings) {
        return propose(LINE, trainings);
    }

    private Proposal propose(Space<Configuration> space, int trainings) {
        StudyFacts facts = new StudyFacts("study", Direction.MINIMIZE, 1, trainings, 1);
        assertThat(sampler.spendsSteps(history, facts)).isTrue();
        return sampler.propose(new Ask(space, history, facts, history.size(), SplitMix.of(history.size())));
    }

    private void complete(double x) {
        TrialRecord trial = running(x, END);
        history = history.with(trial.with(trial.progress().withAttribute(TrialRecord.SAVED, "1"))
                .finished(Outcome.Complete.of(loss(x, END)), Instant.EPOCH));
    }

    private void paused(double x, int steps) {
        history = history.with(running(x, steps).finished(new Outcome.Pruned("later", true), Instant.EPOCH));
    }

    /** Adds a bad trial that was stopped for good. */
    private void spend(int steps) {
        history = history.with(running(.95, steps).finished(new Outcome.Pruned("hopeless"), Instant.EPOCH));
    }

    private TrialRecord running(double x, int steps) {
        return running(Configuration.builder().set(X, x).build(), x, steps);
    }

    private TrialRecord running(Configuration configuration, double x, int steps) {
        TrialRecord trial = TrialRecord.running(
                new TrialStart(history.size(), configuration, 0, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
        Progress progress = Progress.NONE;
        for (int step = 1; step <= steps; step++) {
            progress = progress.with(new Observation(step, loss(x, step)));
        }
        return trial.with(progress);
    }

    /** Smaller is better: the best point is .2. */
    private static double loss(double x, int step) {
        return (x - .2) * (x - .2) + .2 * Math.exp(-step / 5.0);
    }
}
