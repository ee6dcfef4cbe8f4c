// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowTextsTests {

    @ParameterizedTest
    @CsvSource({
        "learningRate, learningRate",
        "optimizer.adam.beta2, optimizer.adam.beta2",
        "validation loss, validation loss",
        "intermediate/loss, intermediate/loss",
        "Verlust für Tests, Verlust für Tests",
        "потеря_損失, потеря_損失"
    })
    void nameThatMlflowTakes_stays(String name, String expected) {
        assertThat(MlflowTexts.name(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=b",
                "/a",
                "a/",
                "a//b",
                "../a",
                "..foo",
                "./a",
                "a[0]",
                "a/../b",
                ".",
                "",
                "\u001b]0;x",
                "100 %",
                "loss\n",
                "'; --"
            })
    void otherName_becomesOneOfItsOwn(String name) {
        assertThat(MlflowTexts.name(name)).matches("_[\\w.\\- /]*-[0-9a-f]+").doesNotContain("..", "//");
    }

    @Test
    void elementsInNamesOfParameters_haveDots() {
        assertThat(MlflowTexts.parameter("layers[0].units")).isEqualTo("layers.0.units");
    }

    @Test
    void namesThatDifferInWhatIsReplaced_stayApart() {
        assertThat(MlflowTexts.name("a[0]")).isNotEqualTo(MlflowTexts.name("a.0"));
        assertThat(MlflowTexts.name("a=b")).isNotEqualTo(MlflowTexts.name("a:b"));
        assertThat(MlflowTexts.name("x".repeat(300))).hasSize(250).isNotEqualTo(MlflowTexts.name("x".repeat(301)));
        assertThat(MlflowTexts.name("=".repeat(250))).hasSize(250);
    }

    @Test
    void value_isOnOneLine_andNotTooLong() {
        assertThat(MlflowTexts.value("a\nb")).isEqualTo("a\\nb");
        assertThat(MlflowTexts.value("\ud83d\ude00".repeat(400)))
                .hasSizeBetween(499, 500)
                .endsWith("...");
    }
}
