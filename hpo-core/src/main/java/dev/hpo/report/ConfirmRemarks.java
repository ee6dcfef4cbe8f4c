// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import dev.hpo.trial.Direction;
import dev.hpo.trial.FailureCause;
import dev.hpo.trial.Repeated;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What there is to remark on the runs that confirm what a search has found, in a sentence each. */
final class ConfirmRemarks {

    private static final int NUMBERS = 3;

    private final StudyView view;
    private final ConfirmView runs;

    ConfirmRemarks(StudyView view, ConfirmView runs) {
        this.view = view;
        this.runs = runs;
    }

    /** Returns what nobody is to overlook. */
    List<String> aloud() {
        if (runs.isRefuted()) {
            return List.of("NOT CONFIRMED: " + runs.chosenFailures()
                    + (runs.best().isEmpty() ? "." : "; its value is the mean of what is left."));
        }
        return runs
                .best()
                .filter(best -> best.repeats().failed() > 0)
                .map(best -> best.repeats().failed() + " OF "
                        + (best.repeats().complete() + best.repeats().failed())
                        + " RUNS OF THE BEST CONFIGURATION FAILED"
                        + " when it was run again; its value is the mean of the others.")
                .stream()
                .toList();
    }

    /** Returns what was found; how far the runs have come, before it is known. */
    List<String> found() {
        if (!runs.isDone()) {
            return List.of(
                    isStopped()
                            ? "no: stopped after " + runs.progress() + " of the best configurations"
                            : "not yet: " + runs.progress() + " of the best configurations are made");
        }
        return runs.best()
                .map(best -> List.of(made(best), chosen(best), gain(best)))
                .orElseGet(() -> List.of("no: the best trial of the search is shown, as " + runs.chosenFailures()));
    }

    /** Whether the study has ended before they were done, and does not go on. */
    private boolean isStopped() {
        return view.run().end().filter(end -> !end.isInterrupted()).isPresent();
    }

    private String made(ConfirmedBest best) {
        long compared = runs.runs().trials().stream()
                .flatMap(run -> Repeated.of(run).stream())
                .map(Repeated::trial)
                .filter(OptionalInt::isPresent)
                .distinct()
                .count();
        String values = "the values above rest on " + best.repeats().count() + " with fresh seeds"
                + (best.start().isPresent() ? " each" : "") + ", which have chosen nothing";
        return compared == 1
                ? values
                : values + "; they come after " + Figures.count(compared(), "run") + " that compared the best "
                        + compared;
    }

    private int compared() {
        int last = runs.runs().trials().stream()
                .flatMap(run -> Repeated.of(run).stream())
                .mapToInt(Repeated::round)
                .max()
                .orElse(0);
        return (int) runs.runs().trials().stream()
                .filter(run -> !run.isSilent())
                .flatMap(run -> Repeated.of(run).stream())
                .filter(of -> of.round() < last)
                .count();
    }

    private String chosen(ConfirmedBest best) {
        int first = view.searched().map(TrialRecord::number).orElse(best.trial().number());
        String which = first == best.trial().number()
                ? "trial " + first + " was the best of the search, too"
                : "trial " + best.trial().number() + " is taken, not trial " + first
                        + ", which was the best of the search";
        double worse = loss(best.value()) - loss(best.searched());
        return which + "; "
                + (worse > 0
                        ? "the search flattered it by " + Figures.difference(best.value(), best.searched()) + " ("
                                + Figures.number(best.searched(), best.value()) + " there)"
                        : "the search did not flatter it (" + Figures.number(best.searched()) + " there)");
    }

    private double loss(double value) {
        return view.facts().direction() == Direction.MAXIMIZE ? -value : value;
    }

    private String gain(ConfirmedBest best) {
        if (best.gain().isEmpty()) {
            return "a gain over the start cannot be told, as " + noGain(best);
        }
        Estimate gain = best.gain().get();
        if (!gain.isBounded()) {
            return "the gain over the start is " + Figures.number(gain.value())
                    + ", with no interval, as one of both rests on one run";
        }
        String known = gain.low() == gain.high() ? "the same in each run" : "95 % interval " + gain.range();
        String doubt = gain.low() > 0 ? "" : gain.high() < 0 ? ": IT IS WORSE THAN THE START" : "; it may be none";
        return "the gain over the start is " + Figures.number(gain.value()) + ", " + known + doubt;
    }

    private String noGain(ConfirmedBest best) {
        Optional<TrialRecord> start = view.start();
        if (start.isEmpty()) {
            return "there is none";
        }
        return start.get().configuration().equals(best.trial().configuration())
                ? "this is the start"
                : "all of its runs failed";
    }

    /** Returns what has failed: how many, and why the first did. */
    List<String> failed() {
        List<TrialRecord> failed = runs.failed();
        if (failed.isEmpty()) {
            return List.of();
        }
        TrialRecord first = failed.get(0);
        FailureCause cause =
                FailureCause.of(first.failure().orElseThrow(), view.facts().study());
        String numbers = failed.stream()
                .limit(NUMBERS)
                .map(run -> TrialName.inShort(run)
                        + Repeated.of(run).map(of -> " (" + of.text() + ")").orElse(""))
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        lines.add(runs.failures() + " failed: " + numbers + (failed.size() > NUMBERS ? ", ..." : ""));
        lines.add("  " + FailureLines.failed(first, cause));
        if (!cause.root().isEmpty()) {
            lines.add("    caused by " + cause.root());
        }
        if (!cause.frame().isEmpty()) {
            lines.add("    at " + cause.frame());
        }
        return lines;
    }

    /** Returns how the first one that failed is named where it is to be run again: {@code confirm:3}. */
    Optional<String> replay() {
        return runs.failed().stream().findFirst().map(run -> TrialName.kind(run) + ":" + run.number());
    }

    /** Returns how a value differs from that of the start: {@code 35.9 % lower}. */
    static String change(double value, double start) {
        return Figures.improvement(value, start, value < start ? Direction.MINIMIZE : Direction.MAXIMIZE);
    }

    /** Returns the verdict in a sentence, to be put behind that which names the best trial. */
    String verdict() {
        ConfirmedBest best = runs.best().orElseThrow();
        Estimate mean = best.repeats().mean();
        String value = " (" + mean.interval() + ", " + best.repeats().count() + ")";
        return best.start()
                .flatMap(start -> best.gain()
                        .map(gain -> value + ", "
                                + change(best.value(), start.mean().value()) + " than the start ("
                                + Figures.number(start.mean().value(), best.value()) + "), a gain of "
                                + Figures.number(gain.value()) + " ("
                                + gain.interval().toLowerCase(Locale.ROOT) + ")."))
                .orElseGet(() -> value + "; a gain over the start cannot be told, as " + noGain(best) + ".");
    }
}
