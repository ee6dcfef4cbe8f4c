// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.trial.Direction;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** A study as the lines read so far have it. It changes as more are read, and is to be looked at only where {@link Journal} says. */
@API(status = Status.INTERNAL, since = "0.1")
public final class StoredStudy {

    private final int id;
    private final String name;
    private final List<Direction> directions;
    private final boolean isFollowed;
    private final Map<String, @Nullable Object> userAttributes = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> systemAttributes = new LinkedHashMap<>();
    private final List<StoredTrial> trials = new ArrayList<>();
    private final SortedMap<Integer, StoredTrial> waiting = new TreeMap<>();
    private Set<Integer> changed = new LinkedHashSet<>();
    private int size;
    private int uncounted;

    StoredStudy(int id, String name, List<Direction> directions, boolean isFollowed) {
        this.id = id;
        this.name = name;
        this.directions = directions;
        this.isFollowed = isFollowed;
    }

    void set(Attribute attribute) {
        Map<String, @Nullable Object> attributes =
                attribute.audience() == Attribute.Audience.USER ? userAttributes : systemAttributes;
        attributes.put(attribute.key(), attribute.value());
    }

    void add(StoredTrial trial) {
        trials.add(trial);
        size++;
        uncounted += trial.isPromotion() ? 1 : 0;
        noteChange(trial);
    }

    /** Adds one that waits, of a study that is not followed otherwise. */
    void addWaiting(StoredTrial trial) {
        size++;
        noteState(trial);
    }

    /** Counts a trial of which nothing else is known. */
    void addPassed() {
        size++;
    }

    void noteChange(StoredTrial trial) {
        changed.add(trial.number());
        noteState(trial);
    }

    /** Keeps a trial among those that wait while it does, and counts it when it has ended without having been run; after that it does not change. */
    void noteState(StoredTrial trial) {
        if (trial.state() == TrialState.WAITING) {
            waiting.put(trial.number(), trial);
        } else {
            waiting.remove(trial.number());
        }
        if (trial.isUncounted() && !trial.isPromotion()) {
            uncounted++;
        }
    }

    /** Returns its number in the file, by which lines name it. */
    public int id() {
        return id;
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns which values are better, for each objective. */
    public List<Direction> directions() {
        return directions;
    }

    /** Returns whether its trials are read, or only counted. */
    public boolean isFollowed() {
        return isFollowed;
    }

    /** Returns its attributes for people, in the order in which they were first set; an unmodifiable view. */
    public Map<String, @Nullable Object> userAttributes() {
        return Collections.unmodifiableMap(userAttributes);
    }

    /** Returns its attributes for programs, in the order in which they were first set; an unmodifiable view. */
    public Map<String, @Nullable Object> systemAttributes() {
        return Collections.unmodifiableMap(systemAttributes);
    }

    /** Returns how many trials it has, in any state: the number of its next one. */
    public int size() {
        return size;
    }

    /** Returns how many of its trials count towards a budget: all but those that wait, have ended without having been run, or go on with
     * another one; if it is followed. */
    public int counted() {
        return size - waiting.size() - uncounted;
    }

    /** Returns its trials by number, an unmodifiable view; empty if they are not followed. */
    public List<StoredTrial> trials() {
        return Collections.unmodifiableList(trials);
    }

    /** Returns the trials that are queued, by number, whether the study is followed or not; an unmodifiable view. */
    public Collection<StoredTrial> waiting() {
        return Collections.unmodifiableCollection(waiting.values());
    }

    /** Returns the numbers of the trials that have changed since this was last asked, the one that changed first first. */
    public List<Integer> drainChanged() {
        List<Integer> drained = List.copyOf(changed);
        changed = new LinkedHashSet<>();
        return drained;
    }
}
