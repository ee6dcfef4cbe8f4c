// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import dev.hpo.accept.Evidence;
import dev.hpo.confirm.Interval;
import dev.hpo.confirm.Sample;
import dev.hpo.report.Figures;
import dev.hpo.report.Texts;
import dev.hpo.retest.Baseline.Alarm;
import dev.hpo.retest.RetestVerdict.Outcome;
import dev.hpo.space.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a re-test has found, as text for a console or a log file: at most 80 columns, no colour, no control codes. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class RetestSummary {

    private static final int WIDTH = 80;
    private static final int LABEL = 10;
    private static final double CONFIDENCE = .95;
    private static final String RULE = "-".repeat(WIDTH);

    private final RetestVerdict verdict;
    private final Evidence evidence;
    private final List<String> lines = new ArrayList<>();

    private RetestSummary(RetestVerdict verdict, Evidence evidence) {
        this.verdict = verdict;
        this.evidence = evidence;
    }

    /**
     * Returns the summary of a re-test.
     *
     * @param verdict what it has found
     * @param evidence what it was compared with
     * @param drift whether re-tests get slowly worse
     * @param heading what was run again: the name of the test and which re-test it is
     * @param hints further lines, each with its label, as of the accepted file
     * @return lines that each end with a line feed
     */
    public static String text(RetestVerdict verdict, Evidence evidence, Drift drift, String heading, List<Hint> hints) {
        return new RetestSummary(verdict, evidence).text(drift, heading, hints);
    }

    private String text(Drift drift, String heading, List<Hint> hints) {
        lines.add(RULE);
        lines.addAll(Texts.wrap(
                VisibleText.of(heading) + ": "
                        + evidence.aim().direction().name().toLowerCase(Locale.ROOT) + " "
                        + VisibleText.of(evidence.metric()),
                WIDTH));
        lines.add(RULE);
        add("accepted", origin());
        add("then", mean(evidence.value()));
        add("now", verdict.now().map(RetestSummary::mean).orElse("no run has a value"));
        verdict.loss(CONFIDENCE).ifPresent(loss -> add("worse by", interval(loss)));
        if (verdict.failures() + evidence.failures() > 0) {
            add("failed", failures());
        }
        add("verdict", sentence());
        add("how sure", sureness());
        add("drift", drift(drift));
        hints.forEach(hint -> add(hint.label(), hint.text()));
        lines.add(RULE);
        return String.join("\n", lines) + "\n";
    }

    private void add(String label, String text) {
        String head = "  " + Texts.pad(label, LABEL);
        for (String line : Texts.wrap(VisibleText.of(text), WIDTH - head.length())) {
            lines.add(head + line);
            head = " ".repeat(head.length());
        }
    }

    private String origin() {
        return "trial " + evidence.origin().trial() + " of run "
                + evidence.origin().search().number() + ", on " + evidence.date();
    }

    private static String mean(Sample sample) {
        return Figures.number(sample.mean()) + ", the mean of " + Figures.count(sample.size(), "run")
                + " with a standard deviation of " + Figures.number(sample.standardDeviation());
    }

    private static String interval(Interval loss) {
        String estimate = Figures.number(loss.estimate());
        return loss.halfWidth() == 0 || !Double.isFinite(loss.halfWidth())
                ? estimate
                : estimate + ", 95 % interval " + Figures.number(loss.low()) + " to " + Figures.number(loss.high());
    }

    private String failures() {
        return verdict.failures() + " of " + Figures.count(verdict.runs(), "run") + " now, " + evidence.failures()
                + " of " + evidence.runs() + " then";
    }

    private String sentence() {
        return switch (verdict.outcome()) {
            case OPEN -> "none yet: the re-test was interrupted after " + Figures.count(verdict.runs(), "run");
            case PASSED -> "as good as when it was accepted, as far as can be seen";
            case WORSE -> "worse than when it was accepted";
            case FAILING ->
                isIncomparable(verdict)
                        ? "its runs fail, so that there is next to nothing to compare"
                        : "its runs fail more often than when it was accepted";
        };
    }

    /** Returns whether runs are told to fail because they have no values, be it that as many failed before. */
    private static boolean isIncomparable(RetestVerdict verdict) {
        return verdict.outcome() == Outcome.FAILING
                && verdict.isWithoutValues()
                && verdict.alarms().size() < RetestPlan.BATCHES;
    }

    private String sureness() {
        return verdict.alarms().isEmpty() && !isIncomparable(verdict) ? power() : sureness(verdict);
    }

    /** Returns how sure it is of a verdict with an alarm, or without values, that it is not by chance. */
    private static String sureness(RetestVerdict verdict) {
        if (isIncomparable(verdict)) {
            return "no probability is told: at least 2 runs must have a value";
        }
        List<Alarm> alarms = verdict.alarms();
        String first = "after " + alarms.get(0).runs() + " runs " + likelihood(alarms.get(0));
        return alarms.size() < RetestPlan.BATCHES
                ? first
                        + (verdict.outcome() == Outcome.OPEN
                                ? "; a second batch has to confirm that"
                                : "; a second batch did not confirm that")
                : first + ", and after " + alarms.get(1).runs() + " others " + likelihood(alarms.get(1))
                        + "; of what has not changed 1 re-test in 100 says so";
    }

    private String power() {
        Baseline then = verdict.baseline();
        if (then.plan().minimumLoss() > 0) {
            return "a loss below " + Figures.number(then.plan().minimumLoss())
                    + " is allowed; a larger one is found the more often the larger it is";
        }
        if (then.value().variance() == 0) {
            return "values do not vary, so that any loss is found that is larger than their tolerance";
        }
        Found found = Found.of(then.value().size());
        return then.floor() > then.value().standardDeviation()
                ? "a loss of twice the tolerance is found in at least " + found.two + " of 100 re-tests, one of it in "
                        + found.one
                : "a loss of two standard deviations is found in " + found.two + " of 100 re-tests, one of one in "
                        + found.one;
    }

    private static String likelihood(Alarm alarm) {
        String what = alarm.reason() == Alarm.Reason.FAILURES ? "as many failures" : "as large a loss";
        return what + " had a probability of " + Figures.number(alarm.probability());
    }

    private static String drift(Drift drift) {
        if (drift.retests() < 2) {
            return "not watched (no earlier re-test here)";
        }
        String measured = " in " + drift.retests() + " re-tests (" + number(drift.average()) + ", limit "
                + number(drift.limit()) + ")";
        return drift.isDrifting()
                ? "values get slowly worse" + measured + "; search again before it is found out by a re-test"
                : "none" + measured;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /**
     * Returns what a re-test has found against a configuration in one sentence, for an error: what was, what is, and how sure that is.
     *
     * @param verdict what it has found
     * @return empty if it is as good as it was
     */
    public static Optional<String> complaint(RetestVerdict verdict, String metric) {
        Baseline then = verdict.baseline();
        String failures = verdict.failures() + " of " + verdict.runs() + " runs failed, and " + then.failures() + " of "
                + (then.failures() + then.value().size()) + " when it was accepted";
        String values = verdict.now()
                .map(now -> VisibleText.of(metric) + " is " + Figures.number(now.mean()) + " in " + now.size()
                        + " runs, and was " + Figures.number(then.value().mean()) + " in "
                        + then.value().size() + " (worse by "
                        + interval(verdict.loss(CONFIDENCE).orElseThrow()) + ")")
                .orElse(failures);
        return switch (verdict.outcome()) {
            case OPEN, PASSED -> Optional.empty();
            case WORSE ->
                Optional.of(values
                        + (verdict.failures() == 0 ? "" : "; " + failures)
                        + (verdict.alarms().isEmpty() ? "" : "; " + sureness(verdict)));
            case FAILING -> Optional.of(failures + "; " + sureness(verdict));
        };
    }

    /**
     * In how many of 100 re-tests losses are found of values that vary normally, by {@code benchmarks retest}.
     *
     * @param size how many values there were when the configuration was accepted, at least
     * @param two a loss of two standard deviations
     * @param one a loss of one
     */
    private record Found(int size, int two, int one) {

        private static final List<Found> MEASURED =
                List.of(new Found(5, 88, 29), new Found(8, 96, 38), new Found(10, 98, 43), new Found(15, 99, 50));

        static Found of(int size) {
            return MEASURED.stream()
                    .filter(measured -> measured.size <= size)
                    .reduce((smaller, larger) -> larger)
                    .orElseThrow();
        }
    }

    /**
     * A further line.
     *
     * @param label what stands before it
     * @param text what it says
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Hint(String label, String text) {}
}
