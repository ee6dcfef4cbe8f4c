// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.numeric.SplitMix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTests {

    private static final int[] COUNTS = {2, 5, 3};

    private final Weights weights = new Weights(1, 8);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void bestChoicesWinAndTheOthersKeepAMargin(int seed) {
        RandomGenerator random = SplitMix.of(seed);
        Categories categories = Categories.uniform(COUNTS);
        for (int generation = 0; generation < 30; generation++) {
            categories = categories.updated(draws(categories, random), weights);
            for (int at = 0; at < COUNTS.length; at++) {
                double sum = 0;
                for (int choice = 0; choice < COUNTS[at]; choice++) {
                    double least = (1 - Math.cbrt(0.73)) / (COUNTS[at] - 1);
                    assertThat(categories.probability(at, choice)).isGreaterThan(least - 1e-12);
                    sum += categories.probability(at, choice);
                }
                assertThat(sum).isCloseTo(1, within(1e-12));
            }
        }
        assertThat(categories.probability(0, 1)).isGreaterThan(0.6);
        assertThat(categories.probability(1, 3)).isGreaterThan(0.6);
        assertThat(categories.probability(2, 0)).isGreaterThan(0.6);
    }

    @Test
    void choiceThatNeverExistedTeachesNothing() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            members.add(new Member(new double[0], new int[] {i % 2, -1, -1}));
        }
        Categories next = Categories.uniform(COUNTS).updated(new Ranked(members, new boolean[8]), weights);
        assertThat(next.probability(1, 0)).isCloseTo(0.2, within(1e-15));
        assertThat(next.probability(0, 0)).isGreaterThan(0.5);
    }

    @Test
    void drawsFollowTheProbabilities() {
        Categories categories = Categories.uniform(COUNTS);
        RandomGenerator random = SplitMix.of(9);
        categories = categories.updated(draws(categories, random), weights);
        int[] counts = new int[5];
        for (int draw = 0; draw < 100_000; draw++) {
            counts[categories.draw(random)[1]]++;
        }
        for (int choice = 0; choice < 5; choice++) {
            assertThat(counts[choice] / 1e5).isCloseTo(categories.probability(1, choice), within(0.01));
        }
    }

    private static Ranked draws(Categories categories, RandomGenerator random) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            members.add(new Member(new double[0], categories.draw(random)));
        }
        members.sort(Comparator.comparingInt(member -> -score(member.choices())));
        return new Ranked(members, new boolean[8]);
    }

    private static int score(int[] choices) {
        return (choices[0] == 1 ? 1 : 0) + (choices[1] == 3 ? 1 : 0) + (choices[2] == 0 ? 1 : 0);
    }
}
