// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.line.OwnAttributes;
import dev.hpo.storage.journal.line.Shown;
import dev.hpo.trial.StoredSpace;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of a run in the attributes of the study that it is in Optuna's terms. Whole numbers of 64 bits are texts. */
final class RunAttributes {

    /** Rises when the meaning of a key changes; new keys may come at any time. */
    private static final long FORMAT = 1;

    private static final String SPACE = "hpo:space";
    private static final String ENDED = "hpo:ended";
    private static final String ELAPSED = "hpo:elapsed:";
    private static final Pattern PART = Pattern.compile(ELAPSED + "[1-9]\\d{0,8}");
    private static final String METRICS = "study:metric_names";

    private final String run;
    private final Map<String, @Nullable Object> attributes;

    private RunAttributes(StoredStudy stored) {
        this.run = stored.name();
        this.attributes = stored.systemAttributes();
    }

    /** Returns the attributes of a run that begins. */
    static List<Attribute> of(RunHeader header) {
        List<Attribute> all = new ArrayList<>();
        RunSeries series = header.id().series();
        all.add(Attribute.system("hpo:format", FORMAT));
        all.add(Attribute.system("hpo:study", series.study()));
        all.add(Attribute.system("hpo:kind", series.kind().name()));
        if (series.search().isPresent()) {
            all.add(Attribute.system("hpo:search", (long) series.search().getAsInt()));
        }
        all.add(Attribute.system("hpo:run", (long) header.id().number()));
        all.add(Attribute.system("hpo:seed", Long.toString(header.seed())));
        all.add(Attribute.system("hpo:fingerprint", header.fingerprint()));
        all.addAll(course(header.basis(), header.space()));
        all.add(Attribute.system("hpo:created_at", header.createdAt().toString()));
        all.addAll(forPeople(header));
        return all;
    }

    /** Returns what a dashboard is to show of a run. */
    private static List<Attribute> forPeople(RunHeader header) {
        List<Attribute> shown = new ArrayList<>();
        shown.add(Attribute.user("seed", Long.toString(header.seed())));
        Map<String, String> course = header.basis().course();
        for (String key : List.of("sampler", "pruner", "version")) {
            if (course.containsKey(key)) {
                shown.add(Attribute.user(key.equals("version") ? "hpo" : key, course.get(key)));
            }
        }
        if (!header.space().type().isEmpty()) {
            shown.add(Attribute.user("configuration", header.space().type()));
        }
        return shown;
    }

    /** Returns what decides the course of a run beside its seed and the parameters of its space. */
    static List<Attribute> course(RunHeader.Basis basis, StoredSpace space) {
        List<Attribute> course = new ArrayList<>();
        if (!space.description().isEmpty()) {
            course.add(Attribute.system(SPACE, space.description()));
        }
        course.add(Attribute.system("hpo:earlier", basis.earlier()));
        course.add(Attribute.system("hpo:course", new LinkedHashMap<>(basis.course())));
        course.add(Attribute.system("hpo:code", basis.code()));
        return course;
    }

    /** Returns the attribute that some readers want to come after all others of a study. */
    static Attribute last(RunHeader header) {
        return Attribute.system(METRICS, List.of(header.goal().metric()));
    }

    static Attribute ended(RunEnd end) {
        return Attribute.system(ENDED, text(end));
    }

    static Map<String, Object> text(RunEnd end) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("kind", end.kind().name());
        text.put("reason", end.reason());
        return text;
    }

    static Attribute going() {
        return Attribute.system(ENDED, "");
    }

    static Attribute elapsed(long part, Duration elapsed) {
        return Attribute.system(ELAPSED + part, elapsed.toMillis());
    }

    /** Returns how long a run took, as its ends say, by the number of the part. */
    static Map<Long, Duration> elapsed(StoredStudy stored) {
        Map<Long, Duration> parts = new LinkedHashMap<>();
        stored.systemAttributes().forEach((key, value) -> {
            if (PART.matcher(key).matches() && OwnAttributes.isElapsed(value)) {
                parts.put(Long.valueOf(key.substring(ELAPSED.length())), Duration.ofMillis((Long) value));
            }
        });
        return parts;
    }

    /**
     * Reads what a run began with.
     *
     * @return empty if it is none of ours
     * @throws StorageException if it is ours, and cannot be read
     */
    static Optional<RunHeader> header(StoredStudy stored) {
        RunAttributes attributes = new RunAttributes(stored);
        Object format = attributes.attributes.get("hpo:format");
        if (format == null) {
            return Optional.empty();
        }
        if (!(format instanceof Number version) || version.doubleValue() != FORMAT) {
            throw attributes.wrong(
                    "hpo:format", format, "must be " + FORMAT + "; read it with the version that wrote it");
        }
        if (stored.directions().size() != 1) {
            throw attributes.wrong("directions", stored.directions(), "must be one");
        }
        RunHeader header = attributes.header(stored.directions().get(0));
        if (!header.id().toString().equals(stored.name())) {
            throw attributes.wrong(
                    "hpo:run",
                    header.id().toString(),
                    "must be the name; a line before it is damaged, so that it is another one's");
        }
        return Optional.of(header);
    }

    /** Reads what a run began with; empty if it is none of ours, or cannot be read. */
    static Optional<RunHeader> readable(StoredStudy stored) {
        try {
            return header(stored);
        } catch (StorageException e) {
            return Optional.empty();
        }
    }

    /** Returns operations that set attributes of a run, and keep last what has to be. */
    static List<Operation> changes(StoredStudy study, RunHeader header, List<Attribute> attributes) {
        return Stream.concat(attributes.stream(), Stream.of(last(header)))
                .<Operation>map(attribute -> new Operation.StudyAttribute(study.id(), attribute))
                .toList();
    }

    private RunHeader header(dev.hpo.trial.Direction direction) {
        RunKind kind = kind(text("hpo:kind"));
        OptionalInt search = kind == RunKind.SEARCH ? OptionalInt.empty() : OptionalInt.of(integer("hpo:search"));
        RunSeries series = new RunSeries(text("hpo:study"), kind, search);
        return new RunHeader(
                new RunId(series, integer("hpo:run")),
                new RunHeader.Goal(metric(), direction),
                new RunHeader.Basis(
                        number(run, "hpo:seed", text("hpo:seed")), texts("hpo:earlier"), course(), text("hpo:code")),
                space(),
                instant("hpo:created_at"));
    }

    /** A description that is no object says as little as none: it is not needed to read the run. */
    private StoredSpace space() {
        String fingerprint = text("hpo:fingerprint");
        Map<String, Object> description = new LinkedHashMap<>();
        if (attributes.get(SPACE) instanceof Map<?, ?> stored) {
            stored.forEach((key, value) -> {
                if (value != null) {
                    description.put(String.valueOf(key), value);
                }
            });
        }
        return new StoredSpace(fingerprint, description);
    }

    /** Returns how a run ended, the last time that it did. */
    static Optional<RunEnd> end(StoredStudy stored) {
        return end(stored.systemAttributes().get(ENDED));
    }

    /** Returns what an attribute says of an end, if it does. */
    static Optional<RunEnd> end(@Nullable Object attribute) {
        if (!(attribute instanceof Map<?, ?> end)) {
            return Optional.empty();
        }
        boolean isFinished = RunEnd.Kind.FINISHED.name().equals(end.get("kind"));
        return Optional.of(new RunEnd(
                isFinished ? RunEnd.Kind.FINISHED : RunEnd.Kind.INTERRUPTED, String.valueOf(end.get("reason"))));
    }

    private String metric() {
        return attributes.get(METRICS) instanceof List<?> names && !names.isEmpty()
                ? String.valueOf(names.get(0))
                : "value";
    }

    private RunKind kind(String text) {
        try {
            return RunKind.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw wrong("hpo:kind", text, "must be one of " + List.of(RunKind.values()));
        }
    }

    private Map<String, String> course() {
        Map<String, String> course = new LinkedHashMap<>();
        if (attributes.get("hpo:course") instanceof Map<?, ?> stored) {
            stored.forEach((key, value) -> course.put(String.valueOf(key), String.valueOf(value)));
        }
        return course;
    }

    private List<String> texts(String key) {
        return attributes.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private Instant instant(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeParseException e) {
            throw wrong(key, attributes.get(key), "must be a time such as 2026-02-03T04:05:06Z");
        }
    }

    private int integer(String key) {
        Object value = attributes.get(key);
        if (value instanceof Number number && number.doubleValue() == number.intValue() && number.intValue() > 0) {
            return number.intValue();
        }
        throw wrong(key, value, "must be a whole number of at least 1");
    }

    private String text(String key) {
        Object value = attributes.get(key);
        if (value instanceof String text) {
            return text;
        }
        throw wrong(key, value, "must be a text");
    }

    private static long number(String run, String key, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrong(run, key, text, "must be a whole number");
        }
    }

    private StorageException wrong(String key, @Nullable Object value, String rule) {
        return wrong(run, key, value, rule);
    }

    private static StorageException wrong(String run, String key, @Nullable Object value, String rule) {
        return new StorageException("run " + run + ": " + key + " (" + Shown.of(value) + ") " + rule);
    }
}
