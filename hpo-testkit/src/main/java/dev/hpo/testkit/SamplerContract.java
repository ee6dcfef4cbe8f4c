// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every sampler must do. A sampler is tested by a class that extends this one:
 *
 * <pre>{@code
 * class MySamplerTests extends SamplerContract {
 *     @Override
 *     protected Sampler sampler() {
 *         return new MySampler();
 *     }
 * }
 * }</pre>
 *
 * <p>It must be a function of the ask alone, propose what fits the space, repeat nothing in a finite space before all of it has
 * been tried, and bear any space, any results and any budget without an exception. The time limit is there to end a hang.
 *
 * <p>With the system property {@code dev.hpo.testkit.long} set to {@code true} the studies are longer, and there are more of them.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@Timeout(300)
public abstract class SamplerContract {

    /** Enough to use up the spaces of 21 points and fewer, and for a sampler that goes through phases to be in the second. */
    private static final int TRIALS = 30;

    /** Enough for a sampler to have a model, if it is one that makes any. */
    private static final int FEW = 15;

    /** Creates the suite. */
    protected SamplerContract() {}

    /** Returns a new sampler. */
    protected abstract Sampler sampler();

    @ParameterizedTest
    @EnumSource
    void everyProposalFitsTheSpace(TestSpace space) {
        History history = new Rehearsal(space.space(), facts(TRIALS)).run(sampler(), TRIALS, Result.VARIOUS);
        history.trials().forEach(trial -> space.space().check(trial.configuration()));
        assertThat(history.size()).isBetween(1, TRIALS);
        space.points().ifPresent(points -> assertThat(history.size()).isEqualTo(Math.min(TRIALS, points)));
    }

    @ParameterizedTest
    @EnumSource
    void freshSamplerGoesOnAsALongLivedOneWould(TestSpace space) {
        Rehearsal rehearsal = new Rehearsal(space.space(), facts(TRIALS));
        Sampler longLived = sampler();
        for (int trial = 0; trial < TRIALS; trial++) {
            Proposal proposal = longLived.propose(rehearsal.ask());
            if (Sizes.LONG || trial % 3 == 2) {
                assertThat(sampler().propose(rehearsal.ask()))
                        .as("trial " + trial)
                        .isEqualTo(proposal);
            }
            if (proposal instanceof Proposal.Try next) {
                rehearsal.end(rehearsal.begin(next), Result.VARIOUS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameAskGivesTheSameProposalWhateverWasAskedInBetween(TestSpace space) {
        Sampler sampler = sampler();
        Rehearsal rehearsal = new Rehearsal(space.space(), facts(TRIALS));
        rehearsal.run(sampler, 7, Result.QUALITY);
        Proposal proposal = sampler.propose(rehearsal.ask());
        new Rehearsal(TestSpace.MIXED.space(), facts(9)).run(sampler, 9, Result.QUALITY);
        new Rehearsal(space.space(), new StudyFacts("other", Direction.MAXIMIZE, 99, TRIALS, 1))
                .run(sampler, 3, Result.QUALITY);
        assertThat(sampler.propose(rehearsal.ask())).isEqualTo(proposal);
        assertThat(sampler.propose(rehearsal.ask())).isEqualTo(proposal);
    }

    @ParameterizedTest
    @EnumSource
    void finiteSpaceIsTriedWholeWithoutARepetitionThoughTrialsRun(TestSpace space) {
        if (space.points().isEmpty()) {
            return;
        }
        int points = space.points().getAsInt();
        Rehearsal rehearsal = new Rehearsal(space.space(), facts(10 * points));
        Sampler sampler = sampler();
        Set<Configuration> tried = new HashSet<>();
        Deque<TrialRecord> running = new ArrayDeque<>();
        Proposal proposal = sampler.propose(rehearsal.ask());
        while (!(proposal instanceof Proposal.Exhausted)) {
            if (proposal instanceof Proposal.Try next) {
                assertThat(tried.add(next.configuration())).as(next + " is new").isTrue();
                running.add(rehearsal.begin(next));
            } else {
                assertThat(running).as("trials to wait for").isNotEmpty();
            }
            if (running.size() == 3 || proposal instanceof Proposal.Wait) {
                rehearsal.end(running.remove(), Result.VARIOUS);
            }
            proposal = sampler.propose(rehearsal.ask());
        }
        assertThat(tried).hasSize(points);
        assertThat(((Proposal.Exhausted) proposal).reason()).contains(Integer.toString(points));
    }

    @ParameterizedTest
    @EnumSource
    void anyResultsAreBorneInAnySpace(Result result) {
        for (TestSpace space : TestSpace.values()) {
            for (Direction direction : directions(result, space)) {
                int trials = result == Result.VARIOUS ? TRIALS : FEW;
                StudyFacts facts = new StudyFacts("study", direction, -7, TRIALS, 1);
                History history = new Rehearsal(space.space(), facts).run(sampler(), trials, result);
                history.trials().forEach(trial -> space.space().check(trial.configuration()));
                assertThat(history.size()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void startConfigurationsQueuedOnesAndDuplicatesAreBorne(TestSpace space) {
        Rehearsal rehearsal = new Rehearsal(space.space(), facts(TRIALS));
        Configuration low = space.space().choose(parameter -> parameter.domain().fromUnit(0));
        rehearsal.end(rehearsal.begin(low, Origin.of(Origin.Source.INITIAL)), Result.QUALITY);
        for (int copy = 0; copy < 20; copy++) {
            rehearsal.end(rehearsal.begin(low, Origin.of(Origin.Source.QUEUED)), Result.VARIOUS);
        }
        // A finite space is to be used up.
        int trials = Sizes.LONG || space.points().isPresent() ? TRIALS : FEW;
        History history = rehearsal.run(sampler(), trials, Result.QUALITY);
        if (space.points().isPresent()) {
            int left = space.points().getAsInt() - 1;
            assertThat(history.size()).isEqualTo(21 + Math.min(TRIALS, left));
        } else {
            assertThat(history.size()).isGreaterThan(21);
        }
    }

    @Test
    void anyBudgetIsBorne() {
        for (int budget : new int[] {1, 2, 1_000_000, Integer.MAX_VALUE}) {
            for (TestSpace space : TestSpace.values()) {
                Rehearsal rehearsal = new Rehearsal(space.space(), facts(budget));
                assertThat(rehearsal.run(sampler(), FEW, Result.QUALITY).size()).isPositive();
            }
        }
    }

    @Test
    void longHistoryWithTrialsRunningIsBorne() {
        Rehearsal rehearsal = new Rehearsal(TestSpace.MIXED.space(), facts(1000));
        Sampler sampler = sampler();
        int trials = Sizes.LONG ? 160 : 110;
        for (int trial = 0; trial < trials; trial++) {
            TrialRecord record = rehearsal.begin((Proposal.Try) sampler.propose(rehearsal.ask()));
            if (trial % 10 != 0) {
                rehearsal.end(record, Result.QUALITY);
            }
        }
        assertThat(sampler.propose(rehearsal.ask())).isInstanceOf(Proposal.Try.class);
    }

    @Test
    void concurrentAsksGetTheAnswersOfAsksOneByOne() {
        List<Ask> asks = new ArrayList<>();
        List<Proposal> expected = new ArrayList<>();
        for (TestSpace space : TestSpace.values()) {
            Rehearsal rehearsal = new Rehearsal(space.space(), facts(TRIALS));
            rehearsal.run(sampler(), 12, Result.QUALITY);
            for (int copy = 0; copy < 8; copy++) {
                asks.add(rehearsal.ask());
            }
            expected.addAll(Collections.nCopies(8, sampler().propose(rehearsal.ask())));
        }
        Sampler shared = sampler();
        assertThat(AtOnce.map(asks, shared::propose)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void earlierStudiesOfAnyUseAreBorne(TestSpace space) {
        EarlierStudies earlier = new EarlierStudies(space.space());
        Rehearsal rehearsal = new Rehearsal(space.space(), facts(TRIALS).withEarlier(earlier.all()));
        Sampler longLived = sampler();
        for (int trial = 0; trial < FEW; trial++) {
            Proposal proposal = longLived.propose(rehearsal.ask());
            if (Sizes.LONG || trial % 3 == 2) {
                assertThat(sampler().propose(rehearsal.ask()))
                        .as("trial " + trial)
                        .isEqualTo(proposal);
            }
            if (proposal instanceof Proposal.Try next) {
                space.space().check(next.configuration());
                rehearsal.end(rehearsal.begin(next), Result.VARIOUS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void beliefsAreBorne(TestSpace plain) {
        int trials = new Rehearsal(plain.space(), facts(TRIALS))
                .run(sampler(), FEW, Result.VARIOUS)
                .size();
        for (Space<Configuration> space : List.of(plain.believed(0, 1e-9), plain.believed(0.7, 0.3))) {
            History history = new Rehearsal(space, facts(TRIALS)).run(sampler(), FEW, Result.VARIOUS);
            history.trials().forEach(trial -> space.check(trial.configuration()));
            assertThat(history.size()).isEqualTo(trials);
        }
    }

    @ParameterizedTest
    @EnumSource
    void descriptionIsOneLine(TestSpace space) {
        for (int budget : new int[] {1, 50, Integer.MAX_VALUE}) {
            assertThat(sampler().describe(space.space(), facts(budget)))
                    .isNotBlank()
                    .hasSizeLessThan(80)
                    .doesNotContain("\n");
        }
    }

    /** Of the short sizes each result is seen in each direction, though not in each space. */
    private static List<Direction> directions(Result result, TestSpace space) {
        List<Direction> all = List.of(Direction.values());
        int place = List.of(Result.values()).indexOf(result)
                + List.of(TestSpace.values()).indexOf(space);
        return Sizes.LONG ? all : List.of(all.get(place % all.size()));
    }

    private static StudyFacts facts(int trials) {
        return new StudyFacts("study", Direction.MINIMIZE, 42, trials, 3);
    }
}
