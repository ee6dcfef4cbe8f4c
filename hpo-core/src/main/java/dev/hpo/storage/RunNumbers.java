// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.JournalState;
import java.nio.file.Path;

/** The numbers of runs, of which none is given twice. */
final class RunNumbers {

    private RunNumbers() {}

    /** A run that is damaged, was deleted or was moved has its number all the same, as its name says. */
    static RunId next(Path journal, JournalState state, RunSeries series) {
        Archives archives = new Archives(journal);
        int last = state.studies().stream()
                .flatMap(study -> RunAttributes.readable(study).stream())
                .filter(run -> run.id().series().equals(series))
                .mapToInt(run -> run.id().number())
                .max()
                .orElse(0);
        RunId next = new RunId(series, last + 1);
        while (state.study(next.toString()).isPresent()
                || state.wasDeleted(next.toString())
                || archives.has(series, next.number())) {
            next = new RunId(series, next.number() + 1);
        }
        return next;
    }
}
