// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTests {

    @Test
    void names_areJoinedByDotsAndIndices() {
        Scope root = Scope.root();
        assertThat(root.name()).isEmpty();
        assertThat(root.child("a").child("b").name()).isEqualTo("a.b");
        assertThat(root.child("layers").element(2).child("units").name()).isEqualTo("layers[2].units");
        assertThat(root.child("").child("a").child("").name()).isEqualTo("a");
    }

    @Test
    void formerNames_areAllCombinations() {
        Scope renamed = Scope.root().child("b", "a").child("d", "c");
        assertThat(renamed.name()).isEqualTo("b.d");
        assertThat(renamed.formerNames()).containsExactlyInAnyOrder("b.c", "a.d", "a.c");
        assertThat(renamed.element(0).formerNames()).containsExactlyInAnyOrder("b.c[0]", "a.d[0]", "a.c[0]");
    }

    @Test
    void conditions_areInheritedOutermostFirst() {
        Parameter<String> kind = Parameter.ofChoice(Scope.root().child("k"), ChoiceDomain.of("x"), List.of("x"));
        Parameter<Integer> size = Parameter.ofInt(Scope.root().child("s"), IntegerDomain.of(Scale.LINEAR, 0, 3));
        Condition first = new Condition.Equal(kind, "x");
        Condition second = new Condition.AtLeast(size, 2);
        assertThat(Scope.root()
                        .when(first)
                        .child("a")
                        .when(second)
                        .element(1)
                        .child("b")
                        .conditions())
                .containsExactly(first, second);
    }

    @Test
    void condition_holdsOnlyWithItsParent() {
        Parameter<Integer> size = Parameter.ofInt(Scope.root().child("s"), IntegerDomain.of(Scale.LINEAR, 0, 3));
        Condition condition = new Condition.AtLeast(size, 2);
        assertThat(condition.holds(Configuration.builder().build())).isFalse();
        assertThat(condition.holds(Configuration.builder().set(size, 1).build()))
                .isFalse();
        assertThat(condition.holds(Configuration.builder().set(size, 2).build()))
                .isTrue();
    }
}
