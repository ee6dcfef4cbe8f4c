// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a trial has reported.
 *
 * @param observations the intermediate values of the objective, by rising step
 * @param metrics further values by name, each by rising step
 * @param attributes facts for people and reports, by key
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Progress(
        List<Observation> observations, Map<String, List<Observation>> metrics, Map<String, String> attributes) {

    /** Nothing reported. */
    public static final Progress NONE = new Progress(List.of(), Map.of(), Map.of());

    /** Creates a progress. */
    public Progress {
        observations = Observations.copyOf(observations);
        metrics = copyOf(metrics);
        attributes = Map.copyOf(attributes);
    }

    /** Returns what all intermediate values come to; it takes the same time for many as for few. */
    public CurveFacts curve() {
        return curve(observations.size());
    }

    /**
     * Returns what the first intermediate values come to; it takes the same time for many as for few.
     *
     * @param first how many of them; at least 0, at most all
     */
    public CurveFacts curve(int first) {
        return Observations.copyOf(observations).facts(first);
    }

    /** Returns this progress with one more intermediate value. */
    public Progress with(Observation observation) {
        return new Progress(Observations.copyOf(observations).plus(observation), metrics, attributes);
    }

    /** Returns this progress with one more value of a metric. */
    public Progress withMetric(String name, Observation observation) {
        Map<String, List<Observation>> all = new HashMap<>(metrics);
        all.put(name, Observations.copyOf(metrics.getOrDefault(name, List.of())).plus(observation));
        return new Progress(observations, all, attributes);
    }

    /** Returns this progress with an attribute, which replaces one of the same key. */
    public Progress withAttribute(String key, String value) {
        Map<String, String> all = new HashMap<>(attributes);
        all.put(key, value);
        return new Progress(observations, metrics, all);
    }

    private static Map<String, List<Observation>> copyOf(Map<String, List<Observation>> metrics) {
        if (metrics.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Observation>> copy = new HashMap<>();
        metrics.forEach((name, observations) -> copy.put(name, Observations.copyOf(observations)));
        return Map.copyOf(copy);
    }
}
