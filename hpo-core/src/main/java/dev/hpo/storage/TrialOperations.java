// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.JournalState;
import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.StoredTrial;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a journal is told of the trials of a run, as things stand in it: nothing, where they do not stand as they would have to.
 *
 * @param mapping how trials are written
 * @param holder who runs them
 */
record TrialOperations(TrialMapping mapping, String holder) {

    /**
     * Begins a trial, or another attempt at one.
     *
     * @param given further attributes
     */
    List<Operation> begin(JournalState state, StoredStudy study, TrialRecord trial, List<Attribute> given) {
        if (trial.key().attempt() > 0) {
            return again(study, trial, given);
        }
        int id = find(study, trial.number()).map(StoredTrial::id).orElse(state.nextTrial());
        return JournalQueue.begin(study, trial, mapping.draft(trial, id, holder, given));
    }

    private List<Operation> again(StoredStudy study, TrialRecord trial, List<Attribute> given) {
        Optional<StoredTrial> stored = find(study, trial.number());
        if (!Attempts.follows(trial, stored.map(mapping::record))) {
            return List.of();
        }
        Attribute attempt =
                TrialAttributes.attempt(trial.start(), holder, Holds.lost(study, stored.orElseThrow(), holder));
        int id = stored.orElseThrow().id();
        List<Operation> operations = new ArrayList<>(List.of(new Operation.TrialAttribute(id, attempt)));
        // What it has inherited it has from its first attempt.
        trial.progress().charged().forEach(observation -> operations.add(new Operation.Report(id, observation)));
        given.forEach(attribute -> operations.add(new Operation.TrialAttribute(id, attribute)));
        return operations;
    }

    /**
     * Ends a trial.
     *
     * @param elapsed what it says of the time
     */
    List<Operation> end(StoredTrial stored, TrialRecord trial, Attribute elapsed) {
        List<Operation> operations = report(stored, trial.progress(), List.of(elapsed));
        operations.addAll(JournalQueue.attributes(stored, TrialAttributes.end(trial)));
        operations.add(new Operation.SetState(stored.id(), mapping.standing(trial)));
        return operations;
    }

    /**
     * Reports what the file does not have yet of a trial.
     *
     * @param all what it has reported
     * @param given further attributes
     */
    static List<Operation> report(StoredTrial stored, Progress all, List<Attribute> given) {
        List<Operation> operations = TrialMapping.reports(stored, all);
        given.forEach(attribute -> operations.add(new Operation.TrialAttribute(stored.id(), attribute)));
        return operations;
    }

    /** Returns whether an attempt at a trial is the last one, and has not ended. */
    static boolean isOf(StoredTrial trial, TrialKey attempt) {
        return !trial.state().isFinished() && new TrialAttributes(trial).attempt() == attempt.attempt();
    }

    /** Returns a trial by its number, if there is one. */
    static Optional<StoredTrial> find(StoredStudy study, int number) {
        return number < study.trials().size() ? Optional.of(study.trials().get(number)) : Optional.empty();
    }
}
