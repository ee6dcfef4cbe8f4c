// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.space.Space;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunStore;
import dev.hpo.trial.Budget;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.StudyFacts;
import java.util.List;
import java.util.Optional;

/** A run that came to its end and is held once more, to look at it: nothing of it changes. */
final class Reopened {

    private Reopened() {}

    /** Opens a run, as {@link Repetition#reopen} says. */
    static <T> Study<T> open(Space<T> space, StudySpec given, RunId run) {
        given.requireConsistent();
        Beginnings.requireSame(space, given, run);
        Optional<RunRecord> known = given.storage().runs(run.study()).stream()
                .filter(each -> each.id().equals(run))
                .findFirst();
        RunRecord left = known.filter(RunRecord::isFinished)
                .orElseThrow(() -> new StudyException(run
                        + " must have come to its end to be opened only for what it has found, but "
                        + known.map(Reopened::state).orElse("is not there")));
        RunEnd end = left.end().orElseThrow();
        StudySpec spec = alone(given).with(spending(given, left.header()));
        List<EarlierStudy> earlier = earlier(space, spec, left.header());
        RunStore store = Beginnings.store(space, spec, run);
        return Opened.orClosed(store, () -> {
            store.settle(end);
            StudyFacts facts = Beginnings.facts(spec, store.header().seed(), earlier);
            return Study.ended(space, Workings.of(spec, store, facts), end);
        });
    }

    private static String state(RunRecord run) {
        return run.isHeld()
                ? "a process that lives goes on with it; wait for its end"
                : "was interrupted; Study.resume goes on with it";
    }

    private static StudySpec alone(StudySpec spec) {
        return spec.mode() == Mode.JOINED ? spec.withMode(Mode.CONCURRENT) : spec;
    }

    /** What the run could spend; one of an older version does not say how many trials that was. */
    private static SpecParts.Spending spending(StudySpec spec, RunHeader run) {
        Budget budget = run.budget();
        return new SpecParts.Spending(
                RunCourse.trials(run.basis().course()).orElse(spec.trials()), budget.trainings(), budget.steps());
    }

    /** Returns those of the earlier studies that the run has learned from, if it has from any. */
    private static List<EarlierStudy> earlier(Space<?> space, StudySpec spec, RunHeader run) {
        List<String> then = run.basis().earlier();
        if (then.isEmpty()) {
            return List.of();
        }
        return Beginnings.earlier(space, spec, Beginnings.start(space).instance(), run.id()).stream()
                .filter(study -> then.contains(study.describe()))
                .toList();
    }
}
