// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import dev.hpo.annotations.Experimental;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a training lived through: its steps in segments, each with the configuration that held for it. Immutable, and equal to another with
 * the same segments.
 *
 * <p>Only parameters that are {@link Parameter#isAdjustable adjustable} differ between the segments. Steps count as a trial reports them: the
 * first of a training is 1, and step 30 is what comes between the reports of 29 and 30. So a loop that trains asks for the step that
 * it is about to run:
 *
 * <pre>{@code
 * Schedule<MlpConfig> schedule = Schedule.load(MlpConfigSpace.SPACE, Path.of("schedule.properties"));
 * Mlp model = Mlp.init(schedule.at(1), seed);
 * for (int epoch = 1; epoch <= schedule.steps(); epoch++) {
 *     model.fitOneEpoch(train, schedule.at(epoch).learningRate());
 * }
 * }</pre>
 *
 * <p>In a {@code .properties} file, what holds at all steps stands once, and what changes once for each segment, behind its first
 * and last step:
 *
 * <pre>
 * hiddenUnits = 64
 *
 * 1-10.learningRate = 0.1
 * 11-30.learningRate = 0.02
 * </pre>
 *
 * @param <T> the configuration type
 */
@Experimental
public final class Schedule<T> {

    private static final long LIMIT = 1_000_000_000_000_000_000L;

    private final Space<T> space;
    private final List<Segment<T>> segments;

    private Schedule(Space<T> space, List<Segment<T>> segments) {
        this.space = space;
        this.segments = List.copyOf(segments);
    }

    /**
     * Some steps that follow one another, and what held for them. Equal to another with the same steps and the same configuration.
     *
     * @param from the first step; at least 1
     * @param to the step after the last one; above {@code from}
     * @param configuration the configuration
     * @param value the instance that it stands for: the same each time, so do not change it if it is mutable
     * @param <T> the configuration type
     */
    @Experimental
    public record Segment<T>(long from, long to, Configuration configuration, T value) {

        /** Creates a segment, checking its steps. */
        public Segment {
            if (from < 1 || to <= from) {
                throw new IllegalArgumentException(
                        "steps (" + from + " to before " + to + ") must begin at 1 or later, and end after they begin");
            }
        }

        /** Returns the first and the last step, as files have them: {@code 1-10}. */
        public String label() {
            return from + "-" + (to - 1);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Segment<?> that
                    && from == that.from
                    && to == that.to
                    && configuration.equals(that.configuration);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(from) + 31 * configuration.hashCode();
        }
    }

    /**
     * Returns a builder of a schedule without any segment.
     *
     * @throws IllegalStateException if another parameter exists only with certain values of an adjustable one
     * @throws ConfigurationException if the name of a parameter could be taken for steps, such as {@code 1-10}
     */
    public static <T> Builder<T> builder(Space<T> space) {
        ScheduleReader.requireFit(space);
        return new Builder<>(space);
    }

    /** Collects the segments of a schedule, one after the other. Not safe for use by several threads. */
    @Experimental
    public static final class Builder<T> {

        private final Space<T> space;
        private final List<Segment<T>> segments = new ArrayList<>();
        private long next = 1;

        private Builder(Space<T> space) {
            this.space = space;
        }

        /**
         * Adds a segment that follows on those before, or begins at step 1.
         *
         * @param last its last step, as a trial reports it; above that of the segment before, and below 10^18
         * @param configuration what holds for it
         * @throws ConfigurationException if the configuration does not fit the space, or differs from those before in a parameter that is not
         *     {@link Parameter#isAdjustable adjustable}; the message names every fault
         * @throws IllegalArgumentException if the step is out of its range, or if the constructor of the type rejects the values
         */
        public Builder<T> until(long last, Configuration configuration) {
            if (last < next || last >= LIMIT) {
                throw new IllegalArgumentException("last step (" + last + ") must be at least " + next
                        + ", where the segment begins, and below 10^18");
            }
            space.check(configuration);
            if (!segments.isEmpty()) {
                List<String> faults = fixed(space, List.of(segments.get(0).configuration(), configuration));
                if (!faults.isEmpty()) {
                    throw new ConfigurationException(String.join("\n", faults));
                }
            }
            segments.add(new Segment<>(next, last + 1, configuration, decode(next + "-" + last, configuration)));
            next = last + 1;
            return this;
        }

        private T decode(String steps, Configuration configuration) {
            try {
                return space.decode(configuration);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("steps (" + steps + "): " + e.getMessage(), e);
            }
        }

        /**
         * Returns the schedule.
         *
         * @throws IllegalStateException if there is no segment
         */
        public Schedule<T> build() {
            if (segments.isEmpty()) {
                throw new IllegalStateException("schedule (of no steps) must have a segment; add one with until");
            }
            return new Schedule<>(space, segments);
        }
    }

    /** Returns an error for each parameter that differs and must not. */
    static List<String> fixed(Space<?> space, List<Configuration> configurations) {
        return differing(space, configurations).stream()
                .filter(parameter -> !parameter.isAdjustable())
                .map(parameter -> parameter.name()
                        + " must be the same at all steps, as it may not change while a model trains; write the same"
                        + " value, or mark it with @Adjustable")
                .toList();
    }

    /** Returns the parameters that have two values in some configurations. */
    private static List<Parameter<?>> differing(Space<?> space, List<Configuration> configurations) {
        List<Parameter<?>> found = new ArrayList<>();
        for (Parameter<?> parameter : space.parameters()) {
            long values = configurations.stream()
                    .filter(configuration -> configuration.contains(parameter))
                    .map(configuration -> configuration.raw(parameter))
                    .distinct()
                    .limit(2)
                    .count();
            if (values > 1) {
                found.add(parameter);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Reads a schedule from a {@code .properties} file.
     *
     * @throws IOException if the file cannot be read
     * @throws ConfigurationException as {@link #read} does, or if the file is not in UTF-8
     * @throws IllegalArgumentException if the constructor of the type rejects the values
     */
    public static <T> Schedule<T> load(Space<T> space, Path file) throws IOException {
        space.requireAccepted();
        return Utf8.load(file, (reader, source) -> read(space, reader, source));
    }

    /**
     * Reads a schedule from a {@code .properties} file that is a resource of the program.
     *
     * @param name its name, as {@link Class#getResource} takes it: beside the configuration type, or from the root of the class path
     *     if it begins with a slash
     * @throws IOException if there is none of that name, or if it cannot be read
     * @throws ConfigurationException as {@link #load} does
     * @throws IllegalArgumentException if the constructor of the type rejects the values
     */
    public static <T> Schedule<T> loadResource(Space<T> space, String name) throws IOException {
        return Utf8.loadResource(space.type(), name, (reader, source) -> read(space, reader, source));
    }

    /**
     * Reads a schedule. A key may be a parameter's former name.
     *
     * @param source what errors call the text, such as its file name
     * @throws IOException if the text cannot be read
     * @throws ConfigurationException if there are no steps, if a step is in no segment or in two, or if a key is missing, unknown, given twice,
     *     out of its domain, or of a parameter that must not change; the message names the source and every fault
     * @throws IllegalArgumentException if the constructor of the type rejects the values
     */
    public static <T> Schedule<T> read(Space<T> space, Reader reader, String source) throws IOException {
        return new ScheduleReader<>(space, source).read(reader);
    }

    /**
     * Writes this schedule. The text is exact, in the order of the steps and of the space, and free of dates, so that equal schedules give
     * equal files.
     *
     * @param comment lines for the head of the file, which may be empty
     * @throws IOException if the target cannot be written
     */
    public void write(String comment, Appendable target) throws IOException {
        PropertyLines.comment(comment, target);
        Set<Parameter<?>> changing = new LinkedHashSet<>(changing());
        Configuration first = segments.get(0).configuration();
        boolean isApart = false;
        for (Parameter<?> parameter : space.parameters()) {
            if (first.contains(parameter) && !changing.contains(parameter)) {
                PropertyLines.append(parameter.name(), text(parameter, first), target);
                isApart = true;
            }
        }
        for (Segment<T> segment : segments) {
            target.append(isApart ? "\n" : "");
            isApart = changing.size() > 1;
            if (changing.isEmpty()) {
                target.append(segment.label()).append(" =\n");
            }
            for (Parameter<?> parameter : changing) {
                String key = segment.label() + "." + parameter.name();
                PropertyLines.append(key, text(parameter, segment.configuration()), target);
            }
        }
    }

    private static String text(Parameter<?> parameter, Configuration configuration) {
        return parameter.domain().text(configuration.raw(parameter));
    }

    /**
     * Returns what holds for a step: the same instance for each of a segment, so do not change it if it is mutable.
     *
     * @param step the step, as a trial reports it; 0, before the first one, gets what the first gets, and one after the last what the
     *     last gets
     * @throws IllegalArgumentException if it is below 0
     */
    public T at(long step) {
        return segmentAt(step).value();
    }

    /**
     * Returns the segment of a step.
     *
     * @param step the step, as of {@link #at}
     * @throws IllegalArgumentException if it is below 0
     */
    public Segment<T> segmentAt(long step) {
        if (step < 0) {
            throw new IllegalArgumentException("step (" + step + ") must be at least 0; steps count from 1");
        }
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (step < segments.get(middle).to()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return segments.get(low);
    }

    /** Returns the segments in their order, at least one; unmodifiable. */
    public List<Segment<T>> segments() {
        return segments;
    }

    /** Returns the number of steps, which is also the last one; at least 1. */
    public long steps() {
        return segments.get(segments.size() - 1).to() - 1;
    }

    /** Returns the parameters that have not the same value at all steps, in the order of the space; possibly none. */
    public List<Parameter<?>> changing() {
        return differing(space, segments.stream().map(Segment::configuration).toList());
    }

    /** Returns the space of the configurations. */
    public Space<T> space() {
        return space;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule<?> that && segments.equals(that.segments);
    }

    @Override
    public int hashCode() {
        return segments.hashCode();
    }

    @Override
    public String toString() {
        return segments.stream()
                .map(segment -> segment.label() + ": " + space.display(segment.configuration()))
                .collect(Collectors.joining("; "));
    }
}
