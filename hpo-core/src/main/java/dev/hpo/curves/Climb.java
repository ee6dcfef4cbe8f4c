// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.gp.Fits;
import dev.hpo.gp.Inputs;
import dev.hpo.gp.Kernel;
import dev.hpo.gp.Priors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trials on their way up the levels that count, and what each stretch between two of them has added. */
final class Climb {

    /** From so many trials a fit takes long enough. */
    private static final int FITTED = 100;

    private final List<Trace> traces;
    private final List<Integer> levels;
    private final Squeeze squeeze;
    private final Making making;

    private Climb(List<Trace> traces, List<Integer> levels, Squeeze squeeze, Making making) {
        this.traces = traces;
        this.levels = levels;
        this.squeeze = squeeze;
        this.making = making;
    }

    /** What models are made with. */
    record Making(Inputs inputs, Fits fits) {}

    /**
     * Returns the climb of some trials.
     *
     * @param traces those of trials that have come to a level, by their numbers
     * @param levels those that count, rising; the last one is the end
     * @param most how many of the trials count at most: of more a model takes long
     */
    static Climb of(List<Trace> traces, List<Integer> levels, int most, Making making) {
        return new Climb(Thinning.furthest(traces, most), levels, Squeeze.of(traces), making);
    }

    /** Returns the same of ends alone. */
    Climb ofEnds() {
        int top = levels.get(levels.size() - 1);
        return new Climb(
                traces.stream().filter(trace -> trace.reached() > top).toList(), List.of(top), squeeze, making);
    }

    /**
     * Returns the mean of the squares of how far off the ends of complete trials would be predicted from their configurations, if each were left out.
     *
     * @param stretches those of this climb
     */
    double error(List<Stretch> stretches) {
        Map<Integer, Double> sums = new HashMap<>();
        for (int stretch = 0; stretch < levels.size(); stretch++) {
            List<Trace> some = through(stretch);
            double[] leftOut = stretches.get(stretch).leftOut();
            for (int i = 0; i < some.size(); i++) {
                sums.merge(some.get(i).number(), leftOut[i], Double::sum);
            }
        }
        List<Trace> complete = traces.stream()
                .filter(Trace::isComplete)
                .sorted(Comparator.comparingDouble(Trace::last))
                .toList();
        return complete.subList(0, (complete.size() + 1) / 2).stream()
                .mapToDouble(trace -> squeeze.of(trace.last()) - sums.getOrDefault(trace.number(), 0.0))
                .map(difference -> difference * difference)
                .average()
                .orElse(Double.NaN);
    }

    Squeeze squeeze() {
        return squeeze;
    }

    /** Returns how many of the levels that count a trial has come to. */
    int reached(Trace trace) {
        int reached = 0;
        while (reached < levels.size() && levels.get(reached) < trace.reached()) {
            reached++;
        }
        return reached;
    }

    /** Returns the place on the scale that a trial has come to, at the highest of the levels that count. */
    double place(Trace trace) {
        return squeeze.of(trace.loss(levels.get(reached(trace) - 1)));
    }

    /** Returns what each stretch adds to trials. */
    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        double spread = Spread.of(
                traces.stream().mapToDouble(Trace::last).map(squeeze::of).toArray());
        double each = spread / Math.sqrt(Math.max(1, levels.size() - 1));
        for (int stretch = 0; stretch < levels.size(); stretch++) {
            List<Trace> through = through(stretch);
            if (through.size() < Stretch.FEW || making.inputs().size() == 0) {
                stretches.add(Stretch.constant(added(through, stretch), each));
            } else {
                Kernel kernel = kernel(through, stretch);
                stretches.add(Stretch.of(kernel, points(through), added(through, stretch)));
            }
        }
        return stretches;
    }

    private List<Trace> through(int stretch) {
        return traces.stream().filter(trace -> reached(trace) > stretch).toList();
    }

    /** Hyperparameters are those of the trials up to a scheduled number of them alone, as if there were no others. */
    private Kernel kernel(List<Trace> through, int stretch) {
        List<Trace> first = through.subList(0, Fits.scheduled(through.size()));
        int latest = first.get(first.size() - 1).number();
        List<Trace> known =
                traces.stream().filter(trace -> trace.number() <= latest).toList();
        Climb before = new Climb(known, levels, Squeeze.of(known), making);
        List<Trace> some = Thinning.evenly(first, FITTED);
        Priors priors = stretch == 0
                ? Priors.ofLosses(making.inputs().size())
                : Priors.ofIncrements(making.inputs().size());
        return Stretch.fit(making.inputs(), priors, points(some), before.added(some, stretch), making.fits());
    }

    private double[] added(List<Trace> through, int stretch) {
        return through.stream()
                .mapToDouble(trace -> squeeze.of(trace.loss(levels.get(stretch)))
                        - (stretch == 0 ? 0 : squeeze.of(trace.loss(levels.get(stretch - 1)))))
                .toArray();
    }

    private static List<double[]> points(List<Trace> traces) {
        return traces.stream().map(Trace::point).toList();
    }
}
