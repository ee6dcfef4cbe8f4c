// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.space.ConfigurationProperties;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.Of;
import dev.hpo.trial.TrialRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The best configuration as the text of a {@code .properties} file, which {@code Space.load} reads. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class BestProperties {

    private static final Pattern ORIGIN = Pattern.compile("# (.*), run ([1-9]\\d{0,8}), trial \\d+");

    private BestProperties() {}

    /** Returns the text, whose head says where the configuration comes from and what speaks for it; empty if no trial is complete. */
    public static Optional<String> text(StudyView view) {
        return view.best().map(best -> text(view, best));
    }

    private static String text(StudyView view, TrialRecord best) {
        StringBuilder text = new StringBuilder();
        try {
            ConfigurationProperties.write(view.space(), best.configuration(), comment(view, best), text);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return text.toString();
    }

    private static String comment(StudyView view, TrialRecord best) {
        return Stream.of(
                        head(view, best),
                        confirmed(view),
                        endOfSchedule(view),
                        step(view, best).stream().toList(),
                        rest(view, best))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> head(StudyView view, TrialRecord best) {
        return List.of(
                VisibleText.of(view.facts().study()) + ", run " + view.run().number() + ", trial " + best.number(),
                view.facts().direction().name().toLowerCase(Locale.ROOT) + " "
                        + VisibleText.of(view.run().metric()) + ": "
                        + view.bestValue().orElseThrow());
    }

    /** What the value above rests on, exactly. */
    private static List<String> confirmed(StudyView view) {
        return view.confirmed()
                .map(confirmed -> Stream.of(
                                Stream.of(text("confirmed: mean", confirmed.repeats())),
                                confirmed.start().stream()
                                        .map(start ->
                                                text("start: " + start.mean().value(), start)),
                                confirmed.gain().stream()
                                        .map(gain -> "gain over the start: " + gain.value() + exactly(gain)),
                                Stream.of("in the search: " + confirmed.searched()))
                        .flatMap(lines -> lines)
                        .toList())
                .orElse(List.of());
    }

    /** Whoever takes this alone would train with what fits the end of a training only. */
    private static List<String> endOfSchedule(StudyView view) {
        List<PopulationView.Segment> schedule =
                view.population().map(PopulationView::schedule).orElse(List.of());
        return schedule.size() < 2
                ? List.of()
                : List.of("the end of a schedule, what was trained with from step "
                        + schedule.get(schedule.size() - 1).first()
                        + " on; schedule.properties has all of it");
    }

    private static String text(String head, Repeats repeats) {
        return head + " of " + repeats.count() + exactly(repeats.mean());
    }

    private static String exactly(Estimate number) {
        return number.isBounded() ? ", 95 % interval " + number.low() + " to " + number.high() : "";
    }

    /**
     * With the best of all intermediate values as that of the trial, the step is a part of the result: it says how long to train. Not where its value was confirmed, as the step is that of
     * the one run which the search has chosen.
     */
    private static Optional<String> step(StudyView view, TrialRecord best) {
        boolean isOfBest =
                view.facts().aim().of() == Of.BEST && view.confirmed().isEmpty();
        double value = best.value().orElseThrow();
        // A final value that was reported apart is of no step.
        return BestStep.of(best, view.facts().aim())
                .map(step ->
                        "best step " + step.step() + " of " + best.lastStep().orElseThrow()
                                + (isOfBest && step.value() == value ? ", the number to ship" : "") + ": "
                                + step.value());
    }

    private static List<String> rest(StudyView view, TrialRecord best) {
        return List.of(
                "after " + BudgetText.progress(view.facts().budget(), view.history()) + ": " + TrialCounts.states(view),
                "seed " + view.facts().seed() + ", seed of the trial "
                        + best.start().seed()
                        + best.finishedAt().map(at -> ", found at " + at).orElse(""),
                view.run().end().map(BestProperties::end).orElse("the run goes on"));
    }

    private static String end(StudyRun.End end) {
        return (end.isInterrupted() ? "interrupted: " : "ended: ") + VisibleText.of(end.reason());
    }

    /**
     * Reads of a text which run its configuration comes from.
     *
     * @param study the study that it must be of
     * @return the number of the run; empty if the text does not say so, or names another study
     * @throws IOException if it cannot be read
     */
    public static OptionalInt run(String study, Reader text) throws IOException {
        Matcher origin = ORIGIN.matcher(String.valueOf(new BufferedReader(text).readLine()));
        return origin.matches() && origin.group(1).equals(VisibleText.of(study))
                ? OptionalInt.of(Integer.parseInt(origin.group(2)))
                : OptionalInt.empty();
    }
}
