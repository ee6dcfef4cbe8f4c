// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.JournalState;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.lock.Holder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is written of a run when it begins, and the number that it gets, which no other has had. */
final class RunBeginning {

    private RunBeginning() {}

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

    /** The id of the study is the number of those that were ever created. */
    static List<Operation> of(JournalState state, RunHeader header, Attribute held, Holder self) {
        int id = state.nextStudy();
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.CreateStudy(
                header.id().toString(), List.of(header.goal().direction())));
        Stream.of(RunAttributes.of(header).stream(), Stream.of(held, RunAttributes.last(header)))
                .flatMap(attributes -> attributes)
                .forEach(attribute -> operations.add(new Operation.StudyAttribute(id, attribute)));
        operations.addAll(JournalQueue.handover(state, header, self, header.createdAt()));
        return operations;
    }
}
