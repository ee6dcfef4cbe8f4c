// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s10panda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hpo.samples.network.Example;
import dev.hpo.samples.s02digits.Digits;
import dev.hpo.space.Schedule;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitReaderTests {
    private static final PaceConfig FAST = new PaceConfig(0.05, 0.9);
    private static final PaceConfig SLOW = new PaceConfig(0.01, 0.5);
    private static final List<Example> DIGITS = Digits.load().train().subList(0, 100);

    @TempDir
    private Path folder;

    @Test
    void savedAndLoaded_goesOnToTheSameBits() throws IOException {
        DigitReader whole = DigitReader.init(1);
        DigitReader cut = DigitReader.init(1);
        for (int epoch = 1; epoch <= 4; epoch++) {
            PaceConfig pace = epoch <= 2 ? FAST : SLOW;
            whole.fitOneEpoch(DIGITS, pace, 7);
            cut.fitOneEpoch(DIGITS, pace, 7);
            cut.save(file("cut"));
            cut = DigitReader.load(file("cut"));
            assertThat(cut.epochs()).isEqualTo(epoch);
        }
        assertThat(bytes(cut)).isEqualTo(bytes(whole));
    }

    @Test
    void savedFile_hasTheWeightsAndTheLastStepOfEach() throws IOException {
        DigitReader reader = DigitReader.init(1);
        int weights = (Digits.PIXELS + 1) * 32 + (32 + 1) * Digits.CLASSES;
        assertThat(bytes(reader)).hasSize((2 * weights + 1) * Double.BYTES);
    }

    @Test
    void oneSeed_showsTheSameDigitsWhateverThePace() throws IOException {
        DigitReader nudged = DigitReader.init(1);
        DigitReader control = DigitReader.init(1);
        nudged.fitOneEpoch(DIGITS, new PaceConfig(0, 0.5), 3);
        control.fitOneEpoch(DIGITS, new PaceConfig(0, 0.9), 4);
        assertThat(bytes(control)).as("nothing learnt so far").isEqualTo(bytes(nudged));
        nudged.fitOneEpoch(DIGITS, FAST, 7);
        control.fitOneEpoch(DIGITS, FAST, 7);
        assertThat(bytes(control)).as("one seed").isEqualTo(bytes(nudged));
        nudged.fitOneEpoch(DIGITS, FAST, 7);
        control.fitOneEpoch(DIGITS, FAST, 8);
        assertThat(bytes(control)).as("another seed").isNotEqualTo(bytes(nudged));
    }

    @Test
    void fileOfAnotherLength_isRefused() throws IOException {
        DigitReader.init(1).save(file("whole"));
        byte[] whole = Files.readAllBytes(file("whole"));
        for (int length : new int[] {0, Double.BYTES, whole.length - 1, whole.length - Double.BYTES}) {
            Files.write(file("short"), Arrays.copyOf(whole, length));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DigitReader.load(file("short")))
                    .withMessageStartingWith("state (of ");
        }
    }

    @Test
    void training_followsTheScheduleEpochByEpoch() throws IOException {
        Schedule<PaceConfig> schedule = Schedule.builder(PaceConfigSpace.SPACE)
                .until(2, PaceConfigSpace.SPACE.configuration(FAST))
                .until(3, PaceConfigSpace.SPACE.configuration(SLOW))
                .build();
        try (Writer writer = Files.newBufferedWriter(file("schedule.properties"))) {
            schedule.write("", writer);
        }
        DigitReader byHand = DigitReader.init(5);
        byHand.fitOneEpoch(DIGITS, FAST, 5);
        byHand.fitOneEpoch(DIGITS, FAST, 5);
        byHand.fitOneEpoch(DIGITS, SLOW, 5);
        DigitReader read = ScheduledTraining.train(file("schedule.properties"), DIGITS, 5);
        assertThat(read.epochs()).isEqualTo(3);
        assertThat(bytes(read)).isEqualTo(bytes(byHand));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private byte[] bytes(DigitReader reader) throws IOException {
        reader.save(file("bytes"));
        return Files.readAllBytes(file("bytes"));
    }
}
