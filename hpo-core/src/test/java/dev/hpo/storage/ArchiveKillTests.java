// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Direction;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that moves runs may be killed at any moment: nothing is lost by it. */
class ArchiveKillTests extends RunsInAFile {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void processThatWasKilledMeanwhile_leavesNothingThatMatters(boolean isArchiveWhole) throws IOException {
        finish(1);
        finish(2);
        finish(3);
        Map<RunId, List<TrialRecord>> before = trials(3);
        byte[] old = Files.readAllBytes(file);
        storage.archive(STUDY, 1);
        Files.write(file, old);
        if (!isArchiveWhole) {
            Files.delete(folder.resolve("digits.2.log"));
            Files.writeString(folder.resolve("digits.2.log.part"), "{\"op_co");
        }
        Files.writeString(folder.resolve("digits.log.part"), "{\"op_co");

        assertThat(trials(3)).isEqualTo(before);
        assertThat(numbers(storage.runs())).containsExactly(1, 2, 3);
        assertThat(storage.archived()).isEmpty();
        assertThat(EarlierRuns.at(file).apply(new Projection(SPACE, Optional.empty(), Direction.MINIMIZE)))
                .hasSize(3);
        assertThat(storage.archive(STUDY, 1)).isTrue();
        assertThat(files()).containsExactly("digits.1.log", "digits.2.log", "digits.log");
        assertThat(trials(3)).isEqualTo(before);
    }

    /** Whoever has the lock knows that nobody else makes them; what is beside the file of another study is that one's. */
    @Test
    void filesThatWereBegun_areRemovedByTheNextRun_evenIfNothingIsMoved() throws IOException {
        finish(1);
        finish(2);
        storage.archive(STUDY, 1);
        new JournalStorage(folder.resolve("digits.7.log"))
                .begin(RunSeries.searches("other"), SPACE, header())
                .close();
        for (String begun :
                List.of("digits.log", "digits.1.log", "digits.2.log", "digits.7.log", "digits.x.log", "digit.log")) {
            Files.writeString(folder.resolve(begun + ".part"), "{\"op_co");
        }

        assertThat(storage.archive(STUDY, 5)).isFalse();

        assertThat(files())
                .containsExactly(
                        "digit.log.part",
                        "digits.1.log",
                        "digits.7.log",
                        "digits.7.log.part",
                        "digits.log",
                        "digits.x.log.part");
        assertThat(numbers(storage.archived())).containsExactly(1);
    }

    @Test
    void filesThatWereBegun_goWithTheLastRun() throws IOException {
        finish(1);
        Files.writeString(folder.resolve("digits.log.part"), "{\"op_co");
        Files.writeString(folder.resolve("digits.1.log.part"), "{\"op_co");

        storage.delete(List.of(id(1)));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void processesThatAreKilledAtAnyMoment_loseNoRun() throws Exception {
        int runs = 12;
        for (int run = 1; run <= runs; run++) {
            finish(run);
        }
        Map<RunId, List<TrialRecord>> before = trials(runs);
        for (int round = 0; round < 8; round++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Archiving.class.getName(),
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            Path begun = folder.resolve("begun");
            while (!Files.exists(begun) && child.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(60));
            child.destroyForcibly().waitFor();
            Files.deleteIfExists(begun);
            assertThat(trials(runs)).isEqualTo(before);
            assertThat(JournalCheck.of(file).faults()).isEmpty();
            assertThat(Stream.concat(numbers(storage.archived()).stream(), numbers(storage.runs()).stream()))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, runs).boxed().toList());
        }
        storage.archive(STUDY, 1);
        assertThat(numbers(storage.runs())).containsExactly(runs);
        assertThat(trials(runs)).isEqualTo(before);
    }

    /** A process that moves one run after the other. */
    static final class Archiving {

        private Archiving() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            JournalStorage storage = new JournalStorage(file);
            Files.createFile(file.resolveSibling("begun"));
            for (int keep = storage.runs().size() - 1; keep > 0; keep--) {
                storage.archive(STUDY, keep);
            }
        }
    }
}
