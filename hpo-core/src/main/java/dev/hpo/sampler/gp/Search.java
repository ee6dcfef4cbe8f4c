// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Tried;
import dev.hpo.numeric.Lbfgs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Finds the point with the best score. */
final class Search {

    private static final int DRAWS = 500;
    private static final int MUTATIONS = 450;
    private static final int SPARSE = 300;
    private static final int STARTS = 6;
    private static final int ROUNDS = 8;
    private static final int STEPS = 25;
    private static final int LEAST_STEPS = 5;

    /** Of up to so many coordinates all is done; of more less, as each prediction takes longer: an ask must not. */
    private static final int COORDINATES = 60;

    private static final int NEIGHBOURS = 4 * COORDINATES;
    private static final int LEAST_NEIGHBOURS = 20;

    private final Encoding encoding;
    private final Score score;
    private final Tried tried;
    private final RandomGenerator random;

    Search(Encoding encoding, Score score, Tried tried, RandomGenerator random) {
        this.encoding = encoding;
        this.score = score;
        this.tried = tried;
        this.random = random;
    }

    private static final class Candidate {
        private final double[] point;
        private final double score;

        Candidate(double[] point, double score) {
            this.point = point;
            this.score = score;
        }
    }

    /**
     * Returns the best new point that is found.
     *
     * @param box where to search
     * @param elite the best points so far
     * @param stay with which probability choices of the best point are kept
     */
    Optional<double[]> best(Box box, List<double[]> elite, double stay) {
        List<double[]> points = new ArrayList<>();
        for (int draw = 0; draw < share(DRAWS); draw++) {
            points.add(draw(box, elite, stay));
        }
        for (int mutation = 0; mutation < share(MUTATIONS) && !elite.isEmpty(); mutation++) {
            points.add(mutate(box, elite.get(mutation % elite.size())));
        }
        for (int mutation = 0; mutation < share(SPARSE) && !elite.isEmpty(); mutation++) {
            points.add(perturb(box, elite.get(mutation % elite.size())));
        }
        List<Candidate> all = rated(points);
        all.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.score));
        List<Candidate> ends = new ArrayList<>();
        for (Candidate start : all.subList(0, Math.min(share(STARTS), all.size()))) {
            ends.add(climb(start, box));
        }
        ends.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.score));
        for (Candidate candidate : ends) {
            if (!tried.contains(candidate.point)) {
                return Optional.of(candidate.point);
            }
        }
        return all.stream()
                .map(candidate -> candidate.point)
                .filter(point -> !tried.contains(point))
                .findFirst();
    }

    /** Returns how much is done of something: all of it, or in proportion to the number of coordinates less. */
    private int share(int most) {
        return encoding.size() <= COORDINATES ? most : Math.max(1, most * COORDINATES / encoding.size());
    }

    private double[] draw(Box box, List<double[]> elite, double stay) {
        double[] point = new double[encoding.size()];
        for (Dimension dimension : encoding.dimensions()) {
            int at = dimension.index();
            boolean kept = dimension.isCategorical() && !elite.isEmpty() && random.nextDouble() < stay;
            point[at] = kept ? elite.get(0)[at] : box.draw(at, random);
        }
        box.repair(point, random);
        return point;
    }

    private double[] mutate(Box box, double[] parent) {
        double scale = Math.pow(10, -0.5 - 2 * random.nextDouble());
        double[] point = parent.clone();
        for (Dimension dimension : encoding.dimensions()) {
            int at = dimension.index();
            if (Double.isNaN(point[at])) {
                continue;
            }
            if (dimension.isCategorical()) {
                point[at] = random.nextDouble() < 0.1 ? random.nextDouble() : point[at];
            } else {
                point[at] += scale * random.nextGaussian();
            }
        }
        box.repair(point, random);
        return point;
    }

    private double[] perturb(Box box, double[] parent) {
        double[] point = parent.clone();
        int changes = 1 + random.nextInt(2) + random.nextInt(2);
        for (int change = 0; change < changes; change++) {
            Dimension dimension = encoding.dimension(random.nextInt(encoding.size()));
            int at = dimension.index();
            if (Double.isNaN(point[at])) {
                continue;
            }
            boolean far = dimension.isCategorical() || random.nextBoolean();
            point[at] = far ? box.draw(at, random) : point[at] + 0.1 * random.nextGaussian();
        }
        box.repair(point, random);
        return point;
    }

    private List<Candidate> rated(List<double[]> points) {
        double[] scores = score.of(points);
        List<Candidate> rated = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            rated.add(new Candidate(points.get(i), scores[i]));
        }
        return rated;
    }

    private Candidate climb(Candidate start, Box box) {
        Candidate best = polish(start, box);
        for (int round = 0; round < share(ROUNDS); round++) {
            List<double[]> neighbours = some(neighbours(best.point, box));
            if (neighbours.isEmpty()) {
                return best;
            }
            Candidate next = best;
            for (Candidate candidate : rated(neighbours)) {
                if (candidate.score > next.score && !tried.contains(candidate.point)) {
                    next = candidate;
                }
            }
            if (next == best) {
                return best;
            }
            best = polish(next, box);
        }
        return best;
    }

    private List<double[]> some(List<double[]> neighbours) {
        int most = Math.max(LEAST_NEIGHBOURS, share(NEIGHBOURS));
        if (encoding.size() <= COORDINATES || neighbours.size() <= most) {
            return neighbours;
        }
        for (int place = 0; place < most; place++) {
            Collections.swap(neighbours, place, place + random.nextInt(neighbours.size() - place));
        }
        return neighbours.subList(0, most);
    }

    /** Moves of one coordinate that has gaps: to every other choice, or by one and two values. */
    private List<double[]> neighbours(double[] point, Box box) {
        List<double[]> neighbours = new ArrayList<>();
        for (Dimension dimension : encoding.dimensions()) {
            int at = dimension.index();
            if (Double.isNaN(point[at]) || dimension.isContinuous() || dimension.isConstant()) {
                continue;
            }
            if (dimension.isListed() && dimension.isCategorical()) {
                int own = dimension.level(point[at]);
                for (int level = 0; level < dimension.cardinality(); level++) {
                    if (level != own) {
                        add(neighbours, point, at, dimension.position(level), box);
                    }
                }
            } else if (dimension.isListed()) {
                int own = dimension.level(point[at]);
                for (int step : new int[] {-2, -1, 1, 2}) {
                    if (own + step >= 0 && own + step < dimension.cardinality()) {
                        add(neighbours, point, at, dimension.position(own + step), box);
                    }
                }
            } else {
                for (double step : new double[] {-0.05, -0.005, 0.005, 0.05}) {
                    add(neighbours, point, at, point[at] + step, box);
                }
            }
        }
        return neighbours;
    }

    private void add(List<double[]> neighbours, double[] point, int at, double position, Box box) {
        if (box.inside(at, position) != position) {
            return;
        }
        double[] neighbour = point.clone();
        neighbour[at] = position;
        encoding.repair(neighbour, random);
        neighbours.add(neighbour);
    }

    /** Follows the gradient along the coordinates without gaps. */
    private Candidate polish(Candidate start, Box box) {
        List<Dimension> free = encoding.dimensions().stream()
                .filter(dimension -> dimension.isContinuous() && !Double.isNaN(start.point[dimension.index()]))
                .toList();
        if (free.isEmpty()) {
            return start;
        }
        double[] begin = free.stream()
                .mapToDouble(dimension -> start.point[dimension.index()])
                .toArray();
        double[] whole = start.point.clone();
        double[] gradient = new double[encoding.size()];
        Lbfgs.Minimum end = Lbfgs.minimize(
                (variables, slopes) -> {
                    for (int i = 0; i < variables.length; i++) {
                        whole[free.get(i).index()] = variables[i];
                    }
                    double value = score.of(whole, gradient);
                    for (int i = 0; i < variables.length; i++) {
                        slopes[i] = -gradient[free.get(i).index()];
                    }
                    return -value;
                },
                (variable, value) -> box.inside(free.get(variable).index(), value),
                begin,
                Math.max(LEAST_STEPS, share(STEPS)),
                1e-4);
        if (-end.value() <= start.score) {
            return start;
        }
        double[] point = start.point.clone();
        for (int i = 0; i < begin.length; i++) {
            point[free.get(i).index()] = end.point()[i];
        }
        return new Candidate(point, -end.value());
    }
}
