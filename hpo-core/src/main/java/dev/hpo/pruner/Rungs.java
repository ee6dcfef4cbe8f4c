// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.curves.Curves;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.commons.math3.util.KthSelector;

/**
 * The rungs of a ladder on which trials are compared: at steps that grow by a factor. Of all trials that have come to a rung, those go on that
 * are among the best, one of so many as the factor says.
 *
 * @param first the step of the first rung
 * @param factor how much farther each further rung is
 * @param end where trainings end, so that there is nothing left to stop
 */
record Rungs(long first, int factor, long end) {

    /** Returns columns of what trials in any state had at first at a step or beyond. */
    static Columns columns() {
        return new Columns((trial, step) -> Curves.upTo(trial.observations(), step));
    }

    /**
     * Judges a trial at the rungs that it has come to with its last report; at its second report, at those of its first one too.
     *
     * @param others with which trials it is compared, by their numbers
     */
    Verdict judge(TrialRecord trial, History history, StudyFacts facts, Among others) {
        List<Observation> own = trial.observations();
        if (own.size() < 2) {
            return Verdict.KEEP;
        }
        long before = own.size() == 2 ? -1 : own.get(own.size() - 2).step();
        long step = Curves.lastStep(own);
        for (long rung = first; rung <= step && rung < end; rung = next(rung)) {
            if (rung > before) {
                Optional<Verdict> stop = judgeAt(rung, trial, others.losses(rung, history, facts, trial), facts);
                if (stop.isPresent()) {
                    return stop.get();
                }
            }
        }
        return Verdict.KEEP;
    }

    private Optional<Verdict> judgeAt(long rung, TrialRecord trial, double[] others, StudyFacts facts) {
        Direction direction = facts.direction();
        int reports = Curves.upTo(trial.observations(), rung);
        double value = facts.aim().value(trial.progress(), reports).orElse(Double.NaN);
        // What has become NaN at the rung is no good state to go on from, however good it was.
        boolean isSound = reports > 0
                && Double.isFinite(trial.observations().get(reports - 1).value());
        double loss = isSound ? Losses.of(value, direction) : Double.POSITIVE_INFINITY;
        double[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = loss;
        int promoted = Math.max(1, all.length / factor);
        // What is not finite goes on nowhere, even where all others are not finite either.
        if (Double.isFinite(loss) && Losses.smaller(others, loss) < promoted) {
            return Optional.empty();
        }
        double last = new KthSelector().select(all, null, promoted - 1);
        return Optional.of(new Verdict.Stop(NotFinite.ofMean(trial.progress(), facts.aim())
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "value (%.4g) at the rung of step %d is not among the best %d of %d trials (%.4g)",
                        direction.asLoss(loss),
                        rung,
                        promoted,
                        all.length,
                        direction.asLoss(last)))));
    }

    private long next(long rung) {
        return rung > Long.MAX_VALUE / factor ? Long.MAX_VALUE : rung * factor;
    }

    /** The trials that one is compared with. */
    record Among(Columns columns, IntPredicate numbers) {

        double[] losses(long rung, History history, StudyFacts facts, TrialRecord but) {
            return columns.losses(rung, history, facts, number -> number != but.number() && numbers.test(number));
        }
    }
}
