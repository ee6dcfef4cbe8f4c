// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceDomainTests {

    private static final ChoiceDomain SIZES = ChoiceDomain.ordered("small", "medium", "large");

    @Test
    void choices_haveEqualCells() {
        for (int i = 0; i < 3; i++) {
            String choice = SIZES.valueAt(i);
            assertThat(SIZES.toUnit(choice)).isEqualTo((i + 0.5) / 3);
            assertThat(SIZES.fromUnit((i + 0.01) / 3)).isEqualTo(choice);
            assertThat(SIZES.fromUnit((i + 0.99) / 3)).isEqualTo(choice);
        }
        assertThat(SIZES.fromUnit(1)).isEqualTo("large");
        assertThat(SIZES.cardinality()).isEqualTo(3);
    }

    @Test
    void parse_takesAChoiceWithSpacesAround() {
        assertThat(SIZES.parse(" small\t")).isEqualTo("small");
        assertThat(ChoiceDomain.of(" small", "small").parse(" small")).isEqualTo(" small");
        assertThatThrownBy(() -> SIZES.parse("Small"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("value (Small) must be in the domain: one of small, medium, large, in this order");
    }

    @Test
    void formerTexts_areReadAsTheChoice() {
        ChoiceDomain renamed = SIZES.formerly("tiny", "small");
        assertThat(renamed.parse("tiny")).isEqualTo("small");
        assertThat(renamed.canonical("tiny")).isEqualTo("small");
        assertThat(renamed.contains("tiny")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> SIZES.formerly("tiny", "huge"));
    }

    @Test
    void wrongChoices_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChoiceDomain.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChoiceDomain(List.of("a", "b", "a"), false))
                .withMessage("choices ([a, b, a]) must be distinct");
    }

    @Test
    void oneChoice_isADomain() {
        ChoiceDomain only = ChoiceDomain.of("");
        assertThat(only.fromUnit(0)).isEmpty();
        assertThat(only.parse("")).isEmpty();
        assertThat(only.toUnit("")).isEqualTo(0.5);
        assertThat(only.describe()).isEqualTo("one of ");
        assertThat(only.contains(1L)).isFalse();
    }
}
