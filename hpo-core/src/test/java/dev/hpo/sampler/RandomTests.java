// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomTests {

    @Test
    void everyScaleIsDrawnUniformly() {
        Space<?> space = Spaces.fiveReals();
        int[][] tenths = new int[5][10];
        History history = History.empty();
        for (int trial = 0; trial < 5000; trial++) {
            Proposal.Try proposal = next(space, history, trial);
            for (int axis = 0; axis < 5; axis++) {
                Parameter<?> parameter = space.parameters().get(axis);
                double unit = parameter.domain().toUnit(proposal.configuration().raw(parameter));
                tenths[axis][(int) Math.min(9, unit * 10)]++;
            }
        }
        // 500 expected each, with a standard deviation of 21.
        for (int[] counts : tenths) {
            for (int count : counts) {
                assertThat(count).isBetween(400, 600);
            }
        }
    }

    /** A chain of choices, each half as likely to be reached as the one before, with 10^15 points at its far end. */
    @Test
    void pointsThatDrawsHardlyReachAreFoundWhenTheLikelyOnesAreDone() {
        List<Parameter<?>> chain = new ArrayList<>();
        Scope scope = Scope.root();
        for (int i = 0; i < 12; i++) {
            scope = scope.child("c" + i);
            Parameter<String> parameter = Spaces.choice(scope, 2);
            chain.add(parameter);
            scope = scope.when(new Condition.Equal(parameter, "v0"));
        }
        for (int i = 0; i < 15; i++) {
            chain.add(Spaces.choice(scope.child("d" + i), 10));
        }
        Space<?> space = new PlainSpace(chain);
        History history = History.empty();
        for (int trial = 0; trial < 100; trial++) {
            history = Spaces.complete(history, next(space, history, 1), trial);
        }
        assertThat(history.distinctConfigurations()).isEqualTo(100);
        history.trials().stream().map(TrialRecord::configuration).forEach(space::check);
    }

    @Test
    void endSaysHowManyPointsThereWere() {
        Space<?> space = Spaces.list(0, 2, 2);
        History history = History.empty();
        for (int trial = 0; trial < 7; trial++) {
            history = Spaces.complete(history, next(space, history, 5), trial);
        }
        assertThat(new RandomSampler().propose(Spaces.ask(space, history, Spaces.facts(50, 5))))
                .isEqualTo(new Proposal.Exhausted("all 7 points of the space have been tried"));
    }

    /** A space may have lost values since some of the trials were run; these do not count as tried. */
    @Test
    void configurationsFromOutsideTheSpaceDoNotExhaustIt() {
        Space<?> before = Spaces.of(Spaces.whole("n", 0, 9));
        Space<?> after = Spaces.of(Spaces.whole("n", 0, 4));
        History history = History.empty();
        for (int n : new int[] {9, 8, 7, 6, 5, 3}) {
            Configuration point = before.choose(parameter -> (long) n);
            history = Spaces.complete(history, Proposal.Try.of(point), n);
        }
        for (int trial = 0; trial < 4; trial++) {
            history = Spaces.complete(history, next(after, history, 2), trial);
        }
        assertThat(history.distinctConfigurations()).isEqualTo(10);
        assertThat(new RandomSampler().propose(Spaces.ask(after, history, Spaces.facts(50, 2))))
                .isInstanceOf(Proposal.Exhausted.class);
    }

    private static Proposal.Try next(Space<?> space, History history, long seed) {
        return (Proposal.Try) new RandomSampler().propose(Spaces.ask(space, history, Spaces.facts(50, seed)));
    }
}
