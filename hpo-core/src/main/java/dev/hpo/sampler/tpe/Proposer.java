// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Draws candidates from the density of the good points and chooses among them. Safe for use by several threads. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Proposer {

    private static final int CANDIDATES = 24;
    private static final int ROUNDS = 4;

    /** The share of the candidates of which each is drawn from two components. */
    private static final double CROSSED = 0.5;

    /** How much the user's belief counts beside the first result; πBO's β. */
    private static final double BELIEF = 10;

    private final Ranking.Cache rankings = new Ranking.Cache();

    /** Creates a proposer without a memory. */
    public Proposer() {}

    /**
     * Returns the most promising candidate that is new, or none if all of several rounds have been tried before.
     *
     * @param table what has been tried
     * @param random the randomness of this ask
     * @param isNew whether a configuration has not been tried
     */
    public Optional<Configuration> propose(Table table, RandomGenerator random, Predicate<Configuration> isNew) {
        Encoding encoding = table.encoding();
        Ranking ranking = rankings.of(table);
        Split split = Split.of(ranking);
        Mixture good = Mixture.ofGood(encoding, split.good());
        Mixture bad = Mixture.ofBad(encoding, split.bad(), split.good());
        double trust = BELIEF / Math.max(1, ranking.finished());
        for (int round = 0; round < ROUNDS; round++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < CANDIDATES; i++) {
                double[] point = draw(good, random);
                disturb(encoding, point, (double) round / encoding.size(), random);
                double score = good.logDensity(point) - bad.logDensity(point) + trust * belief(encoding, point);
                candidates.add(new Candidate(point, score));
            }
            Optional<Configuration> best = candidates.stream()
                    .sorted(Comparator.comparingDouble((Candidate candidate) -> candidate.score)
                            .reversed())
                    .map(candidate -> encoding.decode(candidate.point))
                    .filter(isNew)
                    .findFirst();
            if (best.isPresent()) {
                return best;
            }
        }
        return Optional.empty();
    }

    private static double[] draw(Mixture good, RandomGenerator random) {
        int mother = good.component(random);
        int father = random.nextDouble() < CROSSED ? good.component(random) : mother;
        return good.draw(mother, father, random);
    }

    /** Draws some coordinates anew from everywhere: only when everything near the good points has been tried. */
    private static void disturb(Encoding encoding, double[] point, double share, RandomGenerator random) {
        if (share == 0) {
            return;
        }
        for (int at = 0; at < point.length; at++) {
            if (random.nextDouble() < share) {
                point[at] = random.nextDouble();
            }
        }
        encoding.repair(point, random);
    }

    private static double belief(Encoding encoding, double[] point) {
        double sum = 0;
        for (Dimension dimension : encoding.dimensions()) {
            double position = point[dimension.index()];
            sum += Double.isNaN(position) ? 0 : Belief.of(dimension).logDensity(position);
        }
        return sum;
    }

    private static final class Candidate {
        private final double[] point;
        private final double score;

        Candidate(double[] point, double score) {
            this.point = point;
            this.score = score;
        }
    }
}
