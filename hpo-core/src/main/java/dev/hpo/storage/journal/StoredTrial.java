// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Assignment;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Draft;
import dev.hpo.storage.journal.line.OwnAttributes;
import dev.hpo.storage.journal.line.Standing;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** A trial as the lines read so far have it. It changes as more are read, and is to be looked at only where {@link Journal} says. */
@API(status = Status.INTERNAL, since = "0.1")
public final class StoredTrial {

    /** The attribute for programs that begins another attempt at the trial, which has reported nothing yet. */
    public static final String ATTEMPT = OwnAttributes.ATTEMPT;

    /** The attribute for programs that says that a trial has begun anew which was to go on with a paused one: what it has inherited is void. */
    public static final String ANEW = OwnAttributes.ANEW;

    /** The attribute for programs that says which number the trial has in its study. */
    public static final String NUMBER = "hpo:number";

    /** The attribute for programs that says which number the trial has in the file. */
    public static final String ID = "hpo:id";

    /** The attribute for programs that says from a copy of which complete trial's checkpoint the trial sets out. */
    public static final String FORK = "hpo:fork";

    private final int id;
    private final int study;
    private final int number;
    private final Map<String, Assignment> parameters;
    private final Map<String, @Nullable Object> userAttributes;
    private final Map<String, @Nullable Object> systemAttributes;
    private final Set<String> begun = new HashSet<>();
    private final Map<String, String> unreadable = new LinkedHashMap<>();
    private final Curve curve = new Curve();
    private final List<Observation> inherited;
    private TrialState state;
    private List<Double> values;
    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;

    StoredTrial(int id, int study, int number, Draft draft) {
        this.id = id;
        this.study = study;
        this.number = number;
        this.parameters = new LinkedHashMap<>(draft.parameters());
        this.userAttributes = new LinkedHashMap<>(draft.attributes().user());
        this.systemAttributes = Copies.ownAttributes(draft, id, number);
        noteBegun();
        this.state = draft.standing().state();
        if (state != TrialState.WAITING) {
            draft.intermediateValues().forEach(curve::put);
        }
        this.inherited = isPromotion() || systemAttributes.containsKey(FORK) ? draft.intermediateValues() : List.of();
        this.values = draft.standing().values();
        this.startedAt = draft.standing().startedAt().orElse(null);
        this.completedAt = draft.standing().completedAt().orElse(null);
    }

    /** What the trial has when it begins stays with each attempt at it. */
    private void noteBegun() {
        begun.addAll(userAttributes.keySet());
        begun.addAll(systemAttributes.keySet());
    }

    /** Sets the state; times and values that are not said stay as they are. */
    void set(Standing standing) {
        state = standing.state();
        if (!standing.values().isEmpty()) {
            values = standing.values();
        }
        if (state == TrialState.RUNNING) {
            noteBegun();
            startedAt = standing.startedAt().orElse(startedAt);
        }
        if (state.isFinished()) {
            completedAt = standing.completedAt().orElse(completedAt);
        }
    }

    /** Returns whether it has ended and counts for no budget, as it was never run. */
    boolean isUncounted() {
        return Failures.isUncounted(state, systemAttributes);
    }

    /** Returns whether it goes on with a paused one, and so counts for no budget. */
    boolean isPromotion() {
        return systemAttributes.containsKey(Copies.PARENT);
    }

    void set(String parameter, Assignment value) {
        parameters.put(parameter, value);
        unreadable.remove(parameter);
    }

    void setUnreadable(String parameter, String fault) {
        unreadable.put(parameter, fault);
    }

    /** What a trial has begun with stays as it is: nobody of ours changes it, and who else does would make it another trial. */
    void set(Attribute attribute) {
        if (state != TrialState.WAITING && Copies.isOfBeginning(attribute)) {
            return;
        }
        if (attribute.key().equals(ATTEMPT)) {
            // What the attempt before has left, were it half of an end.
            curve.clear();
            inherited.forEach(curve::put);
            userAttributes.keySet().retainAll(begun);
            systemAttributes.keySet().retainAll(begun);
        }
        if (attribute.key().equals(ANEW)) {
            curve.clear();
        }
        Map<String, @Nullable Object> attributes =
                attribute.audience() == Attribute.Audience.USER ? userAttributes : systemAttributes;
        attributes.put(attribute.key(), attribute.value());
    }

    void report(Observation observation) {
        curve.put(observation);
    }

    /** Returns its number in the file, over all studies, by which lines name it. */
    public int id() {
        return id;
    }

    /** Returns the id of its study. */
    public int study() {
        return study;
    }

    /** Returns its number in its study. */
    public int number() {
        return number;
    }

    /** Returns its state. */
    public TrialState state() {
        return state;
    }

    /** Returns its objective values; empty if it has none. */
    public List<Double> values() {
        return values;
    }

    /** Returns when it began; empty if it has not, or if nobody said. */
    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    /** Returns when it ended; empty if it has not, or if nobody said. */
    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    /** Returns its parameters in the order in which they were set; an unmodifiable view. */
    public Map<String, Assignment> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** Returns why parameters that were set cannot be read, by their names; an unmodifiable view. */
    public Map<String, String> unreadable() {
        return Collections.unmodifiableMap(unreadable);
    }

    /** Returns its attributes for people; an unmodifiable view. */
    public Map<String, @Nullable Object> userAttributes() {
        return Collections.unmodifiableMap(userAttributes);
    }

    /** Returns its attributes for programs; an unmodifiable view. */
    public Map<String, @Nullable Object> systemAttributes() {
        return Collections.unmodifiableMap(systemAttributes);
    }

    /** Returns its intermediate values; none if nobody wanted to follow them. */
    public Curve curve() {
        return curve;
    }
}
