// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.numeric.Purpose;
import java.util.Arrays;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Hyperband: several brackets of {@link SuccessiveHalvingPruner}, of which each begins to stop trials later than the one before, the last not at
 * all. It hedges against early values that mislead.
 *
 * <p>There are as many brackets as rungs between the least and the largest step, the logarithm of their ratio to the base of the factor, rounded down, plus one. Each
 * trial is in one of them, drawn from the study's seed and the trial's number alone, in Hyperband's proportions, and compared with
 * the trials of its own bracket. The largest step is that of the longest complete trial unless it is given; while there is none, nothing is stopped.
 *
 * <p>Sources: Li et al., "Hyperband: a novel bandit-based approach to hyperparameter optimization", JMLR 18, 2018, algorithm 1, for the brackets and their proportions;
 * Li et al., "A system for massively parallel hyperparameter tuning", MLSys 2020, for brackets without waiting. The least step of 1 and the factor of 3 are Optuna's.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class HyperbandPruner implements Pruner {

    private final long minimum;
    private final OptionalLong maximum;
    private final int factor;
    private final Columns columns = Rungs.columns();
    private volatile Brackets brackets = new Brackets(0, 0, new int[0]);

    /** Creates a pruner with its first rung at step 1, that learns how long trainings are, with a factor of 3. */
    public HyperbandPruner() {
        this(1, OptionalLong.empty(), 3);
    }

    private HyperbandPruner(long minimum, OptionalLong maximum, int factor) {
        this.minimum = Require.atLeast("minimumSteps", minimum, 1);
        maximum.ifPresent(steps -> Require.atLeast("maximumSteps", steps, 1));
        this.maximum = maximum;
        this.factor = Require.atLeast("reductionFactor", factor, 2);
    }

    /** Returns the options. */
    @Override
    public String toString() {
        String last = maximum.isPresent() ? String.valueOf(maximum.getAsLong()) : "learned";
        return "steps " + minimum + " to " + last + ", factor " + factor;
    }

    /**
     * Returns a pruner with its first rung at another step.
     *
     * @param steps at least 1, the default
     */
    public HyperbandPruner withMinimumSteps(long steps) {
        return new HyperbandPruner(steps, maximum, factor);
    }

    /**
     * Returns a pruner for trainings of a length; learned by default.
     *
     * @param steps at least 1
     */
    public HyperbandPruner withMaximumSteps(long steps) {
        return new HyperbandPruner(minimum, OptionalLong.of(steps), factor);
    }

    /**
     * Returns a pruner with another factor.
     *
     * @param reduction how much farther each further rung is, and of how many trials one goes on; at least 2, 3 by default
     */
    public HyperbandPruner withReductionFactor(int reduction) {
        return new HyperbandPruner(minimum, maximum, reduction);
    }

    @Override
    public Verdict judge(Case judged) {
        long end = maximum.orElseGet(() -> judged.history().longest());
        if (end <= minimum) {
            return Verdict.KEEP;
        }
        int brackets = brackets(end);
        int[] drawn = drawn(judged.facts().seed(), brackets, judged.history().size());
        int own = bracket(judged.facts().seed(), judged.trial().number(), brackets);
        Rungs rungs = new Rungs(SuccessiveHalvingPruner.farther(minimum, factor, own), factor, end);
        return rungs.judge(
                judged.trial(),
                judged.history(),
                judged.facts(),
                new Rungs.Among(columns, number -> drawn[number] == own));
    }

    /** Returns in which bracket each of the first trials is, and maybe further ones. */
    private int[] drawn(long seed, int count, int trials) {
        Brackets known = brackets;
        if (!known.are(seed, count)) {
            known = new Brackets(seed, count, new int[0]);
        }
        if (known.drawn.length < trials) {
            int[] more = Arrays.copyOf(known.drawn, trials + trials / 2);
            for (int number = known.drawn.length; number < more.length; number++) {
                more[number] = bracket(seed, number, count);
            }
            known = new Brackets(seed, count, more);
        }
        brackets = known;
        return known.drawn;
    }

    /** Returns how many brackets there are for trainings of a length. */
    int brackets(long end) {
        int brackets = 1;
        for (long ratio = end / minimum; ratio >= factor; ratio /= factor) {
            brackets++;
        }
        return brackets;
    }

    /** Returns in which bracket a trial is, from 0, which stops first. */
    int bracket(long seed, int number, int brackets) {
        double total = 0;
        for (int bracket = 0; bracket < brackets; bracket++) {
            total += share(bracket, brackets);
        }
        double place = Purpose.BRACKET.generator(seed, number).nextDouble() * total;
        int bracket = 0;
        while (bracket < brackets - 1 && place >= share(bracket, brackets)) {
            place -= share(bracket, brackets);
            bracket++;
        }
        return bracket;
    }

    /** Returns with how many trials Hyperband begins a bracket. */
    private double share(int bracket, int brackets) {
        int further = brackets - 1 - bracket;
        return Math.ceil(brackets * Math.pow(factor, further) / (further + 1));
    }

    /** In which brackets trials are: drawn once, as that takes longer than all else of a verdict. */
    private static final class Brackets {

        private final long seed;
        private final int count;
        private final int[] drawn;

        Brackets(long seed, int count, int[] drawn) {
            this.seed = seed;
            this.count = count;
            this.drawn = drawn;
        }

        boolean are(long seed, int count) {
            return this.seed == seed && this.count == count;
        }
    }
}
