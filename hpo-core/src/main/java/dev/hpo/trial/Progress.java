// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.Collection;
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
 * @param inherited how many of the first intermediate values are those of the trial that this one goes on with; 0 in the usual case
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Progress(
        List<Observation> observations,
        Map<String, List<Observation>> metrics,
        Map<String, String> attributes,
        int inherited) {

    /** Nothing reported. */
    public static final Progress NONE = new Progress(List.of(), Map.of(), Map.of());

    /** Creates a progress. */
    public Progress {
        observations = Observations.copyOf(observations);
        metrics = copyOf(metrics);
        attributes = Map.copyOf(attributes);
        if (inherited < 0 || inherited > observations.size()) {
            throw new IllegalArgumentException("inherited (" + inherited + ") must be from 0 to " + observations.size()
                    + ", the number of observations");
        }
    }

    /**
     * Creates the progress of a trial that goes on with no other one.
     *
     * @param observations the intermediate values of the objective, by rising step
     * @param metrics further values by name, each by rising step
     * @param attributes facts for people and reports, by key
     */
    public Progress(
            List<Observation> observations, Map<String, List<Observation>> metrics, Map<String, String> attributes) {
        this(observations, metrics, attributes, 0);
    }

    /** Returns what a trial begins with that goes on with one of this progress. The times since that one began say nothing of it. */
    public Progress inherit() {
        return new Progress(untimed(observations), Map.of(), Map.of(), observations.size());
    }

    /** Returns what an attempt at a trial begins with that goes on with an earlier attempt, of this progress. The times since that one began say nothing of it. */
    public Progress resume() {
        Map<String, List<Observation>> untimed = new HashMap<>();
        metrics.forEach((name, values) -> untimed.put(name, untimed(values)));
        return new Progress(untimed(observations), untimed, attributes);
    }

    private static List<Observation> untimed(List<Observation> observations) {
        return observations.stream()
                .map(observation -> new Observation(observation.step(), observation.value(), observation.others()))
                .toList();
    }

    /**
     * Returns what of this progress a trial goes on with whose own first intermediate value is at some step. What it has inherited counts only
     * if that is beyond all of it, as else the trial has begun anew; of its own earlier values those before it count.
     */
    public Progress from(long step) {
        if (observations.isEmpty() || observations.get(observations.size() - 1).step() < step) {
            return this;
        }
        List<Observation> before = charged().stream()
                .filter(observation -> observation.step() < step)
                .toList();
        return new Progress(before, metrics, attributes);
    }

    /** Returns the intermediate values that were reported and not inherited. */
    public List<Observation> charged() {
        return observations.subList(inherited, observations.size());
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
        return new Progress(Observations.copyOf(observations).plus(observation), metrics, attributes, inherited);
    }

    /** Returns this progress with one more value of a metric. */
    public Progress withMetric(String name, Observation observation) {
        Map<String, List<Observation>> all = new HashMap<>(metrics);
        all.put(name, Observations.copyOf(metrics.getOrDefault(name, List.of())).plus(observation));
        return new Progress(observations, all, attributes, inherited);
    }

    /** Returns this progress without what was measured of a metric at a step or after it. */
    public Progress withMetricBefore(String name, long step) {
        Map<String, List<Observation>> all = new HashMap<>(metrics);
        all.computeIfPresent(name, (key, values) -> values.stream()
                .filter(value -> value.step() < step)
                .toList());
        all.values().removeIf(List::isEmpty);
        return new Progress(observations, all, attributes, inherited);
    }

    /** Returns this progress without some of its attributes. */
    public Progress withoutAttributes(Collection<String> keys) {
        Map<String, String> rest = new HashMap<>(attributes);
        rest.keySet().removeAll(keys);
        return new Progress(observations, metrics, rest, inherited);
    }

    /** Returns this progress with an attribute, which replaces one of the same key. */
    public Progress withAttribute(String key, String value) {
        Map<String, String> all = new HashMap<>(attributes);
        all.put(key, value);
        return new Progress(observations, metrics, all, inherited);
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
