// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.Budget;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.SpentSteps;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How far a study has come, in one line of at most 80 columns without control codes, those of a diary aside:
 * {@code DigitsTuning.tune  12/50  best 0.1432 (trial 9)  1 failed, 2 pruned  12 of 50 s}.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ProgressLine {

    /** How wide lines of a diary are at most: one of them tells of several trials. */
    public static final int DIARY_WIDTH = 140;

    private static final int NAME_WIDTH = 30;
    private static final int SHORTEST_NAME = 10;
    private static final String INDENT = "  ";

    private ProgressLine() {}

    /**
     * Returns the line, without a line end.
     *
     * @param facts the study's name, direction and budget
     * @param history the trials so far
     * @param time how long the study takes
     */
    public static String text(StudyFacts facts, History history, Time time) {
        return text(facts, history, BudgetText.inShort(facts.budget(), history), history.best(facts.direction()), time);
    }

    /**
     * Returns the line of a study that counts in something else than trials, without a line end.
     *
     * @param facts the study's name, direction and budget
     * @param history the trials so far
     * @param progress how far it has come: {@code generation 7 of 20}
     * @param best the best of its trials, if one is complete
     * @param time how long the study takes
     */
    public static String text(
            StudyFacts facts, History history, String progress, Optional<TrialRecord> best, Time time) {
        List<String> parts = new ArrayList<>();
        parts.add(progress);
        String others = others(history);
        if (best.isPresent()) {
            double value = best.get().value().orElseThrow();
            parts.add("best " + Figures.number(value) + " (trial " + best.get().number() + ")");
        } else {
            others = others.isEmpty() ? "none complete" : "none complete, " + others;
        }
        if (!others.isEmpty()) {
            parts.add(others);
        }
        parts.add(time.text(facts.budget(), history));
        String rest = String.join("  ", parts);
        int room = ConsoleSummary.WIDTH - INDENT.length() - Texts.width(rest);
        return Texts.cut(
                name(facts.study(), Math.max(SHORTEST_NAME, Math.min(NAME_WIDTH, room))) + INDENT + rest,
                ConsoleSummary.WIDTH);
    }

    /**
     * Returns a line of the diary of a study, without a line end. What is wider than {@value #DIARY_WIDTH} columns goes on below, behind the name.
     *
     * @param study the name of the study
     * @param entry the line
     */
    public static String diary(String study, String entry) {
        String head = name(study, NAME_WIDTH) + INDENT;
        int width = Texts.width(head);
        return head
                + String.join("\n" + " ".repeat(width), Texts.wrapParts(VisibleText.of(entry), DIARY_WIDTH - width));
    }

    /**
     * Returns the line of a study whose best configurations are run again: {@code DigitsTuning.tune  confirm 7 of 24 runs  1 failed  12.0 s}.
     *
     * @param study the name of the study
     * @param runs the runs so far
     * @param elapsed how long the study takes by now
     */
    public static String text(String study, ConfirmView runs, Duration elapsed) {
        int failed = runs.failed().size();
        String rest = "confirm " + runs.progress() + INDENT + (failed == 0 ? "" : failed + " failed" + INDENT)
                + Figures.duration(elapsed);
        return name(study, NAME_WIDTH) + INDENT + rest;
    }

    /**
     * Returns a line that says in which parameters the best trial differs from the start configuration, as many as fit, to stand below the other; empty if
     * there is no best trial, if it is the start, or if no configuration has the parameters.
     *
     * @param space the space that is searched
     */
    public static Optional<String> best(StudyFacts facts, Space<?> space, History history) {
        return history.best(facts.direction())
                .map(best -> {
                    Optional<TrialRecord> start = start(history);
                    List<Parameter<?>> changed = space.parameters().stream()
                            .filter(parameter -> best.configuration().contains(parameter)
                                    && start.filter(trial -> isSame(parameter, trial, best))
                                            .isEmpty())
                            .toList();
                    return TrialName.values(changed, best.configuration(), ConsoleSummary.WIDTH - INDENT.length());
                })
                .filter(values -> !values.isEmpty())
                .map(INDENT::concat);
    }

    /** It is among those before the first that a sampler has chosen, so that a long history is not looked through. */
    private static Optional<TrialRecord> start(History history) {
        return history.trials().stream()
                .takeWhile(trial -> trial.start().origin().source() != Origin.Source.SAMPLER)
                .filter(trial -> trial.start().origin().source() == Origin.Source.INITIAL)
                .findFirst();
    }

    private static boolean isSame(Parameter<?> parameter, TrialRecord one, TrialRecord other) {
        Configuration start = one.configuration();
        return start.contains(parameter)
                && start.raw(parameter).equals(other.configuration().raw(parameter));
    }

    private static String others(History history) {
        int failed = history.count(TrialState.FAILED) - history.rejected();
        int paused = history.pauses() == 0 ? 0 : history.paused().size();
        return Stream.of(
                        counted(failed, "failed"),
                        counted(TrialCounts.pruned(history), "pruned"),
                        counted(paused, "paused"))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static Optional<String> counted(int count, String word) {
        return count > 0 ? Optional.of(count + " " + word) : Optional.empty();
    }

    /** Leaves out the package, and then the beginning: the end of a name tells most, and the rest wants the room. */
    private static String name(String study, int width) {
        return Texts.cutStart(shortName(study), width);
    }

    /** Returns the name of a study without its package. */
    static String shortName(String study) {
        String name = VisibleText.of(study);
        while (name.indexOf('.') != name.lastIndexOf('.')) {
            name = name.substring(name.indexOf('.') + 1);
        }
        return name;
    }

    /**
     * How long a study takes.
     *
     * @param elapsed how long it has taken, with all its parts
     * @param limit how long trials may begin; empty for any time
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Time(Duration elapsed, Optional<Duration> limit) {

        /** Returns what has passed, and of how much, counted from the beginning: {@code 12 of 50 s}. Patience may end a study before that. */
        private String text(Budget budget, History history) {
            return Stream.concat(whole(budget, history).stream(), limit.stream())
                    .min(Duration::compareTo)
                    .filter(end -> end.compareTo(elapsed) > 0)
                    .map(end -> Figures.durations(elapsed, end))
                    .orElseGet(() -> Figures.duration(elapsed));
        }

        private Optional<Duration> whole(Budget budget, History history) {
            double share = BudgetText.isOfSteps(budget, history)
                    ? SpentSteps.of(history, budget.steps()).trainings()
                            / budget.trainings().getAsInt()
                    : BudgetText.isUnlimited(budget) ? 0 : (double) history.ended() / budget.trials();
            double nanos = elapsed.toNanos() / share;
            return share > 0 && nanos < Long.MAX_VALUE ? Optional.of(Duration.ofNanos((long) nanos)) : Optional.empty();
        }
    }
}
