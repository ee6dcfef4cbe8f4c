// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.trial.Direction;
import dev.hpo.trial.StoredSpace;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The first line of an old file of trials. */
final class OldRunHeader {

    /** Rises when the meaning of a key changes; new keys may come at any time. */
    private static final int FORMAT = 1;

    private OldRunHeader() {}

    static RunHeader read(Map<String, Object> json) {
        if (!Integer.valueOf(FORMAT).equals(json.get("format"))) {
            throw new IllegalArgumentException("format (" + json.get("format") + ") must be " + FORMAT);
        }
        return new RunHeader(
                new RunId(text(json, "study"), Integer.parseInt(text(json, "run"))),
                new RunHeader.Goal(text(json, "metric"), Direction.valueOf(text(json, "direction"))),
                new RunHeader.Basis(Long.parseLong(text(json, "seed")), earlier(json), Map.of(), ""),
                new StoredSpace(text(json, "fingerprint")),
                Instant.parse(text(json, "createdAt")));
    }

    private static List<String> earlier(Map<String, Object> json) {
        return json.get("earlier") instanceof List<?> lines
                ? lines.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Map<String, Object> json, String key) {
        Object value = json.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " must be there");
        }
        return value.toString();
    }
}
