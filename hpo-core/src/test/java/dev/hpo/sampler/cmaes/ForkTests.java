// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.SplitMix;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.CmaEsSampler;
import dev.hpo.sampler.Proposal;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sampler that is asked for several histories with a common beginning, whose trials end in any order. */
class ForkTests {

    private static final int FORKS = 3;
    private static final int COMMON = 30;
    private static final int ASKS = 150;

    private final Parameter<Double> x = Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
    private final Parameter<Double> y = Parameter.ofDouble(Scope.root().child("y"), RealDomain.of(Scale.LINEAR, 0, 1));
    private final PlainSpace space = new PlainSpace(List.of(x, y));
    private final StudyFacts facts = new StudyFacts("study", Direction.MINIMIZE, 3, 200, 4);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatItHasGoneThroughOfAnotherHistoryIsNotTaken(long seed) {
        RandomGenerator random = SplitMix.of(seed);
        History[] histories = new History[FORKS];
        Arrays.fill(histories, History.empty());
        CmaEsSampler lasting = new CmaEsSampler();
        for (int ask = 0; ask < ASKS; ask++) {
            int fork = ask < COMMON ? 0 : random.nextInt(FORKS);
            History history = histories[fork];
            Proposal.Try proposal = propose(lasting, history);
            assertThat(propose(new CmaEsSampler(), history)).as("ask " + ask).isEqualTo(proposal);
            histories[fork] = endSome(history.with(running(history.size(), proposal)), random);
            if (ask < COMMON) {
                Arrays.fill(histories, histories[0]);
            }
        }
    }

    private Proposal.Try propose(CmaEsSampler sampler, History history) {
        int number = history.size();
        return (Proposal.Try) sampler.propose(new Ask(space, history, facts, number, SplitMix.of(number)));
    }

    private History endSome(History history, RandomGenerator random) {
        History some = history;
        for (TrialRecord trial : history.trials()) {
            if (!trial.state().isFinished() && random.nextInt(3) == 0) {
                double value = Math.hypot(
                                trial.configuration().get(x) - 0.3,
                                trial.configuration().get(y))
                        + random.nextDouble();
                some = some.with(trial.finished(Outcome.Complete.of(value), Instant.EPOCH));
            }
        }
        return some;
    }

    private static TrialRecord running(int number, Proposal.Try proposal) {
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), proposal.notes());
        return TrialRecord.running(new TrialStart(number, proposal.configuration(), 0, origin, Instant.EPOCH));
    }
}
