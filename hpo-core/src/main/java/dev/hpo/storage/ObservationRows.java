// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.line.Shown;
import dev.hpo.trial.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Observations as attributes have them: a list of a step and its values for each, and their times in a list of their own, as earlier versions know none. */
final class ObservationRows {

    private ObservationRows() {}

    static List<List<Object>> of(List<Observation> observations) {
        return observations.stream().map(ObservationRows::row).toList();
    }

    private static List<Object> row(Observation observation) {
        List<Object> row = new ArrayList<>();
        row.add(observation.step());
        row.addAll(observation.values());
        return row;
    }

    /** Returns the microseconds of each. */
    static List<Long> times(List<Observation> observations) {
        return observations.stream().map(Observation::micros).toList();
    }

    /**
     * Returns observations as they were.
     *
     * @param key where they are, for errors
     * @param times the microseconds of each; those that cannot be read are left out
     * @throws IllegalArgumentException if something else than a time cannot be read
     */
    static List<Observation> read(String key, @Nullable Object stored, @Nullable Object times) {
        List<?> rows = stored instanceof List<?> list ? list : List.of();
        List<?> micros = times instanceof List<?> list && list.size() == rows.size() ? list : List.of();
        List<Observation> observations = new ArrayList<>();
        for (Object row : rows) {
            if (!(row instanceof List<?> list) || list.size() < 2) {
                throw new IllegalArgumentException(key + " (" + Shown.of(row) + ") must be a step and its values");
            }
            List<Double> values = AttributeValues.numbers(key, list.subList(1, list.size()));
            observations.add(new Observation(
                    AttributeValues.whole(key, list.get(0)),
                    values.get(0),
                    values.subList(1, values.size()),
                    micros.isEmpty() ? Observation.UNTIMED : time(micros.get(observations.size()))));
        }
        return observations;
    }

    /** Returns the microseconds of each row whose step is among those of a curve. */
    static List<Long> times(@Nullable Object stored, List<Observation> curve) {
        Map<Object, Long> times = new HashMap<>();
        curve.forEach(observation -> times.put(observation.step(), observation.micros()));
        List<?> rows = stored instanceof List<?> list ? list : List.of();
        return rows.stream()
                .map(row -> row instanceof List<?> list && !list.isEmpty()
                        ? times.getOrDefault(list.get(0), Observation.UNTIMED)
                        : Observation.UNTIMED)
                .toList();
    }

    private static long time(@Nullable Object micros) {
        return micros instanceof Long time && time >= 0 ? time : Observation.UNTIMED;
    }
}
