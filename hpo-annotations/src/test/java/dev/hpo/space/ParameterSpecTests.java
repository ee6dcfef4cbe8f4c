// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterSpecTests {

    private static final Scope PLACE = Scope.root().child("x");

    private final ParameterSpec<Double> shares = MemberSpace.doubles(MemberSpace.linear(0.0, 1.0));
    private final ParameterSpec<Integer> counts = MemberSpace.ints(MemberSpace.linear(1L, 9L));
    private final ParameterSpec<Integer> sizes = MemberSpace.ints(MemberSpace.ordered("16", "32", "64"));
    private final ParameterSpec<String> modes = MemberSpace.strings(MemberSpace.choices("a", "b"));

    @Test
    void eachPlaceHasAParameterOfItsOwn() {
        Parameter<Double> one = shares.at(PLACE);
        Parameter<Double> other = shares.at(Scope.root().child("y", "z"));

        assertThat(one).isEqualTo(Parameter.ofDouble(PLACE, RealDomain.of(Scale.LINEAR, 0, 1)));
        assertThat(other.name()).isEqualTo("y");
        assertThat(other.formerNames()).containsExactly("z");
        assertThat(one.prior()).isEmpty();
    }

    @Test
    void aListHasASizeAndAParameterForEachElement() {
        ListParameter<Integer> list = counts.list(PLACE, 1, 2);

        assertThat(list.size.domain()).isEqualTo(IntegerDomain.of(Scale.LINEAR, 1, 2));
        assertThat(list.get(1).name()).isEqualTo("x[1]");
        assertThat(list.get(1).domain()).isEqualTo(IntegerDomain.of(Scale.LINEAR, 1, 9));
        Configuration.Builder builder = Configuration.builder().set(list, List.of(3, 4));
        assertThat(list.decode(builder.build())).containsExactly(3, 4);
    }

    @Test
    void beliefsAreThoseOfTheParameter() {
        assertThat(belief(shares.near(0.25, 0.1).at(PLACE))).isEqualTo("near 0.25, spread 0.1");
        assertThat(belief(counts.near(7L, 0.2).at(PLACE))).isEqualTo("near 7, spread 0.2");
        assertThat(belief(sizes.near("32", 0.3).at(PLACE))).isEqualTo("near 32, spread 0.3");
        assertThat(belief(modes.favouring("b", 0.5).at(PLACE))).isEqualTo("favours b, weight 0.5");
    }

    @Test
    void aBeliefIsThatOfEachElement() {
        ListParameter<Double> list = shares.near(0.25, 0.1).list(PLACE, 1, 2);

        assertThat(belief(list.get(0))).isEqualTo(belief(list.get(1))).isEqualTo("near 0.25, spread 0.1");
        assertThat(list.size.prior()).isEmpty();
    }

    @Test
    void whatMayChangeIsSaidOfEachElementAndNotOfTheSize() {
        ListParameter<Double> list = shares.adjustable().list(PLACE, 1, 2);

        assertThat(list.get(0).isAdjustable()).isTrue();
        assertThat(list.get(1).isAdjustable()).isTrue();
        assertThat(list.size.isAdjustable()).isFalse();
        assertThat(shares.at(PLACE).isAdjustable()).isFalse();
        assertThat(shares.near(0.25, 0.1).adjustable().at(PLACE).prior()).isPresent();
        assertThat(shares.adjustable().near(0.25, 0.1).at(PLACE).isAdjustable()).isTrue();
        assertThat(counts.adjustable().near(7L, 0.1).at(PLACE).isAdjustable()).isTrue();
        assertThat(modes.adjustable().favouring("b", 0.5).at(PLACE).isAdjustable())
                .isTrue();
    }

    private static String belief(Parameter<?> parameter) {
        return parameter.prior().orElseThrow().describe();
    }

    @Test
    void whatHasABeliefLeavesTheOneItWasMadeOf() {
        ParameterSpec<Double> believed = shares.near(0.25, 0.1);

        assertThat(believed.at(PLACE).prior()).isPresent();
        assertThat(shares.at(PLACE).prior()).isEmpty();
    }

    @Test
    void aBeliefOutOfTheDomainIsRefused() {
        assertThatThrownBy(() -> shares.near(2.0, 0.1).at(PLACE)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> modes.favouring("c", 0.5).at(PLACE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("x value (c) must be in the domain: one of a, b");
        assertThatThrownBy(() -> sizes.near("48", 0.5).at(PLACE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("48");
        assertThatThrownBy(() -> modes.near("a", 0.5).at(PLACE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sizes.favouring("32", 0.5).at(PLACE)).isInstanceOf(IllegalArgumentException.class);
    }
}
