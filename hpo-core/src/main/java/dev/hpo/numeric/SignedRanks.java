// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Wilcoxon's signed-rank test, one-sided. Differences of zero are kept, and their ranks shared between both signs; the distribution is exact for
 * up to {@value #EXACT} differences without ties and zeros, else it is the normal one, with the variance corrected for ties.
 *
 * <p>Sources: Wilcoxon, "Individual comparisons by ranking methods", Biometrics Bulletin 1, 1945; Pratt, "Remarks on zeros and ties in the Wilcoxon
 * signed rank procedures", JASA 54, 1959. It agrees with {@code scipy.stats.wilcoxon} with {@code zero_method="zsplit"}.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SignedRanks {

    private static final int EXACT = 50;

    private SignedRanks() {}

    /**
     * Returns how likely differences as large as these are where their distribution is symmetric about zero.
     *
     * @param differences none of them NaN; they may be infinite
     * @return the p-value; 1 without any difference
     */
    public static double probabilityOfLarger(double[] differences) {
        int count = differences.length;
        if (count == 0) {
            return 1;
        }
        double[] ranks = Ranks.of(Arrays.stream(differences).map(Math::abs).toArray());
        double positive = 0;
        boolean isExact = count <= EXACT;
        for (int i = 0; i < count; i++) {
            positive += differences[i] > 0 ? ranks[i] : differences[i] == 0 ? ranks[i] / 2 : 0;
            isExact &= differences[i] != 0 && ranks[i] == Math.rint(ranks[i]);
        }
        return isExact && hasNoTies(ranks) ? exact(count, (int) positive) : approximate(ranks, positive);
    }

    private static boolean hasNoTies(double[] ranks) {
        return Arrays.stream(ranks).distinct().count() == ranks.length;
    }

    /** Counts in how many of all ways to give signs to the ranks the positive ones come to so much. */
    private static double exact(int count, int positive) {
        int most = count * (count + 1) / 2;
        double[] ways = new double[most + 1];
        ways[0] = 1;
        for (int rank = 1; rank <= count; rank++) {
            for (int sum = most; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        double larger = 0;
        for (int sum = positive; sum <= most; sum++) {
            larger += ways[sum];
        }
        return larger * Math.pow(2, -count);
    }

    private static double approximate(double[] ranks, double positive) {
        double count = ranks.length;
        double mean = count * (count + 1) / 4;
        double variance = (count * (count + 1) * (2 * count + 1) - ties(ranks) / 2) / 24;
        return Gauss.probability((mean - positive) / Math.sqrt(variance));
    }

    /** Returns the sum of t^3 - t over groups of t equal ranks. */
    private static double ties(double[] ranks) {
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double ties = 0;
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double size = (double) to - from;
            ties += size * size * size - size;
            from = to;
        }
        return ties;
    }
}
