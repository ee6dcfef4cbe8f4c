// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import dev.hpo.trial.StoredSpace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is kept of a run beside its trials.
 *
 * @param id which run it is
 * @param goal what it searches for
 * @param basis what decides its course beside its space
 * @param space its search space
 * @param createdAt when it began, to the microsecond: what is finer is cut off
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunHeader(RunId id, Goal goal, Basis basis, StoredSpace space, Instant createdAt) {

    /** Creates a header. */
    public RunHeader {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Creates the header of a run that knows of no earlier one.
     *
     * @param id which run it is
     * @param goal what it searches for
     * @param seed the seed of all its randomness
     * @param fingerprint the text of its search space, equal for equal spaces
     * @param createdAt when it began
     */
    public RunHeader(RunId id, Goal goal, long seed, String fingerprint, Instant createdAt) {
        this(id, goal, Basis.of(seed), new StoredSpace(fingerprint), createdAt);
    }

    /** Returns the text of its search space, equal for equal spaces. */
    public String fingerprint() {
        return space.fingerprint();
    }

    /** Returns the seed of all its randomness. */
    public long seed() {
        return basis.seed();
    }

    /** Returns which values are better, and what intermediate ones come to: the last one, where that is not written down. */
    public Aim aim() {
        String name = basis.course().getOrDefault(Basis.OF, Of.LAST.name());
        Of of = Arrays.stream(Of.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(Of.LAST);
        return new Aim(goal.direction(), of);
    }

    /** Returns how many full trainings' worth of steps it may spend, where that is written down; else no limit, as one of trials is no part of its course. */
    public Budget budget() {
        OptionalInt trainings = OptionalInt.empty();
        OptionalLong given = number(Basis.TRAININGS);
        if (given.isPresent() && given.getAsLong() <= Integer.MAX_VALUE) {
            trainings = OptionalInt.of((int) given.getAsLong());
        }
        return new Budget(trainings.orElse(Integer.MAX_VALUE), 1, trainings, number(Basis.STEPS));
    }

    private OptionalLong number(String setting) {
        String text = basis.course().getOrDefault(setting, "");
        return text.matches("[1-9]\\d{0,17}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Returns this header as that of a run that goes on under other settings. */
    RunHeader with(Basis otherBasis, StoredSpace otherSpace) {
        return new RunHeader(id, goal, otherBasis, otherSpace, createdAt);
    }

    /**
     * What decides the course of a run.
     *
     * @param seed the seed of all its randomness
     * @param earlier what it was warm-started from, a line for each earlier study; empty if it was not
     * @param course the settings that decide it, such as the sampler, by their names; a run is continued only under the same
     * @param code a hash of the classes that decide it; empty if it is not known
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Basis(long seed, List<String> earlier, Map<String, String> course, String code) {

        /** The setting that has what the sampler says of itself, for people: it says no more than the others, and may be put in other words. */
        public static final String SAMPLER_DESCRIPTION = "sampler description";

        /** The setting that says what the intermediate values of a trial come to, as {@link Of} names it. */
        public static final String OF = "of";

        /** The setting that says how many full trainings' worth of steps may be spent. */
        public static final String TRAININGS = "trainings";

        /** The setting that says which the last step of a full training is. */
        public static final String STEPS = "steps";

        /** Creates a basis. */
        public Basis {
            earlier = List.copyOf(earlier);
            course = Collections.unmodifiableMap(new TreeMap<>(course));
        }

        /** Returns a basis of which only the seed is known. */
        public static Basis of(long seed) {
            return new Basis(seed, List.of(), Map.of(), "");
        }
    }

    /**
     * What a run searches for.
     *
     * @param metric what the objective value is: {@code validation loss}
     * @param direction which values are better
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Goal(String metric, Direction direction) {}
}
