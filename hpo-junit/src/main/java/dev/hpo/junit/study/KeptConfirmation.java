// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.confirm.ConfirmSampler;
import dev.hpo.confirm.Confirmed;
import dev.hpo.report.ConfirmView;
import dev.hpo.storage.RunHeader;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import java.util.Optional;

/**
 * Runs that are kept and confirm a search, as they were planned when they were made.
 *
 * @param plan what they were to be
 * @param runs what they are
 * @param direction which values are better
 */
record KeptConfirmation(ConfirmSampler plan, History runs, Direction direction) {

    /**
     * Returns what is kept; empty if it is none that confirms a search.
     *
     * @param header what the runs began with
     * @param search the trials of the search
     */
    static Optional<KeptConfirmation> of(RunHeader header, History runs, History search) {
        Direction direction = header.goal().direction();
        String sampler = header.basis().course().getOrDefault("sampler", "");
        return ConfirmSampler.kept(sampler, search, direction).map(plan -> new KeptConfirmation(plan, runs, direction));
    }

    /** Returns whether all of them have ended. */
    boolean isDone() {
        return plan.isDone(runs, direction);
    }

    /** Returns what has come of them; empty before they are done, and if all runs of the winner have failed. */
    Optional<Confirmed> confirmed() {
        return plan.confirmed(runs, direction).filter(any -> isDone());
    }

    /** Returns them as reports see them. */
    ConfirmView view(History search) {
        return new ConfirmView(
                runs, plan.runs(), isDone(), confirmed().map(confirmed -> Confirmeds.best(confirmed, search, runs)));
    }
}
