// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads back what {@link TrialJson} writes, to the same bits. Keys that it does not know are left alone. */
@API(status = Status.INTERNAL, since = "0.1")
public final class TrialJsonReader {

    private final Space<?> space;

    /**
     * Creates a reader.
     *
     * @param space the space of the trials, which knows the types of the values
     */
    public TrialJsonReader(Space<?> space) {
        this.space = space;
    }

    /**
     * Reads a trial.
     *
     * @param json an object, as maps, lists, numbers and strings
     * @throws IllegalArgumentException if it is not a trial; a {@link ConfigurationException} if its configuration does not
     *     fit the space
     */
    public TrialRecord read(Map<String, Object> json) {
        JsonObject trial = new JsonObject(json);
        try {
            TrialStart start = new TrialStart(
                    new TrialKey(trial.integer("number"), trial.has("attempt") ? trial.integer("attempt") : 0),
                    configuration(trial.object("parameters")),
                    Long.parseLong(trial.text("seed")),
                    origin(trial),
                    Instant.parse(trial.text("startedAt")));
            Optional<Instant> end = trial.optionalText("finishedAt").map(Instant::parse);
            return new TrialRecord(start, progress(trial), outcome(trial), end);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Reads a complete trial of any search space.
     *
     * @param json an object, as maps, lists, numbers and strings
     * @return the trial; empty if it is not complete
     * @throws IllegalArgumentException if it is not a trial
     */
    public static Optional<Projection.Stored> stored(Map<String, Object> json) {
        JsonObject trial = new JsonObject(json);
        trial.integer("number");
        if (trial.constant("state", TrialState.class) != TrialState.COMPLETE) {
            return Optional.empty();
        }
        List<Double> values = new Outcome.Complete(numbers(trial.list("values")), List.of()).values();
        JsonObject parameters = trial.object("parameters");
        Map<String, Object> stored = new HashMap<>();
        parameters.keys().forEach(name -> stored.put(name, parameters.value(name)));
        return Optional.of(new Projection.Stored(stored, values.get(0)));
    }

    private Configuration configuration(JsonObject json) {
        Map<Parameter<?>, Object> values = new HashMap<>();
        for (String name : json.keys()) {
            Parameter<?> parameter = space.parameter(name)
                    .orElseThrow(() -> new ConfigurationException(
                            name + " must be a parameter of " + space.type().getSimpleName()));
            values.put(parameter, raw(parameter, json.value(name)));
        }
        Configuration.Builder builder = Configuration.builder();
        for (Parameter<?> parameter : space.parameters()) {
            Object raw = values.get(parameter);
            if (raw != null) {
                builder.setRaw(parameter, raw);
            }
        }
        Configuration configuration = builder.build();
        space.check(configuration);
        return configuration;
    }

    private static Object raw(Parameter<?> parameter, Object value) {
        if (value instanceof Number number) {
            boolean isReal = number instanceof Double || number instanceof Float;
            return isReal ? (Object) number.doubleValue() : (Object) number.longValue();
        }
        return parameter.parse(value.toString());
    }

    private static Origin origin(JsonObject trial) {
        OptionalInt parent = trial.has("parent") ? OptionalInt.of(trial.integer("parent")) : OptionalInt.empty();
        OptionalInt fork = trial.has("fork") ? OptionalInt.of(trial.integer("fork")) : OptionalInt.empty();
        return new Origin(
                trial.constant("source", Origin.Source.class),
                parent,
                fork,
                trial.object("notes").texts());
    }

    private static Progress progress(JsonObject trial) {
        JsonObject metrics = trial.object("metrics");
        Map<String, List<Observation>> values = new HashMap<>();
        metrics.keys().forEach(name -> values.put(name, observations(metrics.list(name))));
        return new Progress(
                observations(trial.list("observations")),
                values,
                trial.object("attributes").texts(),
                trial.has("inherited") ? trial.integer("inherited") : 0);
    }

    private static List<Observation> observations(List<?> json) {
        List<Observation> observations = new ArrayList<>();
        for (Object pair : json) {
            if (!(pair instanceof List<?> list) || list.size() < 2 || !(list.get(0) instanceof Number step)) {
                throw new IllegalArgumentException("observation (" + pair + ") must be a step and a value");
            }
            List<Double> values = numbers(list.subList(1, list.size()));
            observations.add(new Observation(step.longValue(), values.get(0), values.subList(1, values.size())));
        }
        return observations;
    }

    private static Outcome outcome(JsonObject trial) {
        return switch (trial.constant("state", TrialState.class)) {
            case WAITING -> new Outcome.Waiting(Optional.empty());
            case RUNNING -> new Outcome.Running();
            case COMPLETE -> new Outcome.Complete(numbers(trial.list("values")), numbers(trial.list("constraints")));
            case PRUNED -> new Outcome.Pruned(trial.text("reason"), trial.has("paused"));
            case FAILED -> new Outcome.Failed(failure(trial.object("failure")));
        };
    }

    private static Failure failure(JsonObject json) {
        return new Failure(
                json.constant("kind", Failure.Kind.class),
                json.text("message"),
                json.optionalText("trace").orElse(""));
    }

    private static List<Double> numbers(List<?> json) {
        return json.stream().map(JsonObject::number).toList();
    }
}
