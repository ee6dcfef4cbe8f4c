// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.journal.line.Times;
import dev.hpo.storage.journal.lock.LockTiming;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several JVMs on one journal, some of which are killed. {@code -Ddev.hpo.journal.kills=200} kills more of them. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ProcessesTests {

    private static final int KILLS = Integer.getInteger("dev.hpo.journal.kills", 6);

    private Path folder;
    private Path file;

    @BeforeEach
    void begin(@TempDir Path temporary) {
        folder = temporary;
        file = folder.resolve("a.log");
        try (Journal journal = open()) {
            journal.append(state -> List.of(Trials.study("a")));
        }
    }

    @Test
    void severalProcesses_giveEachNumberOnce_andLoseNothing() throws Exception {
        List<Child> children = new ArrayList<>();
        for (int child = 0; child < 3; child++) {
            children.add(start(child, 100));
        }
        for (Child child : children) {
            assertThat(child.exitCode()).isZero();
        }
        assertThat(told()).hasSize(300).doesNotHaveDuplicates();
        assertSound(300);
        assertThat(names()).doesNotContain("a.log.lock").noneMatch(name -> name.contains(".holder-"));
    }

    /** Some die while they write, some while they have the lock, some before they have begun. */
    @Test
    void processesThatAreKilled_loseNothingThatTheyWereTold_andKeepNobodyWaiting() throws Exception {
        Random random = new Random(11);
        for (int kill = 0; kill < KILLS; kill++) {
            Child victim = start(kill, 1_000_000);
            Child other = start(kill + KILLS, 20);
            TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(500));
            victim.kill();
            assertThat(other.exitCode()).isZero();
        }
        assertThat(told()).hasSizeGreaterThanOrEqualTo(20 * KILLS).doesNotHaveDuplicates();
        assertSound(told().size());
        try (Journal journal = open()) {
            assertThat(journal.append(state -> List.of(Trials.begin(0))).get(0).counted())
                    .isTrue();
        }
        assertThat(names()).doesNotContain("a.log.lock").noneMatch(name -> name.contains(".holder-"));
    }

    @Test
    void lockOfAKilledProcess_isTakenWithoutWaiting() throws Exception {
        Child victim = Child.start(folder.resolve("output"), "hold", file, folder.resolve("said"));
        while (!Files.exists(folder.resolve("held")) && victim.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        String holder = Files.readString(folder.resolve("held"));
        JournalSettings patient =
                new JournalSettings(Following.everything(), Times.UTC, new LockTiming(Duration.ofHours(1)));
        try (Journal journal = Journal.open(file, patient)) {
            assertThat(journal.holder().isAlive(holder)).isTrue();
            victim.kill();
            assertThat(journal.holder().isAlive(holder)).isFalse();
            assertThat(journal.append(state -> List.of(Trials.begin(0)))).hasSize(1);
        }
        assertThat(names()).noneMatch(name -> name.contains(".holder-"));
    }

    private Child start(int name, int trials) throws IOException {
        return Child.start(folder.resolve("output" + name), "append", file, trials, folder.resolve("told" + name));
    }

    /** Checks that what was told is there, that no line is bad, and that the numbers are without a gap. */
    private void assertSound(int told) throws IOException {
        try (Journal journal = open()) {
            List<StoredTrial> trials =
                    journal.read(state -> state.study("a").orElseThrow().trials());
            List<Integer> complete = trials.stream()
                    .filter(trial -> trial.state() == TrialState.COMPLETE)
                    .map(StoredTrial::number)
                    .toList();
            assertThat(complete).containsAll(told());
            assertThat(complete.size()).isBetween(told, told + 2 * KILLS);
            assertThat(trials).allSatisfy(trial -> {
                assertThat(trial.id()).isEqualTo(trial.number());
                if (trial.state() == TrialState.COMPLETE) {
                    assertThat(trial.values()).containsExactly((double) trial.number());
                    assertThat(trial.curve().size()).isEqualTo(1);
                }
            });
            assertThat(journal.faults()).isEmpty();
        }
    }

    private List<Integer> told() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (String name : names()) {
            if (name.startsWith("told")) {
                Files.readAllLines(folder.resolve(name)).forEach(line -> numbers.add(Integer.valueOf(line)));
            }
        }
        return numbers;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private Journal open() {
        return Journal.open(file, JournalSettings.of(Following.everything()));
    }
}
