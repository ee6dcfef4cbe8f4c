// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Attributes;
import dev.hpo.storage.journal.line.Draft;
import dev.hpo.storage.journal.lock.Holder;
import dev.hpo.trial.TrialState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells trials of ours from copies of them. Other tools copy whole trials, as Optuna's {@code add_trials} does, also into a queue, as its {@code
 * RetryFailedTrialCallback} does: with all that we have said of them, such as which number they have and who runs them.
 */
final class Copies {

    private static final String OURS = "hpo:";
    private static final String HOLDER = "hpo:holder";

    /** Which trial one goes on with. */
    static final String PARENT = "hpo:parent";

    /** What is said of a trial when it begins, and never after that. */
    private static final Set<String> OF_BEGINNING = Set.of(
            StoredTrial.NUMBER,
            StoredTrial.ID,
            "hpo:seed",
            "hpo:source",
            PARENT,
            StoredTrial.FORK,
            "hpo:notes",
            "hpo:inherited",
            HOLDER);

    /** What a trial has come to is true of its copy as well. */
    private static final Set<String> RESULTS = Set.of(Failures.KEY, "hpo:pruned", "hpo:values", "hpo:observations");

    private static final String METRIC = "hpo:metric:";
    private static final String CONSTRAINTS = "constraints";

    private Copies() {}

    /** Returns whether an attribute is one of those that a trial has from its beginning, if it is one of ours. */
    static boolean isOfBeginning(Attribute attribute) {
        return attribute.audience() == Attribute.Audience.SYSTEM && OF_BEGINNING.contains(attribute.key());
    }

    /**
     * Returns a trial without what is said of another one, whose copy it is: ours are written by workers of ours.
     *
     * @param worker who has written it
     * @param isDamaged whether something before it cannot be read, so that one of ours that does not say who runs it may be damaged, too
     */
    static Draft own(Draft draft, String worker, boolean isDamaged) {
        Map<String, @Nullable Object> system = draft.attributes().system();
        boolean isOwn = system.get(HOLDER) instanceof String ? Holder.isWorker(worker) : isDamaged;
        if (isOwn || draft.standing().state() == TrialState.WAITING || !hasOurs(system)) {
            return draft;
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>(system);
        removeNotResults(own);
        return new Draft(
                draft.standing(),
                draft.parameters(),
                new Attributes(draft.attributes().user(), own),
                draft.intermediateValues());
    }

    private static boolean hasOurs(Map<String, @Nullable Object> system) {
        return system.keySet().stream().anyMatch(key -> key.startsWith(OURS));
    }

    private static void removeNotResults(Map<String, @Nullable Object> system) {
        system.keySet().removeIf(key -> key.startsWith(OURS) && !RESULTS.contains(key) && !key.startsWith(METRIC));
    }

    /**
     * Returns the attributes for programs that a trial has from its beginning, but for those that are another one's.
     *
     * @param id its number in the file
     * @param number its number in its study
     */
    static Map<String, @Nullable Object> ownAttributes(Draft draft, int id, int number) {
        Map<String, @Nullable Object> own =
                new LinkedHashMap<>(draft.attributes().system());
        if (draft.standing().state() == TrialState.WAITING) {
            own.keySet().removeIf(key -> key.startsWith(OURS) || key.equals(CONSTRAINTS));
        } else if (isCopy(draft, id, number)) {
            removeNotResults(own);
        }
        return own;
    }

    /** A damaged line before it makes the numbers that a trial says it has too large, never too small. */
    private static boolean isCopy(Draft draft, int id, int number) {
        Map<String, @Nullable Object> system = draft.attributes().system();
        return isBelow(system.get(StoredTrial.ID), id)
                || isBelow(system.get(StoredTrial.NUMBER), number)
                || (isWhole(draft) && isAbove(system.get(StoredTrial.NUMBER), number));
    }

    /** What is no number is no copy of one, but damage. */
    private static boolean isBelow(@Nullable Object said, int present) {
        return said instanceof Long place && place < present;
    }

    private static boolean isAbove(@Nullable Object said, int present) {
        return said instanceof Long place && place > present;
    }

    /** Returns whether a trial was run already when its first line was written; ours begin running, or are rejected. */
    static boolean isWhole(Draft draft) {
        return draft.standing().state().isFinished()
                && !Failures.isUncounted(
                        draft.standing().state(), draft.attributes().system());
    }
}
