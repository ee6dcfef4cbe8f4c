// SPDX-License-Identifier: Apache-2.0
package dev.hpo.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRanksTests {

    @Test
    void fewDifferencesAreCounted() {
        assertThat(probability(1, 2, 3, 4, 5)).isEqualTo(1 / 32.0);
        assertThat(probability(-1, 2, 3, 4)).isEqualTo(2 / 16.0);
        assertThat(probability(-1, -2, -3)).isEqualTo(1);
        assertThat(probability()).isEqualTo(1);
    }

    /** Four equal ones have z = 2; of 0, 1 and 2 half of the first rank is positive, z = 2.5 / sqrt(3.5). */
    @Test
    void tiesAndZerosAreNormal() {
        assertThat(probability(1, 1, 1, 1)).isCloseTo(0.0227501, within(1e-7));
        assertThat(probability(0, 1, 2)).isCloseTo(0.0907246, within(1e-6));
        assertThat(probability(0, 0, 0)).isEqualTo(0.5);
    }

    @Test
    void infiniteDifferencesAreTheLargest() {
        assertThat(probability(-1, 2, 3, Double.POSITIVE_INFINITY)).isEqualTo(2 / 16.0);
        assertThat(probability(1, 2, 3, Double.NEGATIVE_INFINITY)).isEqualTo(probability(1, 2, 3, -4));
    }

    @Test
    void orderAndSizeBeyondTheRanksDoNotMatter() {
        assertThat(probability(30, -0.1, 2, 400)).isEqualTo(probability(-1, 2, 3, 4));
    }

    /** The exact and the normal one agree where they meet. */
    @Test
    void manyDifferencesAreNormal() {
        double[] fifty = IntStream.rangeClosed(1, 50)
                .mapToDouble(rank -> rank % 3 == 0 ? -rank : rank)
                .toArray();
        double[] fiftyOne = IntStream.rangeClosed(1, 51)
                .mapToDouble(rank -> rank % 3 == 0 ? -rank : rank)
                .toArray();
        assertThat(SignedRanks.probabilityOfLarger(fifty)).isBetween(0.01, 0.2);
        assertThat(SignedRanks.probabilityOfLarger(fiftyOne))
                .isCloseTo(SignedRanks.probabilityOfLarger(fifty), within(0.02));
    }

    /** Against all ways to give signs. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 9})
    void exactOneIsThatOfAllSigns(int count) {
        double[] differences =
                SplitMix.of(count).doubles(count).map(x -> x - 0.3).toArray();
        double[] ranks = Ranks.of(IntStream.range(0, count)
                .mapToDouble(i -> Math.abs(differences[i]))
                .toArray());
        double own = IntStream.range(0, count)
                .filter(i -> differences[i] > 0)
                .mapToDouble(i -> ranks[i])
                .sum();
        long larger = IntStream.range(0, 1 << count)
                .filter(signs -> IntStream.range(0, count)
                                .filter(i -> (signs >> i & 1) == 1)
                                .mapToDouble(i -> ranks[i])
                                .sum()
                        >= own)
                .count();
        assertThat(SignedRanks.probabilityOfLarger(differences))
                .isCloseTo((double) larger / (1 << count), within(1e-12));
    }

    private static double probability(double... differences) {
        return SignedRanks.probabilityOfLarger(differences);
    }
}
