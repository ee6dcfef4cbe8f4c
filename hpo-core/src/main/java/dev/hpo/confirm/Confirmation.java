// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunSeries;
import dev.hpo.study.Repetition;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs the leading configurations of a search again with fresh seeds, and the start configuration with them.
 *
 * <p>The best of many noisy values is better than it will ever be again, and often not of the best configuration (the winner's curse). A confirmation compares those that lead once
 * more, and tells the winner's value, and its gain over the start, from runs that have chosen nothing.
 *
 * <pre>{@code
 * StudyResult<MlpConfig> found = study.optimize(training);
 * Confirmation<MlpConfig> confirmation = Confirmation.of(space, spec, study.run(), study.history());
 * try (Study<MlpConfig> again = confirmation.open()) {
 *     again.optimize(training);
 *     Confirmed confirmed = confirmation.confirmed(again.history()).orElseThrow();
 *     confirmed.value().interval(.95);
 * }
 * }</pre>
 *
 * @param <T> the configuration type
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Confirmation<T> {

    private final Space<T> space;
    private final StudySpec spec;
    private final RunSeries series;
    private final ConfirmSampler sampler;

    private Confirmation(Space<T> space, StudySpec spec, RunSeries series, ConfirmSampler sampler) {
        this.space = space;
        this.spec = spec;
        this.series = series;
        this.sampler = sampler;
    }

    /**
     * Creates the confirmation of a search by the usual plan.
     *
     * @param space the space of the search
     * @param spec what its study was
     * @param run the number of the search
     * @param search its trials
     * @throws IllegalArgumentException if it has no complete trial
     */
    public static <T> Confirmation<T> of(Space<T> space, StudySpec spec, int run, History search) {
        return of(space, spec, new RunId(spec.name(), run), search, ConfirmPlan.of(search.count(TrialState.COMPLETE)));
    }

    /**
     * Creates the confirmation of a search.
     *
     * @param space the space of the search
     * @param spec what its study was
     * @param run the search
     * @param search its trials
     * @param plan how often configurations are run
     * @throws IllegalArgumentException if it has no complete trial, or is no search of this study
     */
    public static <T> Confirmation<T> of(Space<T> space, StudySpec spec, RunId run, History search, ConfirmPlan plan) {
        if (run.kind() != RunKind.SEARCH || !run.study().equals(spec.name())) {
            throw new IllegalArgumentException(
                    "Confirmation.run (" + run + ") must be a search of the study " + spec.name());
        }
        List<Contender> contenders = Contender.of(search, spec.direction(), plan.top());
        Optional<Configuration> start = space.start().instance().map(space::configuration);
        ConfirmSampler sampler = new ConfirmSampler(contenders, start, plan);
        return new Confirmation<>(
                space, Repetition.seeded(spec, sampler, sampler.runs()), RunSeries.of(RunKind.CONFIRM, run), sampler);
    }

    /** Returns what the study of the runs is. */
    public StudySpec spec() {
        return spec;
    }

    /** Returns how many runs there are at most, those that are interrupted aside. */
    public int runs() {
        return sampler.runs();
    }

    /**
     * Begins the runs, or goes on with them if they were interrupted. Processes that share the search do not share them: one of them is to confirm.
     *
     * @throws dev.hpo.storage.StorageException if they cannot be kept
     */
    public Study<T> open() {
        return Repetition.open(space, spec, series);
    }

    /**
     * Begins the runs or goes on with them as {@link #open} does, unless another process has them in hand; also if they are all done, as far as nothing differs that decides them.
     * Where they are done and at least half of the winner's have failed, others begin: what was the matter may be mended.
     *
     * @return empty if another process has
     * @throws dev.hpo.storage.StorageException if they cannot be kept
     */
    public Optional<Study<T>> take() {
        return Repetition.take(space, spec, series, runs -> isDone(runs) && !isReliable(runs));
    }

    private boolean isReliable(History runs) {
        return confirmed(runs)
                .filter(found -> found.value().size() > Math.max(1, found.failures()))
                .isPresent();
    }

    /**
     * Returns how many runs can begin now, without waiting for the end of others: 0 where a round is over only when they have ended, and when all are done.
     *
     * @param runs the runs so far
     */
    public int due(History runs) {
        return sampler.due(runs, spec.direction());
    }

    /**
     * Returns whether all runs are done.
     *
     * @param runs the runs so far
     */
    public boolean isDone(History runs) {
        return sampler.isDone(runs, spec.direction());
    }

    /**
     * Returns what has come of it.
     *
     * @param runs the runs so far
     * @return empty while no run of the winner has succeeded that chose nothing
     */
    public Optional<Confirmed> confirmed(History runs) {
        return sampler.confirmed(runs, spec.direction());
    }
}
