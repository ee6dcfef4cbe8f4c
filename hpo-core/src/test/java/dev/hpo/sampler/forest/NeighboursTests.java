// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.forest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.encoding.Encoding;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTests {

    private static final Parameter<String> KIND = choice("kind", 3);
    private static final Parameter<Long> WHOLE =
            Parameter.ofLong(Scope.root().child("whole"), IntegerDomain.of(Scale.LINEAR, 1, 5));
    private static final Parameter<Double> RATE = Parameter.ofDouble(
            Scope.root().when(new Condition.Equal(KIND, "v1")).child("rate"), RealDomain.of(Scale.LINEAR, 0, 1));

    private final Encoding encoding = Encoding.of(new PlainSpace(List.of(KIND, WHOLE, RATE)));

    @Test
    void eachDiffersInOneParameterAndInWhatExistsBecauseOfIt() {
        double[] point = {1 / 6.0, 0.5, Double.NaN};
        List<double[]> all = new Neighbours(encoding, SplitMix.of(1)).of(point);
        assertThat(all).hasSize(2 + 4);
        assertThat(all.get(0)[0]).isEqualTo(0.5);
        assertThat(all.get(0)[2]).isBetween(0.0, 1.0);
        assertThat(all.get(1)[0]).isEqualTo(5 / 6.0);
        assertThat(all.get(1)[2]).isNaN();
        assertThat(all.subList(2, 6).stream().map(neighbour -> neighbour[1])).containsExactly(0.1, 0.3, 0.7, 0.9);
        assertThat(all.subList(2, 6))
                .allSatisfy(neighbour -> assertThat(neighbour[0]).isEqualTo(point[0]));
    }

    @Test
    void numbersWithoutGapsMoveInside() {
        for (int seed = 0; seed < 50; seed++) {
            List<double[]> all = new Neighbours(encoding, SplitMix.of(seed)).of(new double[] {0.5, 0.1, 0.99});
            assertThat(all).hasSize(2 + 2 + 4);
            assertThat(all.subList(4, 8))
                    .allSatisfy(neighbour ->
                            assertThat(neighbour[2]).isBetween(0.0, 1.0).isNotEqualTo(0.99));
        }
    }

    @Test
    void ofManyChoicesTenOthersAreDrawn() {
        Encoding wide = Encoding.of(new PlainSpace(List.of(choice("wide", 100))));
        List<double[]> all = new Neighbours(wide, SplitMix.of(2)).of(new double[] {0.005});
        assertThat(all).hasSize(10).allSatisfy(neighbour -> assertThat(neighbour[0])
                .isGreaterThan(0.01));
    }

    @Test
    void ofManyParametersTwentyAreMovedEachOnce() {
        List<Parameter<?>> parameters = new ArrayList<>();
        for (int index = 0; index < 50; index++) {
            parameters.add(choice("c" + index, 2));
        }
        Encoding wide = Encoding.of(new PlainSpace(parameters));
        double[] point = new double[50];
        Arrays.fill(point, 0.25);
        List<double[]> all = new Neighbours(wide, SplitMix.of(3)).of(point);
        assertThat(all).hasSize(20);
        assertThat(all.stream().map(Arrays::toString)).doesNotHaveDuplicates();
    }

    private static Parameter<String> choice(String name, int count) {
        List<String> texts = IntStream.range(0, count).mapToObj(i -> "v" + i).toList();
        return Parameter.ofChoice(Scope.root().child(name), new ChoiceDomain(texts, false), texts);
    }
}
