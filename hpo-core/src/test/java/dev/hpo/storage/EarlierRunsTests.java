// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunsTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final Parameter<Double> X =
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final Parameter<Double> NARROW =
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 0.5));
    private static final Parameter<Integer> NEW =
            Parameter.ofInt(Scope.root().child("n"), IntegerDomain.of(Scale.LINEAR, 1, 3));
    private static final Projection PRESENT =
            new Projection(new PlainSpace(List.of(NARROW, NEW)), Optional.empty(), Direction.MINIMIZE);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void allRunsOfADirectory_areReadInTheOrderOfTheirAge() throws IOException {
        run("digits", Direction.MINIMIZE, 0.1, 0.2);
        run("digits", Direction.MINIMIZE);
        run("digits", Direction.MINIMIZE, 0.3, 0.9);

        List<EarlierStudy> studies = EarlierRuns.at(folder).apply(PRESENT);

        assertThat(studies)
                .extracting(EarlierStudy::describe)
                .containsExactly(
                        "2 trials of digits, run 1", "1 trial of digits, run 3; 1 left out, outside the present space");
        assertThat(studies.get(0).results())
                .extracting(result -> result.configuration().get(NARROW) + ", "
                        + result.configuration().get(NEW) + ": " + result.value())
                .containsExactly("0.1, 2: 1.0", "0.2, 2: 2.0");
        assertThat(EarlierRuns.at(folder).last().apply(PRESENT))
                .extracting(EarlierStudy::name)
                .containsExactly("digits, run 3");
    }

    @Test
    void allRunsOfAJournal_areReadInTheOrderOfTheirAge() {
        Path file = folder.resolve("digits.log");
        runInJournal(file, Direction.MINIMIZE, 0.1, 0.2);
        runInJournal(file, Direction.MINIMIZE);
        runInJournal(file, Direction.MINIMIZE, 0.3, 0.9);

        assertThat(EarlierRuns.at(file).apply(PRESENT))
                .extracting(EarlierStudy::describe)
                .containsExactly(
                        "2 trials of digits, run 1", "1 trial of digits, run 3; 1 left out, outside the present space");
        assertThat(EarlierRuns.at(file).last().apply(PRESENT))
                .extracting(EarlierStudy::name)
                .containsExactly("digits, run 3");
        runInJournal(file, Direction.MAXIMIZE, 0.1);
        assertRefused(file, file + ", digits #4: direction (MAXIMIZE) must be MINIMIZE");
    }

    @Test
    void aFileIsOneRun_andATornLastLineIsLeftOut() throws IOException {
        run("digits", Direction.MINIMIZE, 0.1);
        run("digits", Direction.MINIMIZE, 0.2);
        Path file = folder.resolve("trials.1.jsonl");
        Files.writeString(file, "{\"number\":1,\"sta", StandardOpenOption.APPEND);

        assertThat(EarlierRuns.at(file).apply(PRESENT)).singleElement().satisfies(study -> assertThat(study.describe())
                .isEqualTo("1 trial of digits, run 1"));
    }

    @Test
    void whatIsMissing_isAnErrorOnlyIfItMustBeThere() throws IOException {
        Path missing = folder.resolve("none");
        assertThat(EarlierRuns.ifAny(missing).apply(PRESENT)).isEmpty();
        assertThat(EarlierRuns.ifAny(folder).last().apply(PRESENT)).isEmpty();
        assertRefused(
                missing,
                missing
                        + " must be there to start from; name the journal of an earlier study, its directory, or the file of one of its runs");
        assertRefused(
                folder,
                folder
                        + " must have the trials of an earlier study, in trials.jsonl; name the directory of a study, or its journal");
        Files.createFile(folder.resolve("trials.jsonl"));
        assertRefused(folder, folder.resolve("trials.jsonl") + " must not be empty; move it away");
    }

    @Test
    void corruptOrForeignFiles_areNamedWithTheLine() throws IOException {
        run("digits", Direction.MINIMIZE, 0.1);
        Path file = folder.resolve("trials.jsonl");
        String good = Files.readString(file);

        Files.writeString(file, good + "{\"number\":1,\"state\":\"DONE\"}\n");
        assertRefused(file, file + ", line 4: ");
        Files.writeString(file, good + "{\"number\":1,\"state\":\"COMPLETE\"}\n");
        assertRefused(
                file, file + ", line 4: values ([]) must be finite and at least one; move the file away, or mend it");
        Files.writeString(file, good + "oh no\n");
        assertRefused(file, file + ", line 4: Unrecognized token");
        Files.writeString(file, "{\"steps\":17}\n");
        assertRefused(file, file + ", line 1: format (null) must be 1; move the file away, or mend it");
        Files.writeString(file, "rate = 0.5\n");
        assertRefused(file, file + ", line 1: Unrecognized token");
    }

    @Test
    void otherDirection_isAnError() throws IOException {
        run("digits", Direction.MAXIMIZE, 0.1);
        assertRefused(
                folder,
                folder.resolve("trials.jsonl")
                        + ", line 1: direction (MAXIMIZE) must be MINIMIZE, as that of the study to"
                        + " start; name other runs, or move these away");
    }

    private static void assertRefused(Path path, String message) {
        assertThatThrownBy(() -> EarlierRuns.at(path).apply(PRESENT))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith(message);
    }

    /** Makes the files of a run as they were before the journal. */
    private void run(String study, Direction direction, double... points) throws IOException {
        Path current = folder.resolve("trials.jsonl");
        int earlier = OldRun.in(folder).size();
        if (earlier > 0) {
            Files.move(current, folder.resolve("trials." + earlier + ".jsonl"));
        }
        StringBuilder text = new StringBuilder("{\"format\":1,\"study\":\"" + study + "\",\"run\":" + (earlier + 1)
                + ",\"metric\":\"loss\",\"direction\":\"" + direction
                + "\",\"seed\":\"1\",\"createdAt\":\"2026-02-03T04:05:06Z\",\"fingerprint\":\"space\"}\n");
        for (int i = 0; i < points.length; i++) {
            String begin = "{\"number\":" + i + ",\"parameters\":{\"x\":" + points[i]
                    + "},\"seed\":\"7\",\"source\":\"SAMPLER\"," + "\"startedAt\":\"2026-02-03T04:05:06Z\",\"state\":";
            text.append(begin).append("\"RUNNING\"}\n");
            text.append(begin)
                    .append("\"COMPLETE\",\"values\":[" + (i + 1) + "],\"finishedAt\":\"2026-02-03T04:05:06Z\"}\n");
        }
        Files.writeString(current, text);
    }

    private static void runInJournal(Path file, Direction direction, double... points) {
        RunStore run = new JournalStorage(file)
                .begin(
                        RunSeries.searches("digits"),
                        new PlainSpace(List.of(X)),
                        id -> new RunHeader(id, new RunHeader.Goal("loss", direction), 1, "space", NOW));
        for (int i = 0; i < points.length; i++) {
            Configuration point = Configuration.builder().set(X, points[i]).build();
            TrialStart start = new TrialStart(i, point, 7, Origin.of(Origin.Source.SAMPLER), NOW);
            run.begin(TrialRecord.running(start));
            run.end(TrialRecord.running(start).finished(Outcome.Complete.of(i + 1), NOW));
        }
        run.close();
    }
}
