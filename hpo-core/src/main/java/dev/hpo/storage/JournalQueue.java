// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.JournalState;
import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.StoredTrial;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Attributes;
import dev.hpo.storage.journal.line.Draft;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.line.Standing;
import dev.hpo.storage.journal.lock.Holder;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is written of queued trials, which wait in a run until somebody takes them. */
final class JournalQueue {

    private JournalQueue() {}

    /**
     * Returns operations by which a search that begins takes the queue of the one before it, in the order of that one. They are to be
     * written with its beginning, so that no trial is in two queues or in none.
     *
     * @param header of the run that begins
     * @param self who begins it
     * @param now when
     */
    static List<Operation> handover(JournalState state, RunHeader header, Holder self, Instant now) {
        if (header.id().kind() != RunKind.SEARCH) {
            return List.of();
        }
        return state.studies().stream()
                .filter(study -> RunAttributes.readable(study)
                        .filter(run -> run.id().series().equals(header.id().series()))
                        .isPresent())
                .max(Comparator.comparingInt(study ->
                        RunAttributes.readable(study).orElseThrow().id().number()))
                .filter(last -> !Holds.isHeld(last, self))
                .map(last -> handover(last, state.nextStudy(), header, now))
                .orElse(List.of());
    }

    private static List<Operation> handover(StoredStudy last, int study, RunHeader header, Instant now) {
        List<Operation> operations = new ArrayList<>();
        int number = 0;
        for (StoredTrial trial : last.waiting()) {
            operations.add(new Operation.CreateTrial(study, again(trial)));
            Attributes end = TrialAttributes.moved(header.id().toString(), number);
            operations.addAll(attributes(trial, end));
            operations.add(new Operation.SetState(trial.id(), Standing.finished(TrialState.FAILED, List.of(), now)));
            number++;
        }
        return operations;
    }

    /** Returns a queued trial as it was queued; what a torn claim has left of ours is left out. */
    private static Draft again(StoredTrial trial) {
        Map<String, @Nullable Object> system = new LinkedHashMap<>(trial.systemAttributes());
        system.keySet().removeIf(key -> key.startsWith("hpo:"));
        return new Draft(
                Standing.waiting(),
                trial.parameters(),
                new Attributes(new LinkedHashMap<>(trial.userAttributes()), system),
                List.of());
    }

    /** Returns operations that set attributes of a trial. */
    static List<Operation> attributes(StoredTrial trial, Attributes attributes) {
        return Stream.concat(
                        attributes.user().entrySet().stream()
                                .map(entry -> Attribute.user(entry.getKey(), entry.getValue())),
                        attributes.system().entrySet().stream()
                                .map(entry -> Attribute.system(entry.getKey(), entry.getValue())))
                .<Operation>map(attribute -> new Operation.TrialAttribute(trial.id(), attribute))
                .toList();
    }

    /**
     * Returns operations by which a trial begins: the next one, or one that it takes from the queue; none if its number is taken.
     *
     * @param start its parameters and attributes
     */
    static List<Operation> begin(StoredStudy study, TrialRecord trial, Draft start) {
        if (study.size() == trial.number()) {
            return List.of(new Operation.CreateTrial(study.id(), start));
        }
        return TrialOperations.find(study, trial.number())
                .filter(queued -> Attempts.takes(trial, queued.state()))
                .map(queued -> claim(queued, trial, start))
                .orElse(List.of());
    }

    /**
     * Returns operations by which a queued trial begins. Its state comes last, so that whatever of them is not written leaves it in the
     * queue.
     *
     * @param start its parameters and attributes as those of any trial that begins
     */
    private static List<Operation> claim(StoredTrial queued, TrialRecord trial, Draft start) {
        List<Operation> operations = new ArrayList<>(attributes(queued, start.attributes()));
        start.parameters()
                .forEach((name, value) -> operations.add(new Operation.SetParameter(queued.id(), name, value)));
        operations.add(new Operation.SetState(
                queued.id(), Standing.running(trial.start().startedAt())));
        if (trial.state().isFinished()) {
            operations.add(new Operation.SetState(queued.id(), start.standing()));
        }
        return operations;
    }
}
