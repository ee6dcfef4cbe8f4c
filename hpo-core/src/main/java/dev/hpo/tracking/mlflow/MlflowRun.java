// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as MLflow has it.
 *
 * @param id how MLflow calls it
 * @param status {@code RUNNING}, {@code FINISHED}, {@code FAILED} or {@code KILLED}
 * @param artifacts where its files are
 * @param begin when it began, in milliseconds
 * @param tags its tags
 */
record MlflowRun(String id, String status, String artifacts, long begin, Map<String, String> tags) {

    MlflowRun {
        tags = Map.copyOf(tags);
    }

    /** Reads a run out of an answer. */
    static MlflowRun of(@Nullable Object answer) throws IOException {
        if (answer instanceof Map<?, ?> run
                && run.get("info") instanceof Map<?, ?> info
                && info.get("run_id") instanceof String id) {
            return new MlflowRun(id, text(info, "status"), text(info, "artifact_uri"), begin(info), tags(run));
        }
        throw new IOException("what it answers is not of MLflow");
    }

    private static Map<String, String> tags(Map<?, ?> run) {
        Map<String, String> tags = new HashMap<>();
        if (run.get("data") instanceof Map<?, ?> data && data.get("tags") instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> tag) {
                    tags.put(text(tag, "key"), text(tag, "value"));
                }
            }
        }
        return tags;
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    private static long begin(Map<?, ?> info) {
        return info.get("start_time") instanceof Number millis ? millis.longValue() : Instant.EPOCH.toEpochMilli();
    }

    boolean isRunning() {
        return status.equals("RUNNING");
    }
}
