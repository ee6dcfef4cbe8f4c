// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.space.Start;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunSeries;
import dev.hpo.storage.RunStore;
import dev.hpo.trial.History;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs that repeat configurations of a search. They are studies like searches, with seeds of their own, but begin with no start configuration: what is
 * repeated is the sampler's to say. No search goes on with them, or learns from them.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Repetition {

    /** How many times as many runs there may be, as interrupted ones are made again: a body that does nothing but say that it is interrupted has to come to an end. */
    private static final int ENOUGH = 3;

    private Repetition() {}

    /**
     * Returns what a study is that repeats configurations of a search. Nothing of what ends the search early, or chooses in it, touches what repeats: that ends when its sampler
     * has nothing left to run. It has no seed of its own.
     *
     * @param search what the study of the search is
     * @param sampler says what is repeated
     * @param runs how many runs that takes at most, those that are interrupted aside, which are made again
     */
    public static StudySpec spec(StudySpec search, Sampler sampler, int runs) {
        StudySpec spec = StudySpec.of(search.name(), search.metric(), search.direction())
                .withOf(search.of())
                .withMode(search.mode() == Mode.JOINED ? Mode.CONCURRENT : search.mode())
                .withThreads(search.threads())
                .withWindow(search.window())
                .withTrials(ENOUGH * runs)
                .withSampler(sampler)
                .withPruner(new NopPruner())
                .withStorage(search.storage())
                .withClock(search.clock())
                .withTicker(search.ticker())
                .withCode(search.code());
        spec = search.checkpoints().map(spec::withCheckpoints).orElse(spec);
        // A body may ask its trial how long to train.
        return search.budget().steps().isPresent()
                ? spec.withSteps(search.budget().steps().getAsLong())
                : spec;
    }

    /**
     * Returns what a study is as {@link #spec} does, with the seed of the search if that was given one: other numbers are made of it.
     *
     * @param search what the study of the search is
     * @param sampler says what is repeated
     * @param runs how many runs that takes at most
     */
    public static StudySpec seeded(StudySpec search, Sampler sampler, int runs) {
        StudySpec spec = spec(search, sampler, runs);
        return search.seed().isPresent() ? spec.withSeed(search.seed().getAsLong()) : spec;
    }

    /**
     * Returns whether {@link #open} goes on with a run.
     *
     * @throws dev.hpo.storage.StorageException if the runs cannot be read
     */
    public static boolean isLeft(Space<?> space, StudySpec spec, RunSeries series) {
        return last(spec, series)
                .filter(run -> Continuation.isSame(run, space, spec))
                .isPresent();
    }

    /**
     * Goes on with the last run of a series, if that was interrupted and would go on as if it had not been; else begins the next one.
     *
     * @param space the space of the search
     * @param spec what the study is: its sampler chooses what to repeat
     * @param series the confirmations or re-tests of a search of this study
     * @throws IllegalArgumentException if the series is of searches or of another study, or if the parts of the specification contradict one another
     * @throws dev.hpo.storage.StorageException if the storage cannot begin a run, or earlier ones cannot be read
     */
    public static <T> Study<T> open(Space<T> space, StudySpec spec, RunSeries series) {
        require(space, spec, series);
        Optional<RunRecord> left = last(spec, series).filter(run -> Continuation.isSame(run, space, spec));
        if (left.isPresent()) {
            return Study.resume(space, spec, left.get().id());
        }
        Start<Configuration> start = Beginnings.start(space);
        RunStore store = spec.storage()
                .begin(series, space, run -> Beginnings.header(space, spec, start.instance(), List.of(), run));
        return Study.of(space, spec, start, List.of(), store);
    }

    /**
     * Goes on with the last run of a series that has a sampler of the same kind, if that run is the same, also if it came to its end; else begins the next one. Only one of several
     * who do so at once gets it. Runs of other samplers that the series has, such as re-tests beside those before a result is accepted, are in nobody's way.
     *
     * @param space the space of the search
     * @param spec what the study is: its sampler chooses what to repeat
     * @param series the confirmations or re-tests of a search of this study
     * @return empty if somebody else who lives has the last run of the kind in hand
     * @throws IllegalArgumentException as of {@link #open}
     * @throws dev.hpo.storage.StorageException if the storage cannot begin a run, or earlier ones cannot be read
     */
    public static <T> Optional<Study<T>> take(Space<T> space, StudySpec spec, RunSeries series) {
        return take(space, spec, series, trials -> false);
    }

    /**
     * Goes on with a run or begins one as {@link #take(Space, StudySpec, RunSeries)} does. It does not go on with one that came to its end in vain.
     *
     * @param space the space of the search
     * @param spec what the study is: its sampler chooses what to repeat
     * @param series the confirmations or re-tests of a search of this study
     * @param isInVain returns whether nothing can be made of the trials of a run that came to its end
     * @return empty if somebody else who lives has the last run of the kind in hand
     * @throws IllegalArgumentException as of {@link #open}
     * @throws dev.hpo.storage.StorageException if the storage cannot begin a run, or earlier ones cannot be read
     */
    public static <T> Optional<Study<T>> take(
            Space<T> space, StudySpec spec, RunSeries series, Predicate<? super History> isInVain) {
        require(space, spec, series);
        Start<Configuration> start = Beginnings.start(space);
        int refused = 0;
        while (true) {
            List<RunRecord> all = all(spec, series);
            Optional<RunRecord> alike = last(all.stream()
                    .filter(run -> RunCourse.isOfKind(run.header().basis().course(), spec.sampler())));
            if (alike.filter(RunRecord::isHeld).isPresent()) {
                return Optional.empty();
            }
            int before = last(all.stream()).map(run -> run.id().number()).orElse(0);
            RunId next = new RunId(series, 1 + Math.max(refused, before));
            Optional<RunRecord> same = alike.filter(run -> Continuation.isAsBefore(run, space, spec))
                    .filter(run -> !run.isFinished()
                            || !isInVain.test(History.of(spec.storage().trials(run.id(), space))));
            Optional<RunStore> store = same.isPresent()
                    ? spec.storage().resume(same.get().id(), space)
                    : spec.storage().begin(Beginnings.header(space, spec, start.instance(), List.of(), next), space);
            if (store.isPresent()) {
                return Optional.of(Study.of(space, spec, start, List.of(), store.get()));
            }
            refused = next.number();
        }
    }

    private static void require(Space<?> space, StudySpec spec, RunSeries series) {
        if (series.kind() == RunKind.SEARCH || !series.study().equals(spec.name())) {
            throw new IllegalArgumentException(
                    "Repetition.series (" + series + ") must be of confirmations or re-tests of the study "
                            + spec.name() + "; Study.open begins a search");
        }
        Beginnings.requireConsistent(space, spec);
    }

    /**
     * Takes whether runs that repeat configurations are to follow a search. As long as they are, whoever stops the search interrupts it, also where nothing is left to begin in it,
     * so that it can go on, and they with it.
     */
    public static void follow(Study<?> search, boolean isAny) {
        search.workings().ledger().follow(isAny);
    }

    /**
     * Opens a search once more that came to its end, for what repeats its configurations. It is held meanwhile, which counts as its time; nothing else of it changes: no trial begins in it, its end is that
     * which it had, and it has the budget and tells of the sampler that were kept with it, whatever the specification says.
     *
     * @param space the space of the search
     * @param spec what the study is; in {@link Mode#JOINED} it is taken as one in {@link Mode#CONCURRENT}
     * @param run a search that the storage has
     * @throws IllegalArgumentException as of {@link Study#resume}
     * @throws StudyException if the search has not come to its end, or if somebody who lives has it in hand
     * @throws dev.hpo.storage.StorageException if it cannot be read
     */
    public static <T> Study<T> reopen(Space<T> space, StudySpec spec, RunId run) {
        return Reopened.open(space, spec, run);
    }

    /**
     * Returns the last run of a series; empty if it has none.
     *
     * @throws dev.hpo.storage.StorageException if the runs cannot be read
     */
    public static Optional<RunRecord> last(StudySpec spec, RunSeries series) {
        return last(all(spec, series).stream());
    }

    private static List<RunRecord> all(StudySpec spec, RunSeries series) {
        return spec.storage().watched(spec.name()).stream()
                .filter(run -> run.id().series().equals(series))
                .toList();
    }

    private static Optional<RunRecord> last(Stream<RunRecord> runs) {
        return runs.reduce((earlier, later) -> later);
    }
}
