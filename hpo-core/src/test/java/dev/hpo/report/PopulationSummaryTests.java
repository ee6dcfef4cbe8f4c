// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static dev.hpo.report.Studies.mlp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.PopulationView.Replays;
import dev.hpo.report.PopulationView.Segment;
import dev.hpo.report.Studies.Trials;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a summary says of a population beside its schedule. */
class PopulationSummaryTests {

    private static final Configuration FAST = mlp(.1, .9, 64, null);
    private static final Configuration SLOW = mlp(.01, .9, 64, null);

    /** Two members of two segments of two steps, of whom the second has copied the first. */
    private static Trials trials() {
        Trials trials = new Trials();
        add(trials, Origin.of(Origin.Source.INITIAL), FAST, .8);
        add(trials, Origin.of(Origin.Source.SAMPLER), SLOW, .9);
        add(trials, copy(), FAST, .8, .5);
        add(trials, copy(), SLOW, .8, .4);
        return trials;
    }

    private static Origin copy() {
        return new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), OptionalInt.of(0), Map.of());
    }

    /** Adds a trial that has reported a value at the end of each of its segments, those aside that it has inherited: all but the last. */
    private static void add(Trials trials, Origin origin, Configuration configuration, double... values) {
        List<Observation> reports = IntStream.range(0, values.length)
                .mapToObj(segment -> new Observation(2L * (segment + 1), values[segment]))
                .toList();
        Progress progress = new Progress(reports, Map.of(), Map.of(), values.length - 1);
        trials.add(origin, configuration, progress, Outcome.Complete.of(values[values.length - 1]));
    }

    @Test
    void cost_isInFullTrainings() {
        StudyView view = view(trials(), 4).with(population(Optional.empty()));

        assertThat(summary(view)).contains("\n  cost      2.0 full trainings of 4 steps, with all 4 segments\n");
        assertThat(summary(view(trials(), 8).with(population(Optional.empty()))))
                .contains("\n  cost      1.0 full training of 8 steps, with all 4 segments\n");
    }

    @Test
    void replays_areToldApartFromTheCost() {
        Replays replays = new Replays(2, List.of(OptionalDouble.of(.4), OptionalDouble.empty()));

        assertThat(summary(view(trials(), 4).with(population(Optional.of(replays)))))
                .contains(
                        "2.0 full trainings of 4 steps, with all 4 segments; the replay took\n            1.0 more\n");
        Replays both = new Replays(2, List.of(OptionalDouble.of(.4), OptionalDouble.of(.5)));
        assertThat(summary(view(trials(), 4).with(population(Optional.of(both))))
                        .replaceAll("\\s+", " "))
                .contains("with all 4 segments; 2 replays took 2.0 more ");
    }

    @Test
    void costOfUnknownLength_isNotSaid() {
        assertThat(summary(Studies.view(Studies.MLP, trials().history()).with(population(Optional.empty()))))
                .doesNotContain("\n  cost ");
    }

    @Test
    void trialThatWasQueuedTooLate_isSaidAloud_andIsNotTheBest() {
        Trials trials = trials();
        add(trials, Origin.of(Origin.Source.QUEUED), mlp(.5, .9, 64, null), .1);
        StudyView view = view(trials, 4).with(population(Optional.empty()), List.of(4));

        assertThat(view.best().orElseThrow().number()).isEqualTo(3);
        assertThat(summary(view).replaceAll("\\s+", " "))
                .contains(
                        "QUEUED TOO LATE: trial 4 is no part of the population, all members of which had begun: it was"
                                + " given one segment, with which nobody goes on. Queue before the first segment, as @TryFirst"
                                + " does.")
                .contains("best (trial 3)")
                .contains("2.5 full trainings of 4 steps, with all 5 segments");
        assertThat(view(trials, 4)
                        .with(population(Optional.empty()))
                        .best()
                        .orElseThrow()
                        .number())
                .isEqualTo(4);
    }

    private static StudyView view(Trials trials, long steps) {
        Budget budget = new Budget(4, 1, OptionalInt.empty(), OptionalLong.of(steps));
        return Studies.view(Studies.MLP, trials.history()).with(Studies.FACTS.withBudget(budget));
    }

    private static PopulationView population(Optional<Replays> replays) {
        List<Segment> schedule = List.of(new Segment(0, 1, 2, FAST, .8), new Segment(3, 3, 4, SLOW, .4));
        PopulationCourse course = new PopulationCourse(false, Set.of("learningRate"), List.of(), List.of());
        PopulationView found = new PopulationView(
                "generation 2 of 2", schedule, List.of("generation 1 of 2: best 0.8"), course, Optional.empty());
        return replays.map(found::with).orElse(found);
    }

    private static String summary(StudyView view) {
        return ConsoleSummary.text(view, SummaryHints.NONE);
    }
}
