// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A journal as its lines say it, read by none of the code that writes it: the trials of its only study, in the order of their
 * creation, and how many lines are none.
 */
final class RawJournal {

    private static final int CREATE_TRIAL = 4;
    private static final int SET_STATE = 6;
    private static final int COMPLETE = 1;
    private static final int MOST_OP_CODE = 9;

    private final List<Integer> numbers = new ArrayList<>();
    private final Map<Integer, Double> values = new HashMap<>();
    private int badLines;

    private RawJournal() {}

    static RawJournal read(Path file) throws IOException {
        RawJournal journal = new RawJournal();
        String text = Files.readString(file);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            journal.badLines++;
        }
        text.lines().forEach(journal::add);
        return journal;
    }

    private void add(String line) {
        try {
            add(JSON.std.mapFrom(line));
        } catch (IOException | ClassCastException | NoSuchElementException e) {
            badLines++;
        }
    }

    private void add(Map<String, Object> fields) {
        int code = number(fields, "op_code").intValue();
        if (code < 0 || code > MOST_OP_CODE || !(fields.get("worker_id") instanceof String)) {
            badLines++;
        } else if (code == CREATE_TRIAL) {
            numbers.add(number((Map<?, ?>) field(fields, "system_attrs"), "hpo:number")
                    .intValue());
        } else if (code == SET_STATE && number(fields, "state").intValue() == COMPLETE) {
            double value = ((Number) ((List<?>) field(fields, "values")).get(0)).doubleValue();
            // The first end counts.
            values.putIfAbsent(number(fields, "trial_id").intValue(), value);
        }
    }

    private static Number number(Map<?, ?> fields, String name) {
        return (Number) field(fields, name);
    }

    private static Object field(Map<?, ?> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow();
    }

    /** Returns the numbers that the trials were begun with. */
    List<Integer> numbers() {
        return numbers;
    }

    /** Returns the values of the complete trials by their places. */
    Map<Integer, Double> values() {
        return values;
    }

    int badLines() {
        return badLines;
    }
}
