// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static dev.hpo.storage.AttributeValues.instant;
import static dev.hpo.storage.AttributeValues.numbers;
import static dev.hpo.storage.AttributeValues.whole;

import dev.hpo.storage.journal.StoredTrial;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Attributes;
import dev.hpo.storage.journal.line.OwnAttributes;
import dev.hpo.storage.journal.line.Shown;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a trial in its attributes: those for people are its own, those for programs what Optuna has no place for. Whole numbers
 * of 64 bits are texts.
 */
final class TrialAttributes {

    /** Where Optuna keeps what a queued trial is to try: values by the names of parameters, as it hands them out. */
    static final String FIXED = "fixed_params";

    /** How many of its intermediate values a trial has from the paused one that it goes on with. */
    static final String INHERITED = "hpo:inherited";

    private static final String SEED = "hpo:seed";
    private static final String SOURCE = "hpo:source";
    private static final String PARENT = "hpo:parent";
    private static final String FORK = StoredTrial.FORK;
    private static final String NOTES = "hpo:notes";
    private static final String HOLDER = "hpo:holder";
    private static final String VALUES = "hpo:values";
    private static final String OBSERVATIONS = "hpo:observations";
    private static final String METRIC = "hpo:metric:";
    private static final String MICROS = "hpo:micros:";
    private static final String PRUNED = "hpo:pruned";
    private static final String PAUSED = "hpo:paused";
    private static final String FAILURE = "hpo:failure";
    private static final String ELAPSED = OwnAttributes.ELAPSED;
    private static final String MOVED = "hpo:moved_to";
    private static final String LOST = "lost";

    /** Where Optuna's samplers look for them: at most 0 is fulfilled. */
    private static final String CONSTRAINTS = "constraints";

    /** What a dashboard shows of a failure, unless the user has an attribute of this name. */
    private static final String SHOWN = "failure";

    private final StoredTrial trial;
    private final Map<String, @Nullable Object> system;

    TrialAttributes(StoredTrial trial) {
        this.trial = trial;
        this.system = trial.systemAttributes();
    }

    /** Returns those of a trial that begins, in a map that can grow. */
    static Map<String, @Nullable Object> start(TrialStart start, int id, String holder) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put(StoredTrial.NUMBER, (long) start.number());
        all.put(StoredTrial.ID, (long) id);
        all.put(SEED, Long.toString(start.seed()));
        all.put(SOURCE, start.origin().source().name());
        if (start.origin().parent().isPresent()) {
            all.put(PARENT, (long) start.origin().parent().getAsInt());
        }
        if (start.origin().fork().isPresent()) {
            all.put(FORK, (long) start.origin().fork().getAsInt());
        }
        if (!start.origin().notes().isEmpty()) {
            all.put(NOTES, new TreeMap<>(start.origin().notes()));
        }
        all.put(HOLDER, holder);
        return all;
    }

    /**
     * Returns what begins a further attempt.
     *
     * @param lost how many of those before it were lost
     */
    static Attribute attempt(TrialStart start, String holder, int lost) {
        Map<String, Object> attempt = new LinkedHashMap<>();
        attempt.put("number", (long) start.key().attempt());
        attempt.put("startedAt", start.startedAt().toString());
        attempt.put("holder", holder);
        attempt.put(LOST, (long) lost);
        return Attribute.system(StoredTrial.ATTEMPT, attempt);
    }

    /**
     * Returns what a part of a run took so far.
     *
     * @param part the number of the part
     */
    static Attribute elapsed(int part, Duration elapsed) {
        return Attribute.system(ELAPSED, List.of((long) part, elapsed.toMillis()));
    }

    /** Returns those of a trial that ends. */
    static Attributes end(TrialRecord trial) {
        Map<String, @Nullable Object> system = new LinkedHashMap<>();
        if (trial.observations().stream()
                .anyMatch(observation -> !observation.others().isEmpty())) {
            system.put(OBSERVATIONS, ObservationRows.of(trial.observations()));
        }
        new TreeMap<>(trial.progress().metrics()).forEach((name, values) -> {
            system.put(METRIC + name, ObservationRows.of(values));
            if (values.stream().anyMatch(value -> value.micros() != Observation.UNTIMED)) {
                system.put(MICROS + name, ObservationRows.times(values));
            }
        });
        Map<String, @Nullable Object> user =
                new LinkedHashMap<>(new TreeMap<>(trial.progress().attributes()));
        if (trial.outcome() instanceof Outcome.Complete complete) {
            if (complete.values().size() > 1) {
                system.put(VALUES, complete.values());
            }
            if (!complete.constraints().isEmpty()) {
                system.put(CONSTRAINTS, complete.constraints());
            }
        } else if (trial.outcome() instanceof Outcome.Pruned pruned) {
            system.put(PRUNED, pruned.reason());
            if (pruned.isPaused()) {
                system.put(PAUSED, true);
            }
        } else if (trial.outcome() instanceof Outcome.Failed failed) {
            add(failed.failure(), user, system);
        }
        return new Attributes(user, system);
    }

    private static void add(Failure failure, Map<String, @Nullable Object> user, Map<String, @Nullable Object> system) {
        boolean isShown = !user.containsKey(SHOWN);
        system.put(FAILURE, failure(failure, isShown));
        if (isShown) {
            user.put(SHOWN, failure.message().lines().findFirst().orElse(""));
        }
    }

    /**
     * Returns those that a queued trial ends with when a later run takes it.
     *
     * @param run the name of that run
     * @param number its number there
     */
    static Attributes moved(String run, int number) {
        Map<String, @Nullable Object> system = new LinkedHashMap<>();
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("run", run);
        place.put("trial", (long) number);
        system.put(MOVED, place);
        add(movedTo(run, number), user, system);
        return new Attributes(user, system);
    }

    /** Returns why a queued trial has ended that a later run has taken. */
    static Failure movedTo(String run, int number) {
        return Failure.of(Failure.Kind.MOVED, "queued, and taken by " + run + " as trial " + number);
    }

    private static Map<String, Object> failure(Failure failure, boolean isShown) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("kind", failure.kind().name());
        text.put("message", failure.message());
        text.put("trace", failure.trace());
        text.put("shown", isShown);
        return text;
    }

    /**
     * Checks that a trial of ours has the number that it was begun with: it is the number of trials in the file before it, so that a damaged
     * line makes what follows somebody else's.
     *
     * @throws IllegalArgumentException if it has another one
     */
    void requireNumber() {
        Object number = system.get(StoredTrial.NUMBER);
        if (number != null && whole(StoredTrial.NUMBER, number) != trial.number()) {
            throw new IllegalArgumentException(
                    StoredTrial.NUMBER + " (" + Shown.of(number) + ") must be " + trial.number()
                            + "; a line before it is damaged, so that the results of its trials are mixed up: begin a new run, or restore the file");
        }
    }

    Optional<Long> seed() {
        return Optional.ofNullable(system.get(SEED)).map(text -> whole(SEED, text));
    }

    int attempt() {
        return system.get(StoredTrial.ATTEMPT) instanceof Map<?, ?> attempt
                ? (int) whole(StoredTrial.ATTEMPT, attempt.get("number"))
                : 0;
    }

    /** Returns who runs the last attempt, or ran it; empty if it is nobody of ours. */
    Optional<String> holder() {
        Object holder = system.get(StoredTrial.ATTEMPT) instanceof Map<?, ?> attempt
                ? attempt.get("holder")
                : system.get(HOLDER);
        return holder instanceof String name ? Optional.of(name) : Optional.empty();
    }

    /** Returns how many attempts before the last one were lost. */
    int lostBefore() {
        return system.get(StoredTrial.ATTEMPT) instanceof Map<?, ?> attempt && attempt.get(LOST) instanceof Number lost
                ? lost.intValue()
                : 0;
    }

    /** Returns when the last attempt began, if it is not the first. */
    Optional<Instant> startedAt() {
        return system.get(StoredTrial.ATTEMPT) instanceof Map<?, ?> attempt
                ? Optional.of(instant(attempt.get("startedAt")))
                : Optional.empty();
    }

    /** Returns the part of the run that wrote of this trial last, and how long it had taken then, if it is written down. */
    Optional<Map.Entry<Long, Duration>> elapsed() {
        return system.get(ELAPSED) instanceof List<?> pair
                        && pair.size() == 2
                        && pair.get(0) instanceof Number part
                        && pair.get(1) instanceof Number millis
                        && millis.longValue() >= 0
                ? Optional.of(Map.entry(part.longValue(), Duration.ofMillis(millis.longValue())))
                : Optional.empty();
    }

    /** Returns whether this library has begun the trial, and no other tool. */
    boolean isOurs() {
        return system.containsKey(SEED) && trial.state() != TrialState.WAITING;
    }

    /** Returns whether somebody has begun the trial; not if it is queued, or was and has ended so. */
    boolean hasBegun() {
        return switch (trial.state()) {
            case WAITING -> false;
            case RUNNING, COMPLETE, PRUNED -> true;
            case FAILED -> trial.startedAt().isPresent() || !system.containsKey(FIXED);
        };
    }

    /** Returns where the configuration came from. */
    Origin origin() {
        if (!isOurs()) {
            return hasBegun() ? Origin.of(Origin.Source.OTHER) : Origin.ofStorage();
        }
        Map<String, String> notes = new HashMap<>();
        if (system.get(NOTES) instanceof Map<?, ?> stored) {
            stored.forEach((key, value) -> notes.put(String.valueOf(key), String.valueOf(value)));
        }
        return new Origin(
                constant(Origin.Source.class, system.getOrDefault(SOURCE, Origin.Source.SAMPLER.name()))
                        .orElse(Origin.Source.OTHER),
                earlier(PARENT),
                earlier(FORK),
                notes);
    }

    /** Returns the number of another trial, of which this one has its beginning. */
    private OptionalInt earlier(String key) {
        Object number = system.get(key);
        return number == null ? OptionalInt.empty() : OptionalInt.of((int) whole(key, number));
    }

    /** Returns what it has reported. */
    Progress progress() {
        List<Observation> observations = observations();
        Progress progress =
                new Progress(observations, metrics(), forPeople(), Math.min(inherited(), observations.size()));
        return trial.state() == TrialState.RUNNING ? Interim.read(system, attempt(), progress) : progress;
    }

    /** Returns how many of its intermediate values the trial has inherited, as it stands. */
    int inherited() {
        return system.get(INHERITED) instanceof Long number && !system.containsKey(StoredTrial.ANEW)
                ? (int) Math.max(0, number)
                : 0;
    }

    /** Returns what says that a trial has begun anew, and thus has inherited nothing. */
    static Attribute anew() {
        return Attribute.system(StoredTrial.ANEW, true);
    }

    private List<Observation> observations() {
        Object rows = system.get(OBSERVATIONS);
        List<Observation> curve = trial.curve().observations();
        return rows == null ? curve : ObservationRows.read(OBSERVATIONS, rows, ObservationRows.times(rows, curve));
    }

    private Map<String, List<Observation>> metrics() {
        Map<String, List<Observation>> metrics = new HashMap<>();
        system.forEach((key, rows) -> {
            if (key.startsWith(METRIC)) {
                String name = key.substring(METRIC.length());
                metrics.put(name, ObservationRows.read(key, rows, system.get(MICROS + name)));
            }
        });
        return metrics;
    }

    private Map<String, String> forPeople() {
        boolean isShown = system.get(FAILURE) instanceof Map<?, ?> failure && Boolean.TRUE.equals(failure.get("shown"));
        Map<String, String> texts = new HashMap<>();
        trial.userAttributes().forEach((key, value) -> {
            if (!(isShown && key.equals(SHOWN))) {
                texts.put(key, String.valueOf(value));
            }
        });
        return texts;
    }

    Outcome outcome() {
        return switch (trial.state()) {
            case WAITING -> new Outcome.Waiting(Optional.empty());
            case RUNNING -> new Outcome.Running();
            case COMPLETE -> complete();
            case PRUNED ->
                new Outcome.Pruned(
                        String.valueOf(system.getOrDefault(PRUNED, "")), Boolean.TRUE.equals(system.get(PAUSED)));
            case FAILED -> new Outcome.Failed(failure());
        };
    }

    /** Optuna lets values be complete that we do not. */
    private Outcome complete() {
        List<Double> values = system.get(VALUES) instanceof List<?> all ? numbers(VALUES, all) : trial.values();
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            return new Outcome.Failed(
                    Failure.of(Failure.Kind.NOT_FINITE, "objective value (" + values + ") must be finite"));
        }
        return new Outcome.Complete(
                values, system.get(CONSTRAINTS) instanceof List<?> all ? numbers(CONSTRAINTS, all) : List.of());
    }

    private Failure failure() {
        if (system.get(FAILURE) instanceof Map<?, ?> failure) {
            Object kind = failure.get("kind");
            String message = String.valueOf(failure.get("message"));
            String trace = String.valueOf(failure.get("trace"));
            return constant(Failure.Kind.class, kind)
                    .map(known -> new Failure(known, message, trace))
                    .orElseGet(() -> new Failure(Failure.Kind.UNKNOWN, kind + ": " + message, trace));
        }
        return Failure.of(Failure.Kind.EXCEPTION, "failed where another tool ran it");
    }

    /** Returns a constant by its name; empty if only a later version knows it. */
    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable Object name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
