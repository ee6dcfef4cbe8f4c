// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.numeric.SplitMix;
import dev.hpo.sampler.lattice.Axis;
import dev.hpo.sampler.lattice.Lattice;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatticeTests {

    /** Conditions on one or two others, on absent ones and on values that do not exist: against the product of all values. */
    @Test
    void randomConditionalSpacesAreCountedAndListedAsByBruteForce() {
        for (int seed = 0; seed < 300; seed++) {
            Space<?> space = Spaces.randomTree(SplitMix.of(seed));
            Set<Configuration> expected = Spaces.bruteForce(space);
            List<Configuration> points = points(Lattice.of(space).orElseThrow());
            assertThat(points).doesNotHaveDuplicates().hasSameSizeAs(expected).hasSameElementsAs(expected);
            points.forEach(space::check);
        }
    }

    @Test
    void pointsComeInTheOrderOfDeclaration() {
        Parameter<String> kind = Spaces.choice(Scope.root().child("kind"), 3);
        Parameter<String> detail = Spaces.choice(Scope.root().child("detail").when(new Condition.Equal(kind, "v1")), 2);
        Space<?> space = Spaces.of(kind, detail, Spaces.whole("last", 1, 2));
        assertThat(points(Lattice.of(space).orElseThrow()))
                .containsExactlyElementsOf(Spaces.bruteForce(space))
                .hasSize(8);
    }

    /** Sum over the sizes of 3^size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 60, 200})
    void listsOfAnySizeAreCountedExactly(int max) {
        BigInteger expected = BigInteger.ZERO;
        for (int size = 0; size <= max; size++) {
            expected = expected.add(BigInteger.valueOf(3).pow(size));
        }
        Lattice lattice = Lattice.of(Spaces.list(0, max, 3)).orElseThrow();
        assertThat(lattice.size()).isEqualTo(expected);
        assertThat(lattice.point(BigInteger.ZERO).asMap()).hasSize(1);
        assertThat(lattice.point(expected.subtract(BigInteger.ONE)).asMap()).hasSize(1 + max);
    }

    @Test
    void hugeRangesWithAConditionInsideAreCountedWithoutAWalk() {
        Parameter<Long> size = Spaces.whole("size", 0, 1L << 53);
        Parameter<String> above =
                Spaces.choice(Scope.root().child("above").when(new Condition.AtLeast(size, (1L << 53) - 9)), 2);
        Parameter<String> at = Spaces.choice(Scope.root().child("at").when(new Condition.Equal(size, 77L)), 3);
        Lattice lattice = Lattice.of(Spaces.of(size, above, at)).orElseThrow();
        assertThat(lattice.size()).isEqualTo((1L << 53) + 1 + 10 + 2);
        assertThat(lattice.point(BigInteger.valueOf(79)).asMap())
                .containsEntry("size", 77L)
                .containsEntry("at", "v2");
    }

    @Test
    void parentsDeclaredBeforeAllTheirDependentsNeedNoProductOfStates() {
        Parameter<String> root = Spaces.choice(Scope.root().child("root"), 2);
        Condition inner = new Condition.Equal(root, "v0");
        List<Parameter<?>> all = new ArrayList<>(List.of(root));
        List<Parameter<?>> dependents = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Parameter<String> parent =
                    Spaces.choice(Scope.root().child("parent" + i).when(inner), 2);
            all.add(parent);
            dependents.add(Spaces.choice(
                    Scope.root().child("child" + i).when(inner).when(new Condition.Equal(parent, "v1")), 4));
        }
        all.addAll(dependents);
        Lattice lattice = Lattice.of(new PlainSpace(all)).orElseThrow();
        assertThat(lattice.size()).isEqualTo(BigInteger.valueOf(5).pow(40).add(BigInteger.ONE));
    }

    @Test
    void continuousSpacesHaveNoLatticeUnlessValuesAreGiven() {
        Space<?> space = Spaces.of(Spaces.real("x"), Spaces.whole("n", 1, 3));
        assertThat(Lattice.of(space)).isEmpty();
        Lattice lattice = new Lattice(
                space, parameter -> Axis.of(parameter.name().equals("x") ? List.of(0.0, 0.5) : List.of(2L)));
        assertThat(points(lattice)).hasSize(2);
        assertThat(lattice).hasToString("2 points");
    }

    @Test
    void spaceWithoutParametersHasOnePoint() {
        Lattice lattice = Lattice.of(Spaces.of()).orElseThrow();
        assertThat(lattice).hasToString("1 point");
        assertThat(lattice.point(BigInteger.ZERO).asMap()).isEmpty();
    }

    @Test
    void rankOutsideIsRefused() {
        Lattice lattice = Lattice.of(Spaces.of(Spaces.whole("n", 1, 3))).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lattice.point(BigInteger.valueOf(3)))
                .withMessage("rank (3) must be from 0 to below 3");
    }

    private static List<Configuration> points(Lattice lattice) {
        List<Configuration> points = new ArrayList<>();
        for (int rank = 0; rank < lattice.size().intValueExact(); rank++) {
            points.add(lattice.point(BigInteger.valueOf(rank)));
        }
        return points;
    }
}
