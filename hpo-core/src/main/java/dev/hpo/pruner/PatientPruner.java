// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Progress;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Lets another pruner stop a trial only when the trial has stopped improving: when the best of its last values, as many as the
 * patience, is not better than all before by more than a difference; where a trial's value is a mean of folds, when the mean of all of
 * them is not better than it was so many folds before, which tells of the folds as well as of the trial: it is meant for epochs.
 *
 * <p>So a trial that is behind and catching up goes on. As long as it has no more reports than the patience, nothing is stopped, and a trial
 * all of whose values are NaN or infinite has not improved.
 *
 * <p>Optuna has a pruner of this name, whose difference has the opposite sign: there, a trial may get worse by so much.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class PatientPruner implements Pruner {

    private final Pruner wrapped;
    private final int patience;
    private final double delta;

    /** Creates a patient {@link MedianPruner}, with a patience of 5 reports. */
    public PatientPruner() {
        this(new MedianPruner());
    }

    /** Creates a pruner that makes another one patient, with a patience of 5 reports. */
    public PatientPruner(Pruner wrapped) {
        this(wrapped, 5, 0);
    }

    private PatientPruner(Pruner wrapped, int patience, double delta) {
        this.wrapped = wrapped;
        this.patience = Require.atLeast("patience", patience, 1);
        this.delta = Require.size("delta", delta);
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return "patience " + patience + ", delta " + delta + ", "
                + wrapped.getClass().getSimpleName() + ": " + wrapped;
    }

    /**
     * Returns a pruner with another patience.
     *
     * @param reports how many reports may be without an improvement; at least 1, 5 by default
     */
    public PatientPruner withPatience(int reports) {
        return new PatientPruner(wrapped, reports, delta);
    }

    /**
     * Returns a pruner with another idea of an improvement.
     *
     * @param difference by how much more a value must be better; at least 0, the default
     */
    public PatientPruner withDelta(double difference) {
        return new PatientPruner(wrapped, patience, difference);
    }

    @Override
    public Verdict judge(Case judged) {
        Progress progress = judged.trial().progress();
        int before = progress.observations().size() - patience;
        if (before < 1 || isImproved(progress, before, judged.facts().aim())) {
            return Verdict.KEEP;
        }
        return wrapped.judge(judged);
    }

    private boolean isImproved(Progress progress, int before, Aim aim) {
        double now = Losses.reached(progress, progress.observations().size(), aim);
        return now < Losses.reached(progress, before, aim) - delta;
    }
}
