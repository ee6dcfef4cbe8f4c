// SPDX-License-Identifier: Apache-2.0
package dev.hpo.forest;

import dev.hpo.encoding.Encoding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Trees whose predictions are averaged. Immutable.
 *
 * <p>Source: Geurts, Ernst and Wehenkel, "Extremely randomized trees", Machine Learning 63, 2006, with the variance of Hutter et al.,
 * "Algorithm runtime prediction: methods and evaluation", Artificial Intelligence 206, 2014, section 4.3.2.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Forest {

    static final int TREES = 20;

    /** How many rows a tree learns from at most. */
    private static final int ROWS = 1000;

    private static final int BEST_ROWS = 250;

    private final List<Node> trees = new ArrayList<>(TREES);

    /**
     * Grows a forest.
     *
     * <p>Each tree learns from the whole sample; from a very large one it learns from the best and from some of the others.
     *
     * @param sample what to learn from, not empty
     * @param choices how many choices each coordinate has, 0 of an ordered one
     * @param random the randomness
     */
    Forest(Sample sample, int[] choices, RandomGenerator random) {
        int[] order = IntStream.range(0, sample.size()).toArray();
        if (sample.size() > ROWS) {
            order = IntStream.range(0, sample.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> sample.losses()[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        for (int tree = 0; tree < TREES; tree++) {
            trees.add(new Grower(sample, choices, rows(order, random), random).grow());
        }
    }

    /**
     * Grows a forest on proper points.
     *
     * @param sample what to learn from, not empty
     * @param encoding tells what the coordinates are
     * @param random the randomness
     */
    public static Forest grow(Sample sample, Encoding encoding, RandomGenerator random) {
        int[] choices = encoding.dimensions().stream().mapToInt(Cut::choicesOf).toArray();
        return new Forest(sample, choices, random);
    }

    private static int[] rows(int[] order, RandomGenerator random) {
        int[] rows = order.clone();
        if (rows.length <= ROWS) {
            return rows;
        }
        for (int place = BEST_ROWS; place < ROWS; place++) {
            int pick = place + random.nextInt(rows.length - place);
            int row = rows[pick];
            rows[pick] = rows[place];
            rows[place] = row;
        }
        return IntStream.of(rows).limit(ROWS).toArray();
    }

    /** Returns the trees. */
    public List<Node> trees() {
        return Collections.unmodifiableList(trees);
    }

    /** Returns what to expect at a point: the mean of the leaves, and their variances together with the variance between trees. */
    public Prediction predict(double[] point) {
        double mean = 0;
        double squares = 0;
        double within = 0;
        for (Node tree : trees) {
            Node.Leaf leaf = tree.leaf(point);
            mean += leaf.mean() / TREES;
            squares += leaf.mean() * leaf.mean() / TREES;
            within += leaf.variance() / TREES;
        }
        return new Prediction(mean, within + Math.max(0, squares - mean * mean));
    }

    /**
     * What to expect.
     *
     * @param mean the expected loss
     * @param variance how uncertain it is
     */
    @API(status = Status.INTERNAL, since = "0.1")
    public record Prediction(double mean, double variance) {}
}
