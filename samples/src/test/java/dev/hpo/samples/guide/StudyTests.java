// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationProperties;
import dev.hpo.study.Study;
import dev.hpo.study.StudyResult;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study without {@code @TuningTest}. */
class StudyTests {

    @Test
    void optimize() throws InterruptedException {
        // tag::optimize[]
        StudySpec spec = StudySpec.minimize("network", "validation loss").withTrials(100);
        try (Study<NetworkConfig> study = Study.open(NetworkConfigSpace.SPACE, spec)) {
            StudyResult<NetworkConfig> result =
                    study.optimize((config, trial) -> trial.report(train(config, trial.seed())));
            NetworkConfig best = result.best().orElseThrow().config();
            // end::optimize[]
            assertThat(best.learningRate()).isBetween(0.001, 0.1);
            // tag::optimize[]
        }
        // end::optimize[]
    }

    @Test
    void askAndTell() throws InterruptedException {
        StudySpec spec = StudySpec.minimize("network", "validation loss").withTrials(5);
        try (Study<NetworkConfig> study = Study.open(NetworkConfigSpace.SPACE, spec)) {
            // tag::asktell[]
            for (var next = study.ask(); next.isPresent(); next = study.ask()) {
                Suggestion<NetworkConfig> suggestion = next.get();
                suggestion
                        .trial()
                        .report(train(suggestion.config(), suggestion.trial().seed()));
                study.tell(suggestion.trial());
            }
            // end::asktell[]
            assertThat(study.history().size()).isEqualTo(5);
        }
    }

    @Test
    void bestIsWritten(@TempDir Path folder) throws InterruptedException, IOException {
        Path path = folder.resolve("network.properties");
        StudySpec spec = StudySpec.minimize("network", "validation loss").withTrials(5);
        try (Study<NetworkConfig> study = Study.open(NetworkConfigSpace.SPACE, spec)) {
            study.optimize((config, trial) -> trial.report(train(config, trial.seed())));
            // tag::write[]
            Configuration best = study.best().orElseThrow().configuration();
            try (Writer file = Files.newBufferedWriter(path)) {
                ConfigurationProperties.write(study.space(), best, "the best of 100 trials", file);
            }
            // end::write[]
            assertThat(NetworkConfigSpace.SPACE.load(path))
                    .isEqualTo(study.space().decode(best));
        }
    }

    private static double train(NetworkConfig config, long seed) {
        return new Network(config, seed).validationLoss();
    }
}
