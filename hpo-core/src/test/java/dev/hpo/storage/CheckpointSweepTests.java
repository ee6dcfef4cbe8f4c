// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Direction;
import dev.hpo.trial.StoredSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which checkpoints are removed, and which are not. */
class CheckpointSweepTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final CheckpointSweep BY_AGE = new CheckpointSweep(Duration.ofDays(30), OptionalLong.empty());

    private Path place;

    @BeforeEach
    void open(@TempDir Path temporary) {
        place = temporary.resolve("place");
    }

    @Test
    void interruptedRuns_goByAge() throws IOException {
        Path old = left(run("digits", 1), false, 31);
        Path young = left(run("digits", 2), false, 29);
        Path ofOthers = left(run("letters", 1), false, 31);

        assertThat(sweep(BY_AGE, run("digits", 1), run("digits", 2))).isEqualTo(2);
        assertThat(old).doesNotExist();
        assertThat(ofOthers).doesNotExist();
        assertThat(young.resolve("7/model")).exists();
        assertThat(names()).hasSize(2);
    }

    /** It is what is shipped, and there is no other. */
    @Test
    void bestOfARunThatIsDone_staysAsLongAsTheRunIsInItsFile() throws IOException {
        Path kept = left(run("digits", 2), true, 400);
        Path moved = left(run("digits", 1), true, 400);
        Path ofOthers = left(run("letters", 1), true, 400);

        assertThat(sweep(BY_AGE, run("digits", 2))).isEqualTo(1);
        assertThat(moved).doesNotExist();
        assertThat(kept).exists();
        assertThat(ofOthers).exists();
    }

    @Test
    void oneChangeAnywhere_isAChange() throws IOException {
        Path old = left(run("digits", 1), false, 400);
        age(Files.writeString(Files.createDirectories(old.resolve("8/deep")).resolve("model"), ""), 3);

        assertThat(sweep(BY_AGE)).isZero();
        assertThat(old).exists();
    }

    @Test
    void whatAProcessUses_stays() throws IOException {
        RunHeader run = run("digits", 1);
        Path used = left(run, false, 400);
        CheckpointStore one = CheckpointStore.at(place, run);
        CheckpointStore other = CheckpointStore.at(place, run);
        one.open();
        other.open();
        ageAll(used, 400);
        assertThat(sweep(BY_AGE)).isZero();
        one.close();
        ageAll(used, 400);
        assertThat(sweep(BY_AGE)).isZero();
        other.close();
        assertThat(sweep(BY_AGE)).as("it has just been left").isZero();
        ageAll(used, 400);

        assertThat(sweep(BY_AGE)).isEqualTo(1);
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsNotOurs_stays() throws IOException {
        Path foreign = Files.createDirectories(place.resolve("1-0123456789ab-digits"));
        age(Files.writeString(foreign.resolve("thesis.tex"), ""), 400);
        Path named = Files.createDirectories(place.resolve("photos"));
        Files.writeString(place.resolve("photos.run"), "state=open");
        Path elsewhere = Files.createDirectories(place.resolveSibling("elsewhere"));
        age(Files.writeString(elsewhere.resolve("data.csv"), ""), 400);
        Path link = Files.createSymbolicLink(place.resolve("2-0123456789ab-digits"), elsewhere);
        Files.writeString(place.resolve("2-0123456789ab-digits.run"), "state=open");
        for (Path path : List.of(
                foreign, named, place.resolve("photos.run"), elsewhere, place.resolve("2-0123456789ab-digits.run"))) {
            age(path, 400);
        }

        assertThat(sweep(BY_AGE)).isZero();
        assertThat(foreign.resolve("thesis.tex")).exists();
        assertThat(named).exists();
        assertThat(link.resolve("data.csv")).exists();
    }

    @Test
    void linksInACheckpoint_areNotFollowed() throws IOException {
        Path data = Files.createDirectories(place.resolveSibling("data"));
        Files.writeString(data.resolve("train.csv"), "1,2");
        Path old = left(run("digits", 1), false, 400);
        Files.createSymbolicLink(old.resolve("7/data"), data);
        ageAll(old, 400);
        // The age of a link cannot be set, and it was made just now.
        assertThat(BY_AGE.sweep(place, "digits", List.of(), Instant.now().plus(Duration.ofDays(400))))
                .isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(data.resolve("train.csv")).exists();
    }

    @Test
    void whatIsTooLarge_losesTheOldest_butNotTheLastOfAnyStudy() throws IOException {
        Path done = left(run("digits", 1), true, 9);
        Path older = left(run("digits", 2), false, 8);
        Path newer = left(run("digits", 3), false, 7);
        Path last = left(run("digits", 4), false, 6);
        Path ofOthers = left(run("letters", 1), false, 20);
        RunHeader[] all = {run("digits", 1), run("digits", 2), run("digits", 3), run("digits", 4)};

        assertThat(sweep(bySize(5 * 1000), all)).isZero();
        assertThat(sweep(bySize(4 * 1000), all)).isEqualTo(1);
        assertThat(older).doesNotExist();
        assertThat(sweep(bySize(3 * 1000), all)).isEqualTo(1);
        assertThat(newer).doesNotExist();
        assertThat(sweep(bySize(1), all)).isEqualTo(1);
        assertThat(done).doesNotExist();
        assertThat(last).exists();
        assertThat(ofOthers).exists();
    }

    @Test
    void placeThatIsMissing_orAFile_isLeftAlone() throws IOException {
        assertThat(sweep(BY_AGE)).isZero();
        Files.writeString(place, "");
        assertThat(sweep(BY_AGE)).isZero();
        assertThat(place).exists();
    }

    private static CheckpointSweep bySize(long bytes) {
        return new CheckpointSweep(Duration.ofDays(30), OptionalLong.of(bytes));
    }

    private int sweep(CheckpointSweep sweep, RunHeader... runs) {
        return sweep.sweep(
                place,
                "digits",
                Arrays.stream(runs)
                        .map(run -> new RunRecord(run, Optional.empty(), false))
                        .toList(),
                NOW);
    }

    private static RunHeader run(String study, int number) {
        return new RunHeader(
                new RunId(study, number),
                new RunHeader.Goal("loss", Direction.MINIMIZE),
                RunHeader.Basis.of(7),
                new StoredSpace("space"),
                NOW);
    }

    /** Leaves a checkpoint of 1000 bytes. */
    private Path left(RunHeader run, boolean isFinished, int days) throws IOException {
        CheckpointStore store = CheckpointStore.at(place, run);
        Files.write(store.make(7).resolve("model"), new byte[1000]);
        if (isFinished) {
            store.finish();
        }
        store.close();
        Path directory = place.resolve(CheckpointNames.of(run));
        ageAll(directory, days);
        return directory;
    }

    private static void ageAll(Path directory, int days) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                age(path, days);
            }
        }
        age(directory.resolveSibling(directory.getFileName() + ".run"), days);
    }

    private static void age(Path path, int days) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(NOW.minus(Duration.ofDays(days))));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
