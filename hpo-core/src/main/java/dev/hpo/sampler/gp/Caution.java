// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Row;
import java.util.List;

/**
 * How often the logarithm of the probability that a trial does not fail counts beside the acquisition function.
 *
 * <p>A failure teaches no loss, so that the expected improvement among failures stays high however many there are: if the logarithm
 * counted once, the search would come back too often. It counts {@value #LEAST} times at least, {@value #RISE} times as often after
 * each proposal of the model that failed, and as often divided by {@value #FALL} after each that did not. Both are in balance where a fifth of the proposals
 * fail: near an optimum on the boundary of a region that fails, where the model of failures is too smooth for the jump, caution is what keeps the search
 * on the right side.
 */
final class Caution {

    static final double LEAST = 3;
    static final double MOST = 60;
    private static final double RISE = 1.25;
    private static final double FALL = 1.06;

    private Caution() {}

    /** Returns the caution after some trials, in their order. */
    static double after(List<Row> rows) {
        double caution = LEAST;
        for (Row row : rows) {
            if (row.hasResult() && !row.note(Turn.NOTE).isEmpty()) {
                caution = row.kind() == Row.Kind.FAILED
                        ? Math.min(MOST, caution * RISE)
                        : Math.max(LEAST, caution / FALL);
            }
        }
        return caution;
    }
}
