// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s04cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A day's requests of an imaginary web shop, the same ones for the same seed: articles whose popularity falls off as in
 * Zipf's law, customers who look at a rare page a few times in a row, and exports that read a long range of pages once.
 */
final class Workload {
    private static final int REQUESTS = 100_000;
    private static final int ARTICLES = 5_000;
    private static final int EXPORT_LENGTH = 500;
    private static final double EXPORT_CHANCE = 0.0003;
    private static final double RARE_CHANCE = 0.05;

    private final Random random;
    private final double[] popularity = cumulativePopularity();
    private final List<Integer> requests = new ArrayList<>();
    private int nextRarePage = ARTICLES;

    private Workload(long seed) {
        this.random = new Random(seed);
    }

    /** Returns the pages that are asked for, in order. */
    static List<Integer> requests(long seed) {
        Workload workload = new Workload(seed);
        while (workload.requests.size() < REQUESTS) {
            workload.ask();
        }
        return List.copyOf(workload.requests.subList(0, REQUESTS));
    }

    private void ask() {
        double kind = random.nextDouble();
        if (kind < EXPORT_CHANCE) {
            export();
        } else if (kind < EXPORT_CHANCE + RARE_CHANCE) {
            lookAtRarePage();
        } else {
            requests.add(article());
        }
    }

    private void export() {
        for (int i = 0; i < EXPORT_LENGTH; i++) {
            requests.add(nextRarePage++);
        }
    }

    private void lookAtRarePage() {
        int page = nextRarePage++;
        for (int visits = 1 + random.nextInt(3); visits > 0; visits--) {
            requests.add(page);
            requests.add(article());
        }
    }

    private int article() {
        double drawn = random.nextDouble() * popularity[ARTICLES - 1];
        int low = 0;
        int high = ARTICLES - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (popularity[middle] < drawn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] cumulativePopularity() {
        double[] sums = new double[ARTICLES];
        double sum = 0;
        for (int rank = 0; rank < ARTICLES; rank++) {
            sum += 1.0 / (rank + 1);
            sums[rank] = sum;
        }
        return sums;
    }
}
