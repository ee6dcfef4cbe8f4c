// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every pruner must do. A pruner is tested by a class that extends this one:
 *
 * <pre>{@code
 * class MyPrunerTests extends PrunerContract {
 *     @Override
 *     protected Pruner pruner() {
 *         return new MyPruner();
 *     }
 * }
 * }</pre>
 *
 * <p>It must be a function of its arguments alone, bear any curves and say in one line why it stops a trial. The time limit is
 * there to end a hang.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@Timeout(300)
public abstract class PrunerContract {

    /** Creates the suite. */
    protected PrunerContract() {}

    /** Returns a new pruner. */
    protected abstract Pruner pruner();

    @ParameterizedTest
    @EnumSource
    void anyCurvesAreBorneAndVerdictsAreRepeated(Direction direction) {
        Pruner longLived = pruner();
        for (int seed = 0; seed < 100; seed++) {
            Curves curves = new Curves(seed, direction);
            for (TrialRecord trial : curves.growing()) {
                Verdict verdict = longLived.judge(curves.asCase(trial));
                assertThat(longLived.judge(curves.asCase(trial))).isEqualTo(verdict);
                assertThat(pruner().judge(curves.asCase(trial))).isEqualTo(verdict);
                checkReason(verdict);
            }
        }
    }

    /** As in a concurrent study in which each trial sees what had ended when it began, and in which several studies share the pruner. */
    @Test
    void viewsInAnyOrderAreJudgedAsByAFreshPruner() {
        Pruner longLived = pruner();
        for (int round = 0; round < 300; round++) {
            Curves curves = new Curves(round % 7, round % 2 == 0 ? Direction.MINIMIZE : Direction.MAXIMIZE);
            int size = curves.history().size();
            History view = curves.history().asSeenBy(1 + round * 31 % size, 1 + round % 5);
            TrialRecord trial = curves.growing().get(round % curves.growing().size());
            assertThat(longLived.judge(curves.asCase(trial, view)))
                    .isEqualTo(pruner().judge(curves.asCase(trial, view)));
        }
    }

    @Test
    void trialThatHasReportedNothingGoesOn() {
        Curves curves = new Curves(3, Direction.MINIMIZE);
        TrialRecord silent = curves.growing().get(0).with(Progress.NONE);
        assertThat(pruner().judge(curves.asCase(silent))).isEqualTo(Verdict.KEEP);
    }

    @Test
    void emptyHistoryIsBorne() {
        Curves curves = new Curves(4, Direction.MINIMIZE);
        for (TrialRecord trial : curves.growing()) {
            checkReason(pruner().judge(curves.asCase(trial, History.empty())));
        }
    }

    @Test
    void farthestStepIsBorne() {
        Curves curves = new Curves(5, Direction.MAXIMIZE);
        TrialRecord trial = curves.growing().get(0);
        TrialRecord far = trial.with(trial.progress().with(new Observation(Long.MAX_VALUE, 1e300)));
        checkReason(pruner().judge(curves.asCase(far)));
    }

    @Test
    void concurrentVerdictsAreThoseOfOneByOne() {
        List<Curves> all = IntStream.range(0, 64)
                .mapToObj(seed -> new Curves(seed, Direction.MINIMIZE))
                .toList();
        List<Verdict> expected = new ArrayList<>();
        all.forEach(curves -> expected.add(last(pruner(), curves)));
        Pruner shared = pruner();
        assertThat(AtOnce.map(all, curves -> last(shared, curves))).isEqualTo(expected);
    }

    private static Verdict last(Pruner pruner, Curves curves) {
        List<TrialRecord> growing = curves.growing();
        return pruner.judge(curves.asCase(growing.get(growing.size() - 1)));
    }

    private static void checkReason(Verdict verdict) {
        if (verdict instanceof Verdict.Stop stop) {
            assertThat(stop.reason()).isNotBlank().doesNotContain("\n");
        }
    }
}
