// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Asynchronous successive halving (ASHA): compares trials at rungs, at steps that grow by a factor, and lets of those that have come to a
 * rung only the best go on, one of so many as the factor says.
 *
 * <p>A trial is compared, without waiting for anybody, with all trials in any state that have come to the rung so far; while they are fewer than the
 * factor, only the best of them goes on. Its value at a rung is the one of its first report at that step or beyond it. What is not finite does not go on.
 * Nothing is stopped at its first report: a rung that is reached with it is judged at the second. A rung at the end of the longest complete
 * trial, or beyond, stops nothing, since nothing is saved there.
 *
 * <p>Trials are stopped for good; the algorithm of the paper can take them up again. Without a minimum of steps the first rung is at one
 * {@value #LEARNED}th of the longest complete trial, and nothing is stopped while there is none.
 *
 * <p>It saves most of the steps and stops most trials, so that it wants many of them, chosen by a sampler that does not learn or only from complete ones.
 * Values at early rungs must say something about late ones.
 *
 * <p>Sources: Li et al., "A system for massively parallel hyperparameter tuning", MLSys 2020, algorithm 2; what happens below the factor, and that nothing is
 * resumed, are as in Optuna's pruner of this name, whose factor is 4. Here it is 3, as in Hyperband: on curves of real trainings it lost less.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class SuccessiveHalvingPruner implements Pruner {

    static final int LEARNED = 27;

    private final OptionalLong minimum;
    private final int factor;
    private final int rate;
    private final Columns columns = Rungs.columns();

    /** Creates a pruner that learns where its first rung is, with a factor of 3. */
    public SuccessiveHalvingPruner() {
        this(OptionalLong.empty(), 3, 0);
    }

    private SuccessiveHalvingPruner(OptionalLong minimum, int factor, int rate) {
        minimum.ifPresent(steps -> Require.atLeast("minimumSteps", steps, 1));
        this.minimum = minimum;
        this.factor = Require.atLeast("reductionFactor", factor, 2);
        this.rate = Require.atLeast("earlyStoppingRate", rate, 0);
    }

    /** Returns the options. */
    @Override
    public String toString() {
        String first = minimum.isPresent() ? String.valueOf(minimum.getAsLong()) : "learned";
        return "first rung " + first + ", factor " + factor + ", early stopping rate " + rate;
    }

    /**
     * Returns a pruner with its first rung at a step; learned by default.
     *
     * @param steps at least 1
     */
    public SuccessiveHalvingPruner withMinimumSteps(long steps) {
        return new SuccessiveHalvingPruner(OptionalLong.of(steps), factor, rate);
    }

    /**
     * Returns a pruner with another factor.
     *
     * @param reduction how much farther each further rung is, and of how many trials one goes on; at least 2, 3 by default
     */
    public SuccessiveHalvingPruner withReductionFactor(int reduction) {
        return new SuccessiveHalvingPruner(minimum, reduction, rate);
    }

    /**
     * Returns a pruner that leaves out the first rungs.
     *
     * @param rungs how many; at least 0, the default
     */
    public SuccessiveHalvingPruner withEarlyStoppingRate(int rungs) {
        return new SuccessiveHalvingPruner(minimum, factor, rungs);
    }

    @Override
    public Verdict judge(Case judged) {
        long longest = judged.history().longest();
        if (minimum.isEmpty() && longest < 1) {
            return Verdict.KEEP;
        }
        long first = minimum.orElse(Math.max(1, Math.round(longest / (double) LEARNED)));
        Rungs rungs = new Rungs(farther(first, factor, rate), factor, longest < 1 ? Long.MAX_VALUE : longest);
        return rungs.judge(judged.trial(), judged.history(), judged.facts(), new Rungs.Among(columns, any -> true));
    }

    /** Returns a step some rungs on. */
    static long farther(long step, int factor, int rungs) {
        double farther = step * Math.pow(factor, rungs);
        return farther >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) farther;
    }
}
