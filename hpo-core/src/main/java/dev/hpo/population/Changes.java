// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Segments.Entry;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.trial.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How much better segments have made their members, by what they were trained with, and what promises most next.
 *
 * @param ordered the parameters that the model knows, whose values have an order
 */
record Changes(Direction direction, Segments segments, List<Parameter<?>> ordered) {

    /** What is older says little by now, and a model of more takes longer than a decision may. */
    private static final int MOST = 48;

    private static final int CANDIDATES = 100;
    private static final double NEAR = 0.15;

    /**
     * Returns the point of the unit cube with the largest upper confidence bound; none, with no axis, while too little is known.
     *
     * @param generation the one that is chosen for
     * @param present where the copied member stands
     */
    double[] best(int generation, double[] present, RandomGenerator random) {
        Optional<ChangeModel> model = ordered.isEmpty() ? Optional.empty() : ChangeModel.of(known(), pending());
        if (model.isEmpty()) {
            return new double[0];
        }
        List<double[]> candidates = candidates(present, random);
        double[] best = candidates.get(0);
        double highest = Double.NEGATIVE_INFINITY;
        for (double[] candidate : candidates) {
            double bound = model.get().upperBound(candidate, generation);
            if (bound > highest) {
                highest = bound;
                best = candidate;
            }
        }
        return best;
    }

    /** Half of them are near where the member stands, half anywhere. */
    private List<double[]> candidates(double[] present, RandomGenerator random) {
        List<double[]> candidates = new ArrayList<>();
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            double[] point = new double[present.length];
            for (int axis = 0; axis < point.length; axis++) {
                double near = present[axis] + NEAR * random.nextGaussian();
                point[axis] = candidate % 2 == 0 ? Math.max(0, Math.min(1, near)) : random.nextDouble();
            }
            candidates.add(point);
        }
        return candidates;
    }

    /** The last of the segments that have ended and had one before: what each has gained, in parts of what it began with. */
    private List<ChangeModel.Seen> known() {
        List<ChangeModel.Seen> seen = new ArrayList<>();
        for (Entry entry : segments.all()) {
            Optional<Entry> before = segments.before(entry).filter(Entry::isGood);
            if (entry.isOver() && before.isPresent() && isComplete(entry)) {
                double gain = entry.isGood() ? gain(before.get().loss(direction), entry.loss(direction)) : -1;
                seen.add(new ChangeModel.Seen(place(entry), entry.segment().generation(), gain));
            }
        }
        return seen.subList(Math.max(0, seen.size() - MOST), seen.size());
    }

    /** A gain beyond all it had, as of a loss that changes its sign, counts as that. */
    private static double gain(double before, double after) {
        double scale = Math.max(Math.abs(before), Math.abs(after));
        return scale == 0 ? 0 : Math.max(-1, Math.min(1, (before - after) / scale));
    }

    private List<ChangeModel.Seen> pending() {
        List<ChangeModel.Seen> running = new ArrayList<>();
        for (Entry entry : segments.running()) {
            if (isComplete(entry)) {
                running.add(new ChangeModel.Seen(place(entry), entry.segment().generation(), 0));
            }
        }
        return running.subList(Math.max(0, running.size() - MOST), running.size());
    }

    private boolean isComplete(Entry entry) {
        return ordered.stream().allMatch(entry.trial().configuration()::contains);
    }

    private double[] place(Entry entry) {
        Configuration configuration = entry.trial().configuration();
        return ordered.stream()
                .mapToDouble(parameter -> parameter.domain().toUnit(configuration.raw(parameter)))
                .toArray();
    }
}
