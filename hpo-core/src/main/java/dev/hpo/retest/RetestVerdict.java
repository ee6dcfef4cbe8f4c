// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import dev.hpo.confirm.Interval;
import dev.hpo.confirm.Sample;
import dev.hpo.retest.Baseline.Alarm;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a re-test has found.
 *
 * @param outcome what it comes to
 * @param baseline what its runs are compared with
 * @param now the values of its runs; empty if none has one
 * @param failures how many of its runs have ended without a value
 * @param alarms the batches that looked worse, at most two
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RetestVerdict(
        Outcome outcome, Baseline baseline, Optional<Sample> now, int failures, List<Alarm> alarms) {

    /** Fewer values say nothing of how they vary. */
    private static final int FEWEST = 2;

    /** Creates a verdict. */
    public RetestVerdict {
        alarms = List.copyOf(alarms);
    }

    static RetestVerdict of(Baseline baseline, List<Double> losses, List<Alarm> alarms, boolean isOver) {
        List<Double> values = losses.stream()
                .filter(Double::isFinite)
                .map(loss -> baseline.direction().asLoss(loss))
                .toList();
        return new RetestVerdict(
                isOver && values.size() < FEWEST ? Outcome.FAILING : outcome(alarms, isOver),
                baseline,
                values.isEmpty() ? Optional.empty() : Optional.of(new Sample(values)),
                losses.size() - values.size(),
                alarms);
    }

    private static Outcome outcome(List<Alarm> alarms, boolean isOver) {
        if (alarms.size() < RetestPlan.BATCHES) {
            return isOver ? Outcome.PASSED : Outcome.OPEN;
        }
        boolean isOfFailures = alarms.stream().allMatch(alarm -> alarm.reason() == Alarm.Reason.FAILURES);
        return isOfFailures ? Outcome.FAILING : Outcome.WORSE;
    }

    /** Returns whether there are too few values to compare them. */
    boolean isWithoutValues() {
        return now.map(Sample::size).orElse(0) < FEWEST;
    }

    /** Returns how many runs there were. */
    public int runs() {
        return failures + now.map(Sample::size).orElse(0);
    }

    /**
     * Returns by how much the values have got worse since, in the metric's unit: above 0 if they have, whichever are better. Where an alarm has ended a batch, its runs look
     * a little worse than all would.
     *
     * @param confidence how often such intervals cover it, between 0 and 1
     */
    public Optional<Interval> loss(double confidence) {
        return now.map(sample -> {
            Interval lead = sample.lead(baseline.value(), confidence);
            return switch (baseline.direction()) {
                case MINIMIZE -> lead;
                case MAXIMIZE -> lead.negated();
            };
        });
    }

    /** Returns whether the configuration is not what it was. */
    public boolean isWorse() {
        return outcome == Outcome.WORSE || outcome == Outcome.FAILING;
    }

    /** What a re-test can come to. */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public enum Outcome {
        /** It is not over. */
        OPEN,
        /** Nothing speaks for it that the configuration has got worse. */
        PASSED,
        /** Its values have got worse, or its values in one batch and its failures in the other. */
        WORSE,
        /** More of its runs end without a value, or so many that there is nothing to compare. */
        FAILING
    }
}
