// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.confirm.Confirmed;
import dev.hpo.confirm.Interval;
import dev.hpo.confirm.Sample;
import dev.hpo.report.ConfirmView;
import dev.hpo.report.ConfirmedBest;
import dev.hpo.report.Estimate;
import dev.hpo.report.Repeats;
import dev.hpo.storage.KeptRun;
import dev.hpo.trial.History;
import dev.hpo.trial.Repeated;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a confirmation has found, as reports see it. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Confirmeds {

    private static final double CONFIDENCE = .95;

    private Confirmeds() {}

    /**
     * Returns what was found.
     *
     * @param search the trials of the search
     * @param runs those of the confirmation
     */
    public static ConfirmedBest best(Confirmed confirmed, History search, History runs) {
        int failedStarts = (int) runs.trials().stream()
                .filter(run -> run.state().isFinished()
                        && run.value().isEmpty()
                        && !run.isSilent()
                        && Repeated.of(run).filter(Repeated::isStart).isPresent())
                .count();
        return new ConfirmedBest(
                search.trial(confirmed.winner().trial()),
                confirmed.winner().searched(),
                repeats(confirmed.value(), confirmed.failures()),
                confirmed.start().map(start -> repeats(start, failedStarts)),
                confirmed.gain(CONFIDENCE).map(Confirmeds::estimate));
    }

    /**
     * Returns runs that are kept, as reports see them; empty if they are none that confirm a search.
     *
     * @param run the runs
     * @param search the trials of the search
     */
    public static Optional<ConfirmView> view(KeptRun run, History search) {
        return KeptConfirmation.of(run.record().header(), History.of(run.trials()), search)
                .map(kept -> kept.view(search));
    }

    private static Repeats repeats(Sample sample, int failed) {
        return new Repeats(sample.size(), failed, estimate(sample.interval(CONFIDENCE)));
    }

    private static Estimate estimate(Interval interval) {
        return new Estimate(interval.estimate(), interval.low(), interval.high());
    }
}
