// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.encoding.Encoding;
import dev.hpo.forest.Forest;
import dev.hpo.forest.Node;
import dev.hpo.forest.Sample;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Condition;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of trees beside their definition, in a space in which what exists depends on choices, on sizes and on one another. */
class DecompositionTests {

    private static final Parameter<String> KIND = MadeStudy.choice("kind", "a", "b", "c");
    private static final Parameter<Long> SIZE =
            MadeStudy.whole("size", Scale.LINEAR, 0, 3, new Condition.Equal(KIND, "b"));
    private static final Parameter<Long> FIRST =
            MadeStudy.whole("first", Scale.LOG, 1, 4, new Condition.Equal(KIND, "b"), new Condition.AtLeast(SIZE, 1));
    private static final Parameter<Long> THIRD = MadeStudy.whole(
            "third", Scale.LINEAR, 1, 2, new Condition.Equal(KIND, "b"), new Condition.AtLeast(SIZE, 3));
    private static final Parameter<Long> EVER = MadeStudy.whole("ever", Scale.LINEAR, 1, 3);

    private final Lattice lattice = new Lattice(Encoding.of(new PlainSpace(List.of(KIND, SIZE, FIRST, THIRD, EVER))));

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 300})
    void curvesAreTheMeansByDefinition(int trials) {
        for (Node tree : trees(trials)) {
            Brute brute = new Brute(lattice, point -> tree.leaf(point).mean());
            MarginalCurves curves = MarginalCurves.of(lattice, Shape.of(lattice, tree));
            assertThat(curves.variance()).isCloseTo(brute.variance(), within(1e-9));
            for (int at = 0; at < lattice.size(); at++) {
                for (int cell = 0; cell < lattice.cells(at).count(); cell++) {
                    assertThat(curves.curve(at)[cell]).isCloseTo(brute.mean(at, cell), within(1e-9));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 300})
    void totalsAreTheVariancesByDefinition(int trials) {
        TotalEffects effects = new TotalEffects(lattice, 1);
        for (Node tree : trees(trials)) {
            Brute brute = new Brute(lattice, point -> tree.leaf(point).mean());
            for (int at = 0; at < lattice.size(); at++) {
                // At 512 points.
                assertThat(effects.of(Shape.of(lattice, tree), at))
                        .isCloseTo(brute.total(at), within(0.06 * brute.variance()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 300})
    void nothingExplainsMoreAloneThanInTotalAndTheySumToNoMoreThanAll(int trials) {
        for (Node tree : trees(trials)) {
            Brute brute = new Brute(lattice, point -> tree.leaf(point).mean());
            MarginalCurves curves = MarginalCurves.of(lattice, Shape.of(lattice, tree));
            double sum = 0;
            for (int at = 0; at < lattice.size(); at++) {
                assertThat(curves.explained(at)).isLessThanOrEqualTo(brute.total(at) + 1e-9);
                sum += curves.explained(at);
            }
            assertThat(sum).isLessThanOrEqualTo(brute.variance() + 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 300})
    void surfacesAreTheMeansByDefinition(int trials) {
        for (Node tree : trees(trials)) {
            Brute brute = new Brute(lattice, point -> tree.leaf(point).mean());
            for (int one = 0; one < lattice.size(); one++) {
                for (int other = one + 1; other < lattice.size(); other++) {
                    PairSurface surface = PairSurface.of(lattice, Shape.of(lattice, tree), one, other);
                    for (int cell = 0; cell < lattice.cells(one).count(); cell++) {
                        for (int last = 0; last < lattice.cells(other).count(); last++) {
                            double mean = brute.mean(one, cell, other, last);
                            double height = surface.height(cell, last);
                            assertThat(Double.isNaN(height)).isEqualTo(Double.isNaN(mean));
                            assertThat(Double.isNaN(mean) ? 0 : height - mean).isCloseTo(0, within(1e-9));
                        }
                    }
                }
            }
        }
    }

    private List<Node> trees(int trials) {
        RandomGenerator random = SplitMix.of(trials);
        double[][] points = new double[trials][];
        double[] losses = new double[trials];
        for (int trial = 0; trial < trials; trial++) {
            points[trial] = lattice.proper(lattice.draw(random));
            losses[trial] = random.nextGaussian();
        }
        return Forest.grow(new Sample(points, losses), lattice.encoding(), random)
                .trees()
                .subList(0, 5);
    }
}
