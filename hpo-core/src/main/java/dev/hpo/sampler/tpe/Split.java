// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The good trials and the others.
 *
 * @param good the best ones: a tenth as many as have ended, 25 at most, and none without a value; the better, the heavier. Where most trials fail,
 *     most of those that do not are good: a tenth of them would be one, which says nothing of where to look
 * @param bad the others, pending and failed ones among them; of a long history some that stand for all
 */
record Split(Sample good, Sample bad) {

    private static final double GOOD_SHARE = 0.1;
    private static final int MOST_GOOD = 25;

    /** How many of the others that have ended there are at most: what bounds the time of an ask. */
    static final int MOST_BAD = 256;

    /** How many pending ones, the latest. */
    static final int MOST_PENDING = 1024;

    static Split of(Ranking ranking) {
        int tenth = Math.min(MOST_GOOD, (int) Math.ceil(GOOD_SHARE * ranking.finished()));
        int good = Math.min(tenth, ranking.ranked());
        return new Split(good(ranking, good), bad(ranking, good));
    }

    private static Sample good(Ranking ranking, int size) {
        List<double[]> points = new ArrayList<>();
        double[] weights = new double[size];
        for (int rank = 0; rank < size; rank++) {
            points.add(ranking.point(rank));
            weights[rank] = Math.log(size + 0.5) - Math.log(rank + 1);
        }
        return new Sample(points, weights);
    }

    private static Sample bad(Ranking ranking, int good) {
        int[] ranks = chosen(good, ranking.finished(), ranking.size());
        double[] weights = new double[ranks.length];
        Arrays.fill(weights, 1);
        List<double[]> points = new ArrayList<>();
        for (int place = 0; place < ranks.length; place++) {
            points.add(ranking.point(ranks[place]));
            // A chosen one stands for those up to the next, pending ones for themselves.
            if (place > 0 && ranks[place] < ranking.finished()) {
                weights[place] = ranks[place] - ranks[place - 1];
            }
        }
        return new Sample(points, weights);
    }

    /**
     * Returns ranks of the others. Of a long history those next to the good ones, which lie where candidates do, and more at equal
     * distances; and all that are pending, as they must be kept away from.
     */
    private static int[] chosen(int good, int finished, int size) {
        int ended = finished - good;
        int next = ended <= MOST_BAD ? ended : MOST_BAD / 2;
        int others = Math.min(MOST_BAD, ended) - next;
        int pending = Math.min(MOST_PENDING, size - finished);
        int[] ranks = new int[next + others + pending];
        for (int i = 0; i < ranks.length; i++) {
            if (i < next) {
                ranks[i] = good + i;
            } else if (i < next + others) {
                long distance = (i - next + 1L) * (ended - next) / others;
                ranks[i] = good + next - 1 + (int) distance;
            } else {
                ranks[i] = size - ranks.length + i;
            }
        }
        return ranks;
    }
}
