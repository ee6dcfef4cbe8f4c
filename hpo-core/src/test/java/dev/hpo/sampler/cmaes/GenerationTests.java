// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.encoding.Encoding;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Generations of studies with neighbouring seeds have no draw in common. */
class GenerationTests {

    private static final int SEEDS = 100;
    private static final int GENERATIONS = 1000;

    private final Layout layout = new Layout(Encoding.of(new PlainSpace(List.of(
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1)),
            Parameter.ofDouble(Scope.root().child("y"), RealDomain.of(Scale.LINEAR, 0, 1))))));
    private final Generation first = Generation.first(layout, new double[] {0.5, 0.5});
    private final Set<List<Double>> points = new HashSet<>();

    @Test
    void noMemberIsDrawnTwice() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int generation = 0; generation < GENERATIONS; generation++) {
                for (int member = 0; member < 2; member++) {
                    add(at(generation, first.gaussian())
                            .draw(layout, seed, member, 0)
                            .numbers());
                }
            }
            add(first.draw(layout, seed, 0, 1).numbers());
        }
        assertThat(points).hasSize(SEEDS * (2 * GENERATIONS + 1));
    }

    @Test
    void noTwoSearchesBeginAtTheSamePlace() {
        Gaussian narrow = Gaussian.around(new double[] {0.5, 0.5}, 1e-9);
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int generation = 0; generation < GENERATIONS; generation++) {
                Generation ended = at(generation, narrow);
                Generation next = ended.next(layout, ranked(ended), 1, seed);
                assertThat(next.isBeginning()).isTrue();
                add(next.gaussian().mean());
            }
        }
        assertThat(points).hasSize(SEEDS * GENERATIONS);
    }

    private void add(double[] numbers) {
        points.add(List.of(numbers[0], numbers[1]));
    }

    private Generation at(int index, Gaussian gaussian) {
        return new Generation(index, first.descent(), first.weights(), gaussian, first.categories());
    }

    private Ranked ranked(Generation generation) {
        List<Member> members = IntStream.range(0, generation.population())
                .mapToObj(member -> generation.draw(layout, 1, member, 0))
                .toList();
        boolean[] own = new boolean[members.size()];
        Arrays.fill(own, true);
        return new Ranked(members, own);
    }
}
