// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.population.Diary;
import dev.hpo.population.Nudge;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.PopulationSampler;
import dev.hpo.population.ReplaySampler;
import dev.hpo.population.Segment;
import dev.hpo.population.Segments;
import dev.hpo.population.WinnersSchedule;
import dev.hpo.pruner.NopPruner;
import dev.hpo.report.PopulationView;
import dev.hpo.report.PopulationView.Replays;
import dev.hpo.report.StudyView;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Schedule;
import dev.hpo.space.Space;
import dev.hpo.space.VisibleText;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The population that a test raises.
 *
 * @param plan how
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Raised(PopulationPlan plan) {

    private static final String SAMPLER = "sampler";
    private static final String CLASS = PopulationSampler.class.getSimpleName();

    /** Returns the population that a kept run has raised; empty if it is an ordinary one. */
    public static Optional<Raised> of(RunHeader header) {
        Optional<String> sampler =
                Optional.ofNullable(header.basis().course().get(SAMPLER)).filter(text -> text.contains(CLASS));
        return sampler.flatMap(PopulationPlan::read).map(Raised::new);
    }

    /** Returns whether a run trains with the schedule that a population has now, of which it is told by its sampler. */
    public static boolean isReplay(RunHeader run, PopulationView found) {
        List<PopulationView.Segment> schedule = found.schedule();
        return !schedule.isEmpty()
                && run.basis()
                        .course()
                        .getOrDefault(SAMPLER, "")
                        .contains(ReplaySampler.text(
                                schedule.get(schedule.size() - 1).trial(), schedule.size()));
    }

    /** Returns the population that a study raises; empty if it is an ordinary one. */
    static Optional<Raised> of(StudySpec spec) {
        return spec.sampler() instanceof PopulationSampler sampler
                ? Optional.of(new Raised(sampler.plan()))
                : Optional.empty();
    }

    /**
     * Returns the study that raises it. Its sampler ends it, and no trial is stopped before the end of its segment.
     *
     * @param starts chooses where members begin; empty for the usual choice
     */
    StudySpec spec(StudySpec common, Optional<Sampler> starts) {
        Sampler sampler =
                starts.map(chosen -> new PopulationSampler(plan, chosen)).orElseGet(() -> new PopulationSampler(plan));
        return common.withSampler(sampler).withPruner(new NopPruner()).withTrials(Integer.MAX_VALUE);
    }

    /** Returns a study that goes on with a run, and in which what a human wants to be nudged is tried from now on, not in a segment that has been. */
    static StudySpec nudgedFromNow(StudySpec spec, RunId run, Space<?> space) {
        if (!(spec.sampler() instanceof PopulationSampler sampler)) {
            return spec;
        }
        Optional<Nudge> nudge = sampler.plan().panda().nudge();
        return nudge.map(wanted -> {
                    int trials = spec.storage().trials(run, space).size();
                    PopulationPlan plan =
                            sampler.plan().withPanda(sampler.plan().panda().withNudge(wanted.from(trials)));
                    return spec.withSampler(sampler.with(plan));
                })
                .orElse(spec);
    }

    /** Returns the lines of its diary so far, one for each decision. */
    List<String> diary(History history, Direction direction) {
        return Diary.lines(plan, history, direction);
    }

    /** Returns the best of the trials that are a part of it, if one is complete: one that was queued too late is none. */
    public Optional<TrialRecord> best(History history, Direction direction) {
        return plan.segments(history).best(direction).map(Segments.Entry::trial);
    }

    /** Returns what the best model has lived through, without segments in which it has reported nothing new; empty if no trial is complete. */
    Optional<WinnersSchedule> winners(History history, Direction direction) {
        return WinnersSchedule.of(plan, history, direction)
                .map(found -> found.rows().stream()
                        .filter(row -> row.to() > row.from())
                        .toList())
                .filter(rows -> !rows.isEmpty())
                .map(WinnersSchedule::new);
    }

    /**
     * Returns a view of its study that shows how it stands.
     *
     * @param replays returns the trainings with the schedule that it has found; empty if there are none
     */
    public StudyView shown(StudyView view, Function<PopulationView, Optional<Replays>> replays) {
        PopulationView found = view(view.history(), view.facts().direction());
        List<Integer> outside = plan.segments(view.history()).outside().stream()
                .map(TrialRecord::number)
                .toList();
        Budget budget = view.facts().budget();
        Budget measured = new Budget(
                budget.trials(),
                budget.parallelism(),
                budget.trainings(),
                OptionalLong.of(plan.size().steps()));
        return view.with(view.facts().withBudget(measured))
                .with(replays.apply(found).map(found::with).orElse(found), outside);
    }

    /** Returns how it stands, for reports. */
    private PopulationView view(History history, Direction direction) {
        List<PopulationView.Segment> schedule = new ArrayList<>();
        winners(history, direction).map(WinnersSchedule::rows).orElse(List.of()).stream()
                .map(row -> new PopulationView.Segment(
                        row.trial(), row.from() + 1, row.to(), row.configuration(), row.value()))
                .forEach(schedule::add);
        return new PopulationView(
                progress(history),
                schedule,
                diary(history, direction),
                RaisedCourse.of(plan, history, direction),
                Optional.empty());
    }

    /** Returns how far it has come: {@code generation 7 of 20}, or {@code child 2 of 4, day 7 of 20}. */
    String progress(History history) {
        Optional<Segment> last = plan.segments(history).all().stream()
                .map(Segments.Entry::segment)
                .reduce((earlier, later) ->
                        plan.isPanda() || later.generation() >= earlier.generation() ? later : earlier);
        int generation = last.map(segment -> segment.generation() + 1).orElse(0);
        String of = " of " + plan.size().generations();
        return plan.isPanda()
                ? "child " + (1 + last.map(Segment::member).orElse(0)) + ", day " + generation + of
                : "generation " + generation + of;
    }

    /** Returns what a trial is, for its name: {@code member 3, generation 7}, or {@code child 2, day 7, nudged}; empty if it is no part of the population. */
    String place(TrialRecord trial, History history) {
        return plan.segments(history)
                .of(trial.number())
                .map(Segments.Entry::segment)
                .map(this::place)
                .orElse("");
    }

    private String place(Segment segment) {
        int generation = segment.generation() + 1;
        if (!plan.isPanda()) {
            return "member " + segment.member() + ", generation " + generation;
        }
        String kind =
                switch (segment.kind()) {
                    case NUDGE -> ", nudged";
                    case CONTROL -> ", unchanged";
                    default -> "";
                };
        return "child " + (segment.member() + 1) + ", day " + generation + kind;
    }

    /** Returns how many trials there are as long as nothing fails. */
    Budget budget() {
        return new Budget(plan.trials(), 1);
    }

    /**
     * Returns what the best model has lived through as the text of a {@code .properties} file, which {@code Schedule.load} reads; empty if no trial is complete.
     *
     * @param view the study, with its population
     */
    public static Optional<String> schedule(StudyView view) {
        List<PopulationView.Segment> segments =
                view.population().map(PopulationView::schedule).orElse(List.of());
        return segments.isEmpty() ? Optional.empty() : Optional.of(schedule(view, view.space(), segments));
    }

    private static <T> String schedule(StudyView view, Space<T> space, List<PopulationView.Segment> segments) {
        Schedule.Builder<T> builder = Schedule.builder(space);
        segments.forEach(segment -> builder.until(segment.last(), segment.configuration()));
        Schedule<T> schedule = builder.build();
        PopulationView.Segment last = segments.get(segments.size() - 1);
        String comment = VisibleText.of(view.facts().study()) + ", run "
                + view.run().number() + ", trial " + last.trial() + "\n"
                + view.facts().direction().name().toLowerCase(Locale.ROOT) + " "
                + VisibleText.of(view.run().metric()) + ": " + last.value() + " after step " + last.last() + "\n"
                + "seed " + view.facts().seed();
        StringBuilder text = new StringBuilder();
        try {
            schedule.write(comment, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return text.toString();
    }
}
