// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.confirm.Contender;
import dev.hpo.confirm.Sample;
import dev.hpo.report.Figures;
import dev.hpo.space.Space;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunSeries;
import dev.hpo.study.Repetition;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Aim;
import dev.hpo.trial.History;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs the winner of a search as often as it takes to know what it is worth, before it is accepted. The runs are the first of its re-tests: they have chosen nothing, as those at the
 * end of a confirmation have, which count too.
 *
 * <pre>{@code
 * TopUp<MlpConfig> topUp = TopUp.of(space, spec, new RunId(spec.name(), study.run()), winner, FreshRuns.NONE);
 * try (Study<MlpConfig> study = topUp.open()) {
 *     study.optimize(training);
 *     Evidence evidence = topUp.evidence(study.history(), seed, today).orElseThrow();
 *     file.write(space, winner.configuration(), evidence);
 * }
 * }</pre>
 *
 * @param <T> the configuration type
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TopUp<T> {

    private final Space<T> space;
    private final StudySpec spec;
    private final RunId search;
    private final Contender winner;
    private final FreshRuns known;
    private final TopUpSampler sampler;

    private TopUp(Space<T> space, StudySpec spec, RunId search, Contender winner, FreshRuns known) {
        this.space = space;
        this.search = search;
        this.winner = winner;
        this.known = known;
        this.sampler = new TopUpSampler(winner, known);
        this.spec = Repetition.seeded(spec, sampler, TopUpSampler.MOST);
    }

    /**
     * Creates what the winner of a search still needs.
     *
     * @param space the space of the search
     * @param spec what its study was
     * @param search the search
     * @param winner what is to be accepted
     * @param known its runs so far that have chosen nothing: those of its confirmation, or none
     */
    public static <T> TopUp<T> of(Space<T> space, StudySpec spec, RunId search, Contender winner, FreshRuns known) {
        return new TopUp<>(space, spec, search, winner, known);
    }

    /** Returns how many runs are missing, if none of them fails. */
    public int runs() {
        return sampler.runs(0);
    }

    /** Returns what the study of the runs is. */
    public StudySpec spec() {
        return spec;
    }

    /**
     * Begins the runs, or goes on with them if they were interrupted.
     *
     * @throws dev.hpo.storage.StorageException if they cannot be kept
     */
    public Study<T> open() {
        return Repetition.open(space, spec, RunSeries.of(RunKind.RETEST, search));
    }

    /**
     * Begins the runs or goes on with them as {@link #open} does, unless somebody else has them in hand; also if they are all done, as far as nothing differs that decides them.
     * Where they are done and there is a {@link #refusal}, others begin: what was the matter may be mended.
     *
     * @return empty if somebody else has
     * @throws dev.hpo.storage.StorageException if they cannot be kept
     */
    public Optional<Study<T>> take() {
        return take(Instant.MIN);
    }

    /**
     * Takes the runs as {@link #take()} does; those that are done and began before a moment do not count, and others begin.
     *
     * @param since when re-tests have found that the winner is not what it was
     * @return empty if somebody else has
     * @throws dev.hpo.storage.StorageException if they cannot be kept
     */
    public Optional<Study<T>> take(Instant since) {
        return Repetition.take(
                space,
                spec,
                RunSeries.of(RunKind.RETEST, search),
                runs -> refusal(runs).isPresent() || isBefore(runs, since));
    }

    private static boolean isBefore(History runs, Instant since) {
        return runs.trials().stream().anyMatch(run -> run.start().startedAt().isBefore(since));
    }

    /**
     * Returns how many runs can begin now, without waiting for the end of others.
     *
     * @param runs the runs so far
     */
    public int due(History runs) {
        return sampler.due(runs);
    }

    /**
     * Returns whether all runs are done.
     *
     * @param runs the runs so far
     */
    public boolean isDone(History runs) {
        return sampler.isDone(runs);
    }

    /**
     * Returns what speaks for the winner.
     *
     * @param runs the runs so far
     * @param seed the seed of the search
     * @param date when it is accepted
     * @return empty if there is a {@link #refusal}, as where most runs fail
     */
    public Optional<Evidence> evidence(History runs, long seed, LocalDate date) {
        if (refusal(runs).isPresent()) {
            return Optional.empty();
        }
        FreshRuns all = fresh(runs);
        return Optional.of(new Evidence(
                new Evidence.Origin(search, winner.trial(), winner.searched(), seed),
                new Evidence.Measure(spec.metric(), new Aim(spec.direction(), spec.of())),
                new Evidence.Fresh(new Sample(all.values()), all.failures()),
                date,
                space.fingerprint()));
    }

    /**
     * Returns why the winner cannot be accepted, in words that follow a name: {@code must have values in more than half of its runs, but 10 of 20 failed}.
     *
     * @param runs the runs so far
     * @return empty if it can be
     */
    public Optional<String> refusal(History runs) {
        FreshRuns all = fresh(runs);
        int values = all.values().size();
        String but = ", but " + all.failures() + " of " + Figures.count(all.count(), "run") + " failed";
        if (values < Evidence.FEWEST) {
            return Optional.of("must have a value in at least " + Evidence.FEWEST + " of its runs" + but);
        }
        if (values <= all.failures()) {
            return Optional.of("must have a value in more than half of its runs" + but);
        }
        return Optional.of(
                        "must have values that have a finite mean and standard deviation, but one is too large for that ("
                                + Figures.number(largest(all.values()))
                                + "); let the metric be its logarithm, for example")
                .filter(text -> !Evidence.isFinite(new Sample(all.values())));
    }

    private static double largest(List<Double> values) {
        return values.stream().max(Comparator.comparingDouble(Math::abs)).orElseThrow();
    }

    /** Returns all runs that have chosen nothing and have ended. */
    public FreshRuns fresh(History runs) {
        return known.with(sampler.fresh(runs));
    }
}
