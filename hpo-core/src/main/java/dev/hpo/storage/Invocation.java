// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.StoredTrial;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.OwnAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which number a trial was run by whoever went on with its run, who counts anew in each part.
 *
 * @param part the number of the part, from 1
 * @param number the number of the invocation in it, from 1
 */
record Invocation(int part, int number) {

    private static final String KEY = OwnAttributes.INVOCATION;

    Attribute attribute() {
        return Attribute.system(KEY, List.of((long) part, (long) number));
    }

    /** Returns that of a trial's last attempt; empty if none was given, or if it is damaged. */
    static Optional<Invocation> of(StoredTrial trial) {
        return trial.systemAttributes().get(KEY) instanceof List<?> pair
                        && pair.size() == 2
                        && pair.get(0) instanceof Number part
                        && pair.get(1) instanceof Number number
                ? Optional.of(new Invocation(part.intValue(), number.intValue()))
                : Optional.empty();
    }

    /** Returns the numbers of the trials that the last part ran by those of its invocations. */
    static Map<Integer, Integer> ofLastPart(StoredStudy run) {
        Map<Integer, Map<Integer, Integer>> parts = new HashMap<>();
        int last = 0;
        for (StoredTrial trial : run.trials()) {
            Optional<Invocation> found = of(trial);
            if (found.isPresent()) {
                last = Math.max(last, found.get().part);
                parts.computeIfAbsent(found.get().part, any -> new HashMap<>()).put(found.get().number, trial.number());
            }
        }
        return Map.copyOf(parts.getOrDefault(last, Map.of()));
    }
}
