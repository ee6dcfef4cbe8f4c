// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.gp.Fits;
import dev.hpo.gp.Inputs;
import dev.hpo.gp.Predictions;
import dev.hpo.gp.Predictor;
import dev.hpo.gp.Slope;
import dev.hpo.trial.TrialRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What trials come to in the end: those that were stopped, those that run, and new ones.
 *
 * <p>Losses at all levels are brought to one scale. The way to the end is a sum: the place at the first level, and what each stretch from one level to the
 * next adds. For each of these there is a Gaussian process of the configuration, made from all trials that are through with the stretch; so no trial that was
 * stopped is thrown away, and none is given an end that it never had. What a trial comes to is its last place and the means of what is still to come; variances
 * add. Of a new one, all is still to come.
 *
 * <p>A level at which complete trials are in another order than in the end is left out: it says nothing, or the opposite. And the errors of the parts add up, where a model of ends
 * alone would know them exactly: which of the two predicts complete trials better, if each is left out, can be asked.
 *
 * <p>Sources: Swersky, Snoek and Adams, "Freeze-thaw Bayesian optimization", 2014, for predicting ends from stopped trainings; Kandasamy et al.,
 * "Multi-fidelity Bayesian optimisation with continuous approximations", ICML 2017, and Perdikaris et al., "Nonlinear information fusion algorithms for data-efficient
 * multi-fidelity modelling", 2017, for one level as a correction of the one below.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class CurveModel implements Predictor {

    private static final double CAUTION = 4;

    /** Of fewer complete trials it is not known which model is better. */
    private static final int COMPARED = 8;

    private final Traces traces;
    private final Climb climb;
    private final List<Integer> levels;
    private final List<Stretch> stretches;
    private @Nullable Map<Integer, Prospect> prospects;

    private CurveModel(Traces traces, Climb climb, List<Integer> levels, List<Stretch> stretches) {
        this.traces = traces;
        this.climb = climb;
        this.levels = levels;
        this.stretches = stretches;
    }

    /**
     * Makes a model.
     *
     * @param most from how many trials at most each part is predicted
     */
    static CurveModel of(Traces traces, Inputs inputs, Fits fits, int most) {
        List<Integer> levels = traces.telling();
        Climb climb = Climb.of(traces.all(), levels, most, new Climb.Making(inputs, fits));
        return new CurveModel(traces, climb, levels, climb.stretches());
    }

    /** Returns the model for which trials that run have come out as predicted, in all that is still to come of them. */
    public CurveModel believing() {
        List<Stretch> believing = IntStream.range(0, stretches.size())
                .mapToObj(stretch -> stretches.get(stretch).believing(traces.pending(levels.get(stretch))))
                .toList();
        return new CurveModel(traces, climb, levels, believing);
    }

    @Override
    public Predictions predict(List<double[]> points) {
        return ahead(points, 0);
    }

    private Predictions ahead(List<double[]> points, int from) {
        Predictions sum = new Predictions(points.size());
        for (Stretch stretch : stretches.subList(from, stretches.size())) {
            sum.add(stretch.predict(points), 1);
        }
        return sum;
    }

    @Override
    public Slope slope(double[] point) {
        Slope sum = new Slope(point.length);
        stretches.forEach(stretch -> sum.add(stretch.slope(point), 1));
        return sum;
    }

    /** Returns where trials are expected to end, by their numbers: those that have come to a level and not failed. */
    public synchronized Map<Integer, Prospect> prospects() {
        if (prospects == null) {
            prospects = Map.copyOf(expected());
        }
        return prospects;
    }

    private Map<Integer, Prospect> expected() {
        Map<Integer, Prospect> expected = new HashMap<>();
        for (int reached = 0; reached <= levels.size(); reached++) {
            int so = reached;
            List<Trace> those = traces.all().stream()
                    .filter(trace -> climb.reached(trace) == so && !trace.isBroken())
                    .toList();
            Predictions ahead = ahead(those.stream().map(Trace::point).toList(), reached);
            for (int i = 0; i < those.size(); i++) {
                double mean = (reached == 0 ? 0 : climb.place(those.get(i))) + ahead.mean(i);
                expected.put(those.get(i).number(), new Prospect(mean, ahead.deviation(i)));
            }
        }
        return expected;
    }

    /**
     * Returns where a trial is expected to end. What is not known of the stretches to come counts for more the fewer trials have told of them.
     *
     * @param trial a trial with the values it has now
     * @param point its configuration
     */
    public Prospect cautious(TrialRecord trial, double[] point) {
        Trace trace = Trace.of(trial, point, traces.ladder(), traces.aim());
        int reached = climb.reached(trace);
        double mean = reached == 0 ? 0 : climb.place(trace);
        double variance = 0;
        for (Stretch stretch : stretches.subList(reached, stretches.size())) {
            Predictions one = stretch.predict(List.of(point));
            double own = one.deviation(0) * one.deviation(0) + stretch.noise() * stretch.noise();
            mean += one.mean(0);
            variance += own * (1 + CAUTION / Math.max(1, stretch.trials()));
        }
        return new Prospect(mean, Math.sqrt(variance));
    }

    /** Returns the place of the best complete trial; infinite if there is none. */
    public double best() {
        return traces.complete().stream()
                .mapToDouble(Trace::last)
                .map(climb.squeeze()::of)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns the lowest place at which any trial is expected to end; infinite if there is none. */
    public double lowest() {
        return prospects().values().stream().mapToDouble(Prospect::mean).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns whether what is reported last has little to do with the values that trials are given in the end. */
    public boolean areMisleading() {
        return traces.areMisleading();
    }

    /** Returns whether any level before the end says something of it. */
    public boolean isOfCurves() {
        return levels.size() > 1;
    }

    /**
     * Returns whether it is better than a model of ends alone: some level says something of the end, trials keep their order and, as far as complete trials tell, if each were left
     * out, it predicts the better half of them no worse.
     */
    public boolean isBetter() {
        if (!isOfCurves() || !traces.areInOrder()) {
            return false;
        }
        Climb ends = climb.ofEnds();
        return traces.complete().size() < COMPARED || climb.error(stretches) <= ends.error(ends.stretches());
    }

    /** Returns whether a level says something of the end, as far as is known. */
    public boolean isTelling(int level) {
        return levels.contains(level) && !traces.areMisleading();
    }
}
