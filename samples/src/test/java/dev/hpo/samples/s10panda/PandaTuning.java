// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s10panda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PopulationTest;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;

/** Watches one model at a time, nudges its learning rate or its momentum every four epochs, and keeps what helps; four of them, one after the other. */
class PandaTuning {
    private static final Digits DIGITS = Digits.load();
    private static final Path SCHEDULE =
            Path.of("target/hpo/dev.hpo.samples.s10panda.PandaTuning.raise/schedule.properties");

    // tag::tuning[]
    @PopulationTest(members = 1, generations = 10, segment = 4, children = 4)
    @Minimize("validation loss")
    @ExpectBest(atMost = 0.1)
    void raise(PaceConfig pace, Trial trial) throws IOException {
        Path saved = trial.checkpoint().resolve("reader.bin");
        DigitReader reader = Files.exists(saved) ? DigitReader.load(saved) : DigitReader.init(trial.seed());
        while (reader.epochs() < trial.until()) {
            reader.fitOneEpoch(DIGITS.train(), pace, trial.seed()); // a nudge and its control have one seed
            reader.save(saved);
            trial.report(reader.epochs(), reader.loss(DIGITS.validation()));
        }
    }
    // end::tuning[]

    /** What production does with the schedule. */
    @AfterAll
    static void ship() throws IOException {
        double read = ScheduledTraining.tell("the panda's schedule", SCHEDULE, DIGITS);
        assertThat(read).isGreaterThan(0.95);
    }
}
