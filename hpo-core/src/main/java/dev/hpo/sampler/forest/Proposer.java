// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.forest;

import dev.hpo.encoding.Beliefs;
import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.encoding.Tried;
import dev.hpo.forest.Forest;
import dev.hpo.forest.Sample;
import dev.hpo.forest.Scores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the points that promise most by a forest grown on a history. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Proposer {

    private static final double RANDOM_SHARE = 0.1;
    private static final int DRAWS = 500;
    private static final int CLIMBS = 6;
    private static final int STEPS = 8;

    private final Table table;
    private final int budget;
    private final RandomGenerator random;
    private final Encoding encoding;
    private final Tried tried;
    private final Neighbours neighbours;

    /**
     * Creates a proposer.
     *
     * @param table the history
     * @param budget how many trials there will be
     * @param random the randomness of the ask
     */
    public Proposer(Table table, int budget, RandomGenerator random) {
        this.table = table;
        this.budget = budget;
        this.random = random;
        this.encoding = table.encoding();
        this.tried = new Tried(table);
        this.neighbours = new Neighbours(encoding, random);
    }

    /** Returns new points, the most promising first; none now and then, when a random one is due, or if nothing has ended. */
    public List<double[]> propose() {
        List<Row> ended = table.withResult();
        if (ended.isEmpty() || random.nextDouble() < RANDOM_SHARE) {
            return List.of();
        }
        Sample sample = new Sample(points(ended), Scores.of(ended));
        Acquisition acquisition = new Acquisition(forest(sample), sample, new Beliefs(encoding, ended.size(), budget));
        return candidates(acquisition, best(ended, sample)).stream()
                .map(Candidate::point)
                .toList();
    }

    /** Trials that run count as if they had ended as a forest without them expects. */
    private Forest forest(Sample sample) {
        Forest forest = Forest.grow(sample, encoding, random);
        double[][] pending = points(table.of(Row.Kind.PENDING));
        if (pending.length == 0) {
            return forest;
        }
        double[] believed = Arrays.stream(pending)
                .mapToDouble(point -> forest.predict(point).mean())
                .toArray();
        return Forest.grow(sample.with(new Sample(pending, believed)), encoding, random);
    }

    private static double[][] points(List<Row> rows) {
        return rows.stream().map(Row::point).toArray(double[][]::new);
    }

    private static List<double[]> best(List<Row> ended, Sample sample) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < ended.size(); row++) {
            order.add(row);
        }
        order.sort(Comparator.comparingDouble(row -> sample.losses()[row]));
        return order.stream().limit(CLIMBS).map(row -> ended.get(row).point()).toList();
    }

    /** Random points, and what is met on climbs from the best trials and from the most promising of these points. */
    private List<Candidate> candidates(Acquisition acquisition, List<double[]> best) {
        List<Candidate> all = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] point = encoding.draw(random);
            if (!tried.contains(point)) {
                all.add(new Candidate(point, acquisition.at(point)));
            }
        }
        all.sort(Candidate.MOST_PROMISING_FIRST);
        List<double[]> starts = new ArrayList<>(best);
        all.stream().limit(CLIMBS).map(Candidate::point).forEach(starts::add);
        for (double[] start : starts) {
            climb(start, acquisition, all);
        }
        all.sort(Candidate.MOST_PROMISING_FIRST);
        return all;
    }

    private void climb(double[] start, Acquisition acquisition, List<Candidate> all) {
        Candidate at = new Candidate(start, Double.NEGATIVE_INFINITY);
        for (int step = 0; step < STEPS; step++) {
            Candidate next = at;
            for (double[] point : neighbours.of(at.point())) {
                double promise = tried.contains(point) ? Double.NEGATIVE_INFINITY : acquisition.at(point);
                next = promise > next.promise() ? new Candidate(point, promise) : next;
            }
            if (next == at) {
                return;
            }
            all.add(next);
            at = next;
        }
    }

    /** A point and how much it promises. */
    private static final class Candidate {

        static final Comparator<Candidate> MOST_PROMISING_FIRST =
                Comparator.comparingDouble(Candidate::promise).reversed();

        private final double[] point;
        private final double promise;

        Candidate(double[] point, double promise) {
            this.point = point;
            this.promise = promise;
        }

        double[] point() {
            return point;
        }

        double promise() {
            return promise;
        }
    }
}
