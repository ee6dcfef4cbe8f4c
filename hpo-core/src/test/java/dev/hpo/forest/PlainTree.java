// SPDX-License-Identifier: Apache-2.0
package dev.hpo.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The prediction of a tree by its definition: the losses of all rows that are on a point's side of every cut. Slow. */
final class PlainTree {

    private PlainTree() {}

    /** Returns the losses of the rows that share a point's leaf. */
    static List<Double> losses(Node tree, Sample sample, double[] point) {
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, sample.size()).boxed().toList());
        Node node = tree;
        while (node instanceof Node.Fork fork) {
            boolean left = isLeft(fork.cut(), point);
            rows.removeIf(row -> isLeft(fork.cut(), sample.points()[row]) != left);
            node = left ? fork.left() : fork.right();
        }
        return rows.stream().map(row -> sample.losses()[row]).toList();
    }

    private static boolean isLeft(Cut cut, double[] point) {
        if (Double.isNaN(point[cut.at()])) {
            return cut.missingLeft();
        }
        if (cut.choices() == 0) {
            return point[cut.at()] <= cut.border();
        }
        int choice = (int) Math.floor(point[cut.at()] * cut.choices());
        return Long.toBinaryString(cut.lefts()).length() > choice
                && new StringBuilder(Long.toBinaryString(cut.lefts())).reverse().charAt(choice) == '1';
    }

    static double mean(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    static double variance(List<Double> losses) {
        double mean = mean(losses);
        return losses.stream()
                .mapToDouble(loss -> (loss - mean) * (loss - mean))
                .average()
                .orElseThrow();
    }
}
