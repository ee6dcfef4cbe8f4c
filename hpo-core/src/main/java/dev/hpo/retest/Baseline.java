// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import dev.hpo.accept.Evidence;
import dev.hpo.confirm.Sample;
import dev.hpo.trial.Direction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What runs are compared with.
 *
 * @param value the values of runs that have chosen nothing
 * @param failures how many further runs have ended without a value
 * @param direction which values are better
 * @param plan what matters
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Baseline(Sample value, int failures, Direction direction, RetestPlan plan) {

    /** What a sum may differ by that is taken in another order, as on another processor, with the precision of a float. */
    private static final double RESOLUTION = 1e-6;

    private static final double HUGE = 1e100;

    /** Creates a baseline, checking that it is large enough. */
    public Baseline {
        if (value.size() < Evidence.FEWEST) {
            throw new IllegalArgumentException("Baseline.value (" + value.size() + " values) must have at least "
                    + Evidence.FEWEST + "; accept anew, which takes " + Evidence.RUNS);
        }
    }

    /** Returns the baseline that evidence is. */
    public static Baseline of(Evidence evidence, RetestPlan plan) {
        return new Baseline(
                evidence.value(), evidence.failures(), evidence.aim().direction(), plan);
    }

    /**
     * Returns the alarm that a batch is.
     *
     * @param runs the losses of its runs that have ended, in their order; infinite or not a number for one without a value
     * @return the first, as nothing after it counts; empty if there is none yet
     */
    public Optional<Alarm> alarm(List<Double> runs) {
        return RetestPlan.LOOKS.stream()
                .filter(look -> look <= runs.size())
                .flatMap(look -> alarmAt(runs.subList(0, look)).stream())
                .findFirst();
    }

    private Optional<Alarm> alarmAt(List<Double> runs) {
        List<Double> losses = runs.stream().filter(Double::isFinite).toList();
        int failed = runs.size() - losses.size();
        double level = Levels.of(value.size());
        double byFailures = failureProbability(runs.size(), failed);
        if (byFailures <= level) {
            return Optional.of(new Alarm(Alarm.Reason.FAILURES, runs.size(), byFailures));
        }
        double byValue = probability(losses);
        boolean isAlarm = byValue <= level && loss(losses) >= plan.minimumLoss();
        return isAlarm ? Optional.of(new Alarm(Alarm.Reason.VALUE, runs.size(), byValue)) : Optional.empty();
    }

    private double loss(List<Double> losses) {
        return new Sample(losses).mean() - direction.asLoss(value.mean());
    }

    /**
     * Returns how likely it would be that runs are as much worse on the average, or more, if nothing had changed: by Student's t with one variance for both.
     *
     * @param losses the losses of runs; finite
     * @return 1 for none
     */
    public double probability(List<Double> losses) {
        if (losses.isEmpty()) {
            return 1;
        }
        double unit = unit(losses);
        Sample now = new Sample(losses.stream().map(loss -> loss / unit).toList());
        Sample then = new Sample(value.values().stream()
                .map(number -> direction.asLoss(number) / unit)
                .toList());
        int freedom = then.size() + now.size() - 2;
        double variance = (then.variance() * (then.size() - 1) + now.variance() * (now.size() - 1)) / freedom;
        double error = Math.max(Math.sqrt(variance), floor() / unit) * Math.sqrt(1.0 / then.size() + 1.0 / now.size());
        double loss = now.mean() - then.mean();
        if (loss <= 0) {
            return loss == 0 || error == 0 ? 1 : 1 - upper(freedom, -loss / error);
        }
        return error == 0 ? 0 : upper(freedom, loss / error);
    }

    /** Returns what numbers are compared in: themselves, unless some are so large that their squares are none. */
    private double unit(List<Double> losses) {
        double largest = Stream.concat(losses.stream(), value.values().stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return largest > HUGE ? largest : 1;
    }

    private static double upper(int freedom, double t) {
        // By symmetry, since 1 minus a probability near 1 is none.
        return new TDistribution(null, freedom).cumulativeProbability(-t);
    }

    /** Returns the standard deviation that values are taken to have at least. */
    double floor() {
        return Math.max(plan.tolerance(), RESOLUTION * Math.abs(value.mean()));
    }

    /** Returns how likely it would be that as many of some runs fail, or more, if they failed as often as before: by Fisher's exact test. */
    double failureProbability(int runs, int failed) {
        if (failed == 0) {
            return 1;
        }
        int before = value.size() + failures;
        return new HypergeometricDistribution(null, before + runs, failures + failed, runs)
                .upperCumulativeProbability(failed);
    }

    /**
     * A batch that looks worse.
     *
     * @param reason in what
     * @param runs after how many runs
     * @param probability how likely it would be that it looks so bad at that look if nothing had changed
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Alarm(Reason reason, int runs, double probability) {

        /** What can look worse. */
        @API(status = Status.EXPERIMENTAL, since = "0.1")
        public enum Reason {
            /** The mean of the values. */
            VALUE,
            /** How many runs end without a value. */
            FAILURES
        }
    }
}
