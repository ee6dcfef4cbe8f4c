// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A study that raises a population, at one moment: its trials are segments of trainings, so that none stands for itself.
 *
 * @param progress how far it has come: {@code generation 7 of 20}
 * @param schedule what the best model has lived through, by rising step; empty if no trial is complete
 * @param diary a line for each decision so far
 * @param course how it has come to that
 * @param replays the trainings with that schedule from the beginning; empty if none were made
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record PopulationView(
        String progress,
        List<Segment> schedule,
        List<String> diary,
        PopulationCourse course,
        Optional<Replays> replays) {

    /** Creates a view. */
    public PopulationView {
        schedule = List.copyOf(schedule);
        diary = List.copyOf(diary);
    }

    /** Returns the same with trainings with its schedule. */
    public PopulationView with(Replays trainings) {
        return new PopulationView(progress, schedule, diary, course, Optional.of(trainings));
    }

    /**
     * Some steps of the training of the best model, and what held for them.
     *
     * @param trial the number of the trial that has trained them
     * @param first the first step
     * @param last the last step
     * @param configuration what was trained with
     * @param value the objective value after the last step
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Segment(int trial, long first, long last, Configuration configuration, double value) {}

    /**
     * Trainings with the schedule, from the first step to the last, with fresh seeds.
     *
     * @param planned how many there are to be
     * @param values what those that have ended came to, in their order; empty where one has failed
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Replays(int planned, List<OptionalDouble> values) {

        /** Creates a view. */
        public Replays {
            values = List.copyOf(values);
        }

        /** Returns the mean of those that did not fail; empty if there are none. */
        public OptionalDouble mean() {
            return values.stream()
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .average();
        }

        /** Returns how many have failed. */
        public int failed() {
            return (int) values.stream().filter(OptionalDouble::isEmpty).count();
        }
    }
}
