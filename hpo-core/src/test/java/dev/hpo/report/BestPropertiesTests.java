// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.ConfigurationProperties;
import dev.hpo.trial.History;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class BestPropertiesTests {

    @Test
    void best_isWrittenWithItsOrigin() throws IOException {
        StudyView view = Studies.usual();
        String text = BestProperties.text(view).orElseThrow();
        assertThat(text).isEqualTo("""
# DigitsTuning.tune, run 3, trial 2
# minimize validation loss: 0.12374
learningRate = 0.0131
momentum = 0.987
hiddenUnits = 93
optimizer = adam
optimizer.adam.beta1 = 0.93
""");
        assertThat(ConfigurationProperties.read(Studies.MLP, new StringReader(text), "best.properties"))
                .isEqualTo(view.best().orElseThrow().configuration());
    }

    @Test
    void nothingComplete_isEmpty() {
        assertThat(BestProperties.text(Studies.view(Studies.MLP, History.empty())))
                .isEmpty();
    }
}
