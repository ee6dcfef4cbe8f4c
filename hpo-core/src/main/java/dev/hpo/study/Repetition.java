// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.space.Start;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunSeries;
import dev.hpo.storage.RunStore;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs that repeat configurations of a search. They are studies like searches, with seeds of their own, but begin with no start configuration: what is
 * repeated is the sampler's to say. No search goes on with them, or learns from them.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Repetition {

    private Repetition() {}

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
        require(spec, series);
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
     * Goes on with the last run of a series if that is the same, also if it came to its end; else begins the next one. Only one of several who do so
     * at once gets it.
     *
     * @param space the space of the search
     * @param spec what the study is: its sampler chooses what to repeat
     * @param series the confirmations or re-tests of a search of this study
     * @return empty if somebody else who lives has the last run in hand
     * @throws IllegalArgumentException as of {@link #open}
     * @throws dev.hpo.storage.StorageException if the storage cannot begin a run, or earlier ones cannot be read
     */
    public static <T> Optional<Study<T>> take(Space<T> space, StudySpec spec, RunSeries series) {
        require(spec, series);
        Start<Configuration> start = Beginnings.start(space);
        int refused = 0;
        while (true) {
            Optional<RunRecord> last = last(spec, series);
            if (last.filter(RunRecord::isHeld).isPresent()) {
                return Optional.empty();
            }
            int before = last.map(run -> run.id().number()).orElse(0);
            RunId next = new RunId(series, 1 + Math.max(refused, before));
            Optional<RunRecord> same = last.filter(run -> Continuation.isAsBefore(run, space, spec));
            Optional<RunStore> store = same.isPresent()
                    ? spec.storage().resume(same.get().id(), space)
                    : spec.storage().begin(Beginnings.header(space, spec, start.instance(), List.of(), next), space);
            if (store.isPresent()) {
                return Optional.of(Study.of(space, spec, start, List.of(), store.get()));
            }
            refused = next.number();
        }
    }

    private static void require(StudySpec spec, RunSeries series) {
        if (series.kind() == RunKind.SEARCH || !series.study().equals(spec.name())) {
            throw new IllegalArgumentException(
                    "Repetition.series (" + series + ") must be of confirmations or re-tests of the study "
                            + spec.name() + "; Study.open begins a search");
        }
        spec.requireConsistent();
    }

    /**
     * Takes whether runs that repeat configurations are to follow a search. As long as they are, whoever stops the search interrupts it, also where nothing is left to begin in it,
     * so that it can go on, and they with it.
     */
    public static void follow(Study<?> search, boolean isAny) {
        search.ledger().follow(isAny);
    }

    /**
     * Returns the last run of a series; empty if it has none.
     *
     * @throws dev.hpo.storage.StorageException if the runs cannot be read
     */
    public static Optional<RunRecord> last(StudySpec spec, RunSeries series) {
        return spec.storage().watched(spec.name()).stream()
                .filter(run -> run.id().series().equals(series))
                .reduce((earlier, later) -> later);
    }
}
