// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.StoredStudy;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * How long a run took. Each of its parts says so with whatever it writes: in milliseconds how long that part took by then, and what had
 * come before it. So of a part whose process died no more is missing than what came after its last word, and time that several processes
 * share counts once.
 */
final class Elapsed {

    private Elapsed() {}

    /** Returns the latest word of each part, by the number of the part. */
    static Map<Long, Duration> parts(StoredStudy run) {
        Map<Long, Duration> parts = new HashMap<>(RunAttributes.elapsed(run));
        run.trials().stream()
                .flatMap(trial -> new TrialAttributes(trial).elapsed().stream())
                .forEach(word -> parts.merge(
                        word.getKey(), word.getValue(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        return parts;
    }

    /** Returns how long the run took, of which each part knows its time and that before it. */
    static Duration total(Map<Long, Duration> parts) {
        return parts.values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
