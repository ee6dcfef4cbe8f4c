// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.report.PopulationView.Segment;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a population has cost: all that was trained, in full trainings of one member, so that it can be compared with an ordinary study. */
record PopulationCost(StudyView view, PopulationView population) {

    /**
     * Returns the cost in a sentence: {@code 8.0 full trainings of 40 steps, with all 160 segments; the replay took 0.9 more}. Empty if it is not known how long a training is, or no
     * trial has reported at a step.
     */
    Optional<String> text() {
        OptionalLong training = view.facts().budget().steps();
        long steps = view.history().trials().stream()
                .mapToLong(TrialRecord::trainedSteps)
                .sum();
        if (training.isEmpty() || steps == 0) {
            return Optional.empty();
        }
        int segments = (int) view.history().trials().stream()
                .filter(trial -> trial.trainedSteps() > 0)
                .count();
        String cost = trainings(steps, training.getAsLong());
        return Optional.of(
                cost + (cost.equals("1.0") ? " full training of " : " full trainings of ") + training.getAsLong()
                        + " steps, with all " + Figures.count(segments, "segment") + replayed(training.getAsLong()));
    }

    /** Each training with the schedule has as many steps as that; how far one that failed has come is not known here. */
    private String replayed(long training) {
        List<Segment> schedule = population.schedule();
        long trainings = population.replays().stream()
                .flatMap(all -> all.values().stream())
                .filter(OptionalDouble::isPresent)
                .count();
        if (trainings == 0 || schedule.isEmpty()) {
            return "";
        }
        long steps = trainings * schedule.get(schedule.size() - 1).last();
        return (trainings == 1 ? "; the replay took " : "; " + trainings + " replays took ")
                + trainings(steps, training) + " more";
    }

    private static String trainings(long steps, long training) {
        return String.format(Locale.ROOT, "%.1f", (double) steps / training);
    }
}
