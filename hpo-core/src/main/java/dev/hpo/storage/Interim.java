// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a journal has, beside its intermediate values, of a trial that runs and has saved something to go on from: its attributes, and its metrics, each
 * value once. When the trial ends it has them under their usual keys, and this is of no account any more. Only one thread at a time may use it.
 */
final class Interim {

    private static final String KEY = "hpo:interim:";
    private static final String ATTRIBUTES = "attributes";
    private static final String METRICS = "metrics";

    private final TrialKey trial;
    private int entries;
    private Progress written = Progress.NONE;

    Interim(TrialKey trial) {
        this.trial = trial;
    }

    private static String prefix(int attempt) {
        return KEY + attempt + ":";
    }

    /** Returns what is to be written of a progress; empty if there is nothing that is not there yet. */
    Optional<Attribute> next(Progress progress) {
        Map<String, Object> entry = new LinkedHashMap<>();
        if (isKept(progress)) {
            if (!progress.attributes().equals(written.attributes())) {
                entry.put(ATTRIBUTES, new TreeMap<>(progress.attributes()));
            }
            Map<String, Object> more = new TreeMap<>();
            progress.metrics().forEach((name, values) -> {
                int known = common(written.metrics().getOrDefault(name, List.of()), values);
                if (known < values.size()) {
                    more.put(name, ObservationRows.of(values.subList(known, values.size())));
                }
            });
            if (!more.isEmpty()) {
                entry.put(METRICS, more);
            }
        }
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(Attribute.system(prefix(trial.attempt()) + entries, entry));
    }

    /** Returns how many values two lists have in common, of which one may have lost some at its end and got others: where one is the same, all before it are. */
    private static int common(List<Observation> known, List<Observation> values) {
        int common = Math.min(known.size(), values.size());
        while (common > 0 && !known.get(common - 1).equals(values.get(common - 1))) {
            common--;
        }
        return common;
    }

    /** Takes that what was to be written of a progress is there. */
    void written(Progress progress) {
        if (next(progress).isPresent()) {
            entries++;
            written = progress;
        }
    }

    private static boolean isKept(Progress progress) {
        return progress.attributes().containsKey(TrialRecord.SAVED);
    }

    /**
     * Returns what is there of an attempt, with its intermediate values. What somebody else has written there, and cannot be read, is not there: the trial is to go
     * on all the same.
     *
     * @param system the attributes of its trial for programs
     */
    static Progress read(Map<String, @Nullable Object> system, int attempt, Progress observed) {
        try {
            return joined(system, attempt, observed);
        } catch (IllegalArgumentException e) {
            return observed;
        }
    }

    private static Progress joined(Map<String, @Nullable Object> system, int attempt, Progress observed) {
        String prefix = prefix(attempt);
        Map<?, ?> said = Map.of();
        Map<String, List<Observation>> metrics = new HashMap<>(observed.metrics());
        for (int entry = 0; system.get(prefix + entry) instanceof Map<?, ?> map; entry++) {
            if (map.get(ATTRIBUTES) instanceof Map<?, ?> texts) {
                said = texts;
            }
            if (map.get(METRICS) instanceof Map<?, ?> more) {
                more.forEach((name, rows) -> metrics.merge(
                        String.valueOf(name), ObservationRows.read(prefix + METRICS, rows, null), Interim::joined));
            }
        }
        Map<String, String> attributes = new HashMap<>(observed.attributes());
        said.forEach((key, value) -> attributes.put(String.valueOf(key), String.valueOf(value)));
        return new Progress(observed.observations(), metrics, attributes, observed.inherited());
    }

    /** What was measured again counts as it was measured last. */
    private static List<Observation> joined(List<Observation> earlier, List<Observation> later) {
        List<Observation> all = new ArrayList<>(earlier);
        if (!later.isEmpty()) {
            all.removeIf(value -> value.step() >= later.get(0).step());
        }
        all.addAll(later);
        return all;
    }
}
