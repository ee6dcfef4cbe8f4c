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
        "layers[0].units, layers.0.units",
        "Verlust für Tests, Verlust für Tests"
    })
    void nameThatMlflowTakes_stays(String name, String expected) {
        assertThat(MlflowTexts.name(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=b", "/a", "a/", "a//b", "../a", "a/../b", ".", "", "\u001b]0;x", "100 %", "loss\n", "'; --"})
    void otherName_becomesOneOfItsOwn(String name) {
        assertThat(MlflowTexts.name(name)).matches("_[\\w.\\- /]*-[0-9a-f]+").doesNotContain("..", "//");
    }

    @Test
    void namesThatDifferInWhatIsReplaced_stayApart() {
        assertThat(MlflowTexts.name("a=b")).isNotEqualTo(MlflowTexts.name("a:b"));
        assertThat(MlflowTexts.name("x".repeat(300))).hasSize(250).isNotEqualTo(MlflowTexts.name("x".repeat(301)));
    }

    @Test
    void value_isOnOneLine_andNotTooLong() {
        assertThat(MlflowTexts.value("a\nb")).isEqualTo("a\\nb");
        assertThat(MlflowTexts.value("\ud83d\ude00".repeat(400)))
                .hasSizeBetween(499, 500)
                .endsWith("...");
    }
}
