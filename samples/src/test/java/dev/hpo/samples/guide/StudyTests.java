// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.confirm.Confirmation;
import dev.hpo.confirm.Confirmed;
import dev.hpo.confirm.Interval;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationProperties;
import dev.hpo.study.Objective;
import dev.hpo.study.Study;
import dev.hpo.study.StudyResult;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

    @Test
    void bestIsRunAgain() throws InterruptedException {
        StudySpec spec = StudySpec.minimize("network", "validation loss").withTrials(25);
        Objective<NetworkConfig> training = (config, trial) -> trial.report(train(config, trial.seed()));
        try (Study<NetworkConfig> search = Study.open(NetworkConfigSpace.SPACE, spec)) {
            search.optimize(training);
            // tag::confirm[]
            Confirmation<NetworkConfig> confirmation =
                    Confirmation.of(NetworkConfigSpace.SPACE, spec, search.run(), search.history());
            try (Study<NetworkConfig> again = confirmation.open()) {
                again.optimize(training);
                Confirmed confirmed = confirmation.confirmed(again.history()).orElseThrow();
                Configuration winner = confirmed.winner().configuration();
                Interval loss = confirmed.value().interval(.95);
                Optional<Interval> gain = confirmed.gain(.95);
                // end::confirm[]
                assertThat(search.history().contains(winner)).isTrue();
                assertThat(loss.low()).isLessThan(loss.high());
                assertThat(gain.orElseThrow().estimate())
                        .isEqualTo(confirmed.start().orElseThrow().mean() - loss.estimate());
                // tag::confirm[]
            }
            // end::confirm[]
        }
    }

    private static double train(NetworkConfig config, long seed) {
        return new Network(config, seed).validationLoss();
    }
}
