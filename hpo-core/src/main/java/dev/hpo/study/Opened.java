// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunSeries;
import dev.hpo.storage.RunStore;
import dev.hpo.trial.EarlierStudy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A run that a study opens.
 *
 * @param earlier what is known from earlier studies
 */
record Opened(RunStore store, List<EarlierStudy> earlier) {

    /** Begins the next run. */
    static Opened begun(Space<?> space, StudySpec spec, Optional<Configuration> start) {
        List<EarlierStudy> earlier = Beginnings.earlier(space, spec, start);
        RunStore store = spec.storage()
                .begin(
                        RunSeries.searches(spec.name()),
                        space,
                        run -> Beginnings.header(space, spec, start, earlier, run));
        return new Opened(store, earlier);
    }

    /** Takes part in the last run, or begins the next one, unless somebody else does so at this moment. */
    static Opened joined(Space<?> space, StudySpec spec, Optional<Configuration> start) {
        int refused = 0;
        while (true) {
            Optional<RunRecord> last = Continuation.last(spec);
            if (last.filter(run -> Continuation.isOpen(run, space, spec)).isPresent()) {
                RunId run = last.get().id();
                List<EarlierStudy> earlier = Beginnings.earlier(space, spec, start, run);
                return new Opened(spec.storage().join(run, space), earlier);
            }
            List<EarlierStudy> earlier = Beginnings.earlier(space, spec, start);
            int before = last.map(run -> run.id().number()).orElse(0);
            RunId next = new RunId(RunSeries.searches(spec.name()), 1 + Math.max(refused, before));
            Optional<RunStore> store =
                    spec.storage().begin(Beginnings.header(space, spec, start, earlier, next), space);
            if (store.isPresent()) {
                return new Opened(store.get(), earlier);
            }
            refused = next.number();
        }
    }

    /** Makes something of a run; if that fails, the run is let go. */
    static <S> S orClosed(RunStore store, Supplier<S> action) {
        boolean isOpen = false;
        try {
            S made = action.get();
            isOpen = true;
            return made;
        } finally {
            if (!isOpen) {
                store.close();
            }
        }
    }
}
