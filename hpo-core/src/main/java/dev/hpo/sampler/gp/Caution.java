// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Row;
import dev.hpo.trial.TrialState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How often the logarithm of the probability that a trial does not fail counts beside the acquisition function.
 *
 * <p>A failure teaches no loss, so that the expected improvement among failures stays high however many there are: if the logarithm
 * counted once, the search would come back too often. It counts {@value #LEAST} times at least, {@value #RISE} times as often after
 * each proposal that failed, and as often divided by {@value #FALL} after each that did not. Both are in balance where a fifth of the proposals
 * fail: near an optimum on the boundary of a region that fails, where the model of failures is too smooth for the jump, caution is what keeps the search
 * on the right side. The less the model knows of what fails, the less of that growth counts: where trials fail by chance, there is
 * nothing to be careful of.
 */
final class Caution {

    static final double LEAST = 3;
    static final double MOST = 60;
    private static final double RISE = 1.25;
    private static final double FALL = 1.06;

    /** With this skill all of the growth counts; labels jump, so that a smooth model has never all of it. */
    private static final double ENOUGH = 0.5;

    /** Also of those that a model of curves learns nothing from, as it goes by what ends. */
    private static final Set<TrialState> NOT_FAILED = EnumSet.of(TrialState.COMPLETE, TrialState.PRUNED);

    private Caution() {}

    /**
     * Returns the caution after some trials.
     *
     * @param rows the trials in their order
     * @param skill how well the model tells what fails, from 0, not at all, to 1
     */
    static double after(List<Row> rows, double skill) {
        return LEAST * Math.pow(grown(rows) / LEAST, Math.min(1, skill / ENOUGH));
    }

    private static double grown(List<Row> rows) {
        double caution = LEAST;
        for (Row row : rows) {
            if (row.note(Turn.NOTE).isEmpty()) {
                continue;
            }
            if (row.kind() == Row.Kind.FAILED) {
                caution = Math.min(MOST, caution * RISE);
            } else if (NOT_FAILED.contains(row.trial().state())) {
                caution = Math.max(LEAST, caution / FALL);
            }
        }
        return caution;
    }
}
