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

    @Test
    void savedAndLoaded_goesOnToTheSameBits(@TempDir Path folder) throws IOException {
        DigitReader whole = DigitReader.init(1);
        DigitReader cut = DigitReader.init(1);
        for (int epoch = 1; epoch <= 4; epoch++) {
            PaceConfig pace = epoch <= 2 ? FAST : SLOW;
            whole.fitOneEpoch(DIGITS, pace, 7);
            cut.fitOneEpoch(DIGITS, pace, 7);
            cut.save(folder.resolve("cut"));
            cut = DigitReader.load(folder.resolve("cut"));
            assertThat(cut.epochs()).isEqualTo(epoch);
        }
        assertThat(bytes(cut, folder)).isEqualTo(bytes(whole, folder));
    }

    @Test
    void savedFile_hasTheWeightsAndTheLastStepOfEach(@TempDir Path folder) throws IOException {
        DigitReader reader = DigitReader.init(1);
        int weights = (Digits.PIXELS + 1) * 32 + (32 + 1) * Digits.CLASSES;
        assertThat(bytes(reader, folder)).hasSize((2 * weights + 1) * Double.BYTES);
    }

    @Test
    void oneSeed_showsTheSameDigitsWhateverThePace(@TempDir Path folder) throws IOException {
        DigitReader nudged = DigitReader.init(1);
        DigitReader control = DigitReader.init(1);
        nudged.fitOneEpoch(DIGITS, new PaceConfig(0, 0.5), 3);
        control.fitOneEpoch(DIGITS, new PaceConfig(0, 0.9), 4);
        assertThat(bytes(control, folder)).as("nothing learnt so far").isEqualTo(bytes(nudged, folder));
        nudged.fitOneEpoch(DIGITS, FAST, 7);
        control.fitOneEpoch(DIGITS, FAST, 7);
        assertThat(bytes(control, folder)).as("one seed").isEqualTo(bytes(nudged, folder));
        nudged.fitOneEpoch(DIGITS, FAST, 7);
        control.fitOneEpoch(DIGITS, FAST, 8);
        assertThat(bytes(control, folder)).as("another seed").isNotEqualTo(bytes(nudged, folder));
    }

    @Test
    void fileOfAnotherLength_isRefused(@TempDir Path folder) throws IOException {
        DigitReader.init(1).save(folder.resolve("whole"));
        byte[] whole = Files.readAllBytes(folder.resolve("whole"));
        for (int length : new int[] {0, Double.BYTES, whole.length - 1, whole.length - Double.BYTES}) {
            Files.write(folder.resolve("short"), Arrays.copyOf(whole, length));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> DigitReader.load(folder.resolve("short")))
                    .withMessageStartingWith("state (of ");
        }
    }

    @Test
    void training_followsTheScheduleEpochByEpoch(@TempDir Path folder) throws IOException {
        Schedule<PaceConfig> schedule = Schedule.builder(PaceConfigSpace.SPACE)
                .until(2, PaceConfigSpace.SPACE.configuration(FAST))
                .until(3, PaceConfigSpace.SPACE.configuration(SLOW))
                .build();
        try (Writer writer = Files.newBufferedWriter(folder.resolve("schedule.properties"))) {
            schedule.write("", writer);
        }
        DigitReader byHand = DigitReader.init(5);
        byHand.fitOneEpoch(DIGITS, FAST, 5);
        byHand.fitOneEpoch(DIGITS, FAST, 5);
        byHand.fitOneEpoch(DIGITS, SLOW, 5);
        DigitReader read = ScheduledTraining.train(folder.resolve("schedule.properties"), DIGITS, 5);
        assertThat(read.epochs()).isEqualTo(3);
        assertThat(bytes(read, folder)).isEqualTo(bytes(byHand, folder));
    }

    private static byte[] bytes(DigitReader reader, Path folder) throws IOException {
        reader.save(folder.resolve("bytes"));
        return Files.readAllBytes(folder.resolve("bytes"));
    }
}
