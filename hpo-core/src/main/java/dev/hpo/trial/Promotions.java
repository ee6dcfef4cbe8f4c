// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which trial goes on with which; carried from history to history. Immutable.
 *
 * @param children the numbers of promotions by those of the trials that they go on with
 * @param last the largest number of a promotion; -1 if there is none
 */
record Promotions(Map<Integer, Integer> children, int last) {

    static final Promotions NONE = new Promotions(Map.of(), -1);

    Promotions {
        children = Map.copyOf(children);
    }

    /** Returns these with a trial that was added, which may go on with one before it. */
    Promotions with(TrialRecord trial) {
        int number = trial.number();
        OptionalInt parent = trial.start().origin().parent();
        if (parent.isEmpty() || parent.getAsInt() < 0 || parent.getAsInt() >= number) {
            return this;
        }
        Map<Integer, Integer> more = new HashMap<>(children);
        more.put(parent.getAsInt(), number);
        return new Promotions(more, number);
    }

    /** Returns those among the first trials. */
    Promotions within(int trials) {
        if (last < trials) {
            return this;
        }
        Map<Integer, Integer> some = new HashMap<>(children);
        some.values().removeIf(child -> child >= trials);
        return new Promotions(
                some, some.values().stream().mapToInt(child -> child).max().orElse(-1));
    }

    /** Returns the number of the trial that goes on with another one. */
    OptionalInt child(int parent) {
        Integer child = children.isEmpty() ? null : children.get(parent);
        return child == null ? OptionalInt.empty() : OptionalInt.of(child);
    }

    /** Returns the numbers of the trials that something goes on with, in any order. */
    Set<Integer> parents() {
        return children.keySet();
    }
}
