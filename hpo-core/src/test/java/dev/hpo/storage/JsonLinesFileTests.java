// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesFileTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private Path directory;
    private Path file;
    private JsonLinesStorage storage;

    @BeforeEach
    void open(@TempDir Path temporary) {
        directory = temporary;
        file = directory.resolve("trials.jsonl");
        storage = new JsonLinesStorage(directory);
    }

    @Test
    void eachLineIsThereAsSoonAsItIsPut() throws IOException {
        RunId run = begin("digits");
        assertThat(Files.readAllLines(file)).singleElement().asString().contains("\"study\":\"digits\"", "\"run\":1");

        storage.put(run, TrialRecord.running(start(0)));
        storage.put(run, complete(0));

        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .last()
                .isEqualTo(
                        "{\"number\":0,\"state\":\"COMPLETE\",\"values\":[0.5],\"parameters\":{\"rate\":0.25,\"units\":3},"
                                + "\"seed\":\"7\",\"source\":\"SAMPLER\",\"startedAt\":\"2026-02-03T04:05:06Z\","
                                + "\"finishedAt\":\"2026-02-03T04:05:06Z\"}");
    }

    @Test
    void interruptedThread_losesNoLineAndStaysInterrupted() {
        RunId run = begin("digits");
        Thread.currentThread().interrupt();
        storage.put(run, complete(0));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(storage.trials(run, JsonLinesFileTests_NetSpace.SPACE)).containsExactly(complete(0));
    }

    @Test
    void newRunKeepsTheFileOfTheEarlierOne() throws IOException {
        RunId first = begin("digits");
        storage.put(first, complete(0));
        String kept = Files.readString(file);
        begin("digits");
        begin("digits");

        assertThat(directory.resolve("trials.1.jsonl")).hasContent(kept);
        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder("trials.jsonl", "trials.1.jsonl", "trials.2.jsonl", "trials.lock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"number\":1,\"sta", "{", "\u0000\u0000\u0000"})
    void tornLastLineIsLeftOutAndCutOffWhenTheRunGoesOn(String torn) throws IOException {
        RunId run = begin("digits");
        storage.put(run, complete(0));
        Files.writeString(file, torn, StandardOpenOption.APPEND);
        JsonLinesStorage next = new JsonLinesStorage(directory);
        assertThat(next.trials(run, JsonLinesFileTests_NetSpace.SPACE)).containsExactly(complete(0));

        next.put(run, complete(1));

        assertThat(next.trials(run, JsonLinesFileTests_NetSpace.SPACE)).containsExactly(complete(0), complete(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"number\":1,\"sta", "{", "\u0000\u0000\u0000"})
    void lineTornWhileTheRunGoesOnSpoilsNoLaterOne(String torn) throws IOException {
        RunId run = begin("digits");
        storage.put(run, complete(0));
        Files.writeString(file, torn, StandardOpenOption.APPEND);

        storage.put(run, complete(2));

        assertThat(storage.trials(run, JsonLinesFileTests_NetSpace.SPACE)).containsExactly(complete(0), complete(2));
    }

    @Test
    void fileWithOtherLineEndsAndTextIsRead_alsoWhenTorn() throws IOException {
        RunId run = begin("digits");
        storage.put(run, complete(0));
        Files.writeString(
                file,
                Files.readString(file)
                                .replace("\"metric\":\"", "\"metric\":\"\u00e9")
                                .replace("\n", "\r\n") + "{\"num");

        assertThat(storage.trials(run, JsonLinesFileTests_NetSpace.SPACE)).containsExactly(complete(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense                 | line 3: Unrecognized token",
                "{\"number\":\"one\"}     | line 3: number (one) must be of type integer",
                "{\"number\":1}           | line 3: rate must have a value",
                "{\"number\":1,\"parameters\":{\"rate\":0.5,\"units\":3}} | line 3: seed must be there",
                "[1, 2]                   | line 3: ",
            })
    void lineThatIsNoTrialIsNamed(String line, String message) throws IOException {
        RunId run = begin("digits");
        storage.put(run, complete(0));
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        storage.put(run, complete(1));

        assertThatThrownBy(() -> storage.trials(run, JsonLinesFileTests_NetSpace.SPACE))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith(file + ", " + message)
                .hasMessageEndingWith("; move the file away, or mend it");
    }

    @Test
    void trialOfAnotherSpaceIsNamed() {
        RunId run = begin("digits");
        storage.put(run, complete(0));

        assertThatThrownBy(() -> storage.trials(run, JsonLinesFileTests_OtherSpace.SPACE))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("line 2: rate must be a parameter of Other");
    }

    @Test
    void directoryOfAnotherStudyIsRefused() {
        begin("digits");

        assertThatThrownBy(() -> begin("letters"))
                .isInstanceOf(StorageException.class)
                .hasMessage(directory
                        + " must belong to one study, but has runs of digits; give letters a directory of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}\n", "{\"format\":2}\n", "text\n"})
    void fileWithoutItsHeaderIsRefusedAndLeftAlone(String content) throws IOException {
        Files.writeString(file, content);

        assertThatThrownBy(() -> begin("digits"))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("move");
        assertThat(file).hasContent(content);
    }

    @Test
    void fileThatIsGoneIsAnError() throws IOException {
        RunId run = begin("digits");
        Files.delete(file);

        assertThatThrownBy(() -> storage.put(run, complete(0)))
                .isInstanceOf(StorageException.class)
                .hasMessage(directory + " must keep the file of run 1 of digits while it goes on; it is gone");
    }

    @Test
    void directoryThatIsAFileIsAnError() throws IOException {
        Files.createFile(file);
        storage = new JsonLinesStorage(file);

        assertThatThrownBy(() -> begin("digits"))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith(file + " must be writable: ");
    }

    @Test
    void runsThatBeginAtOnceAreDifferentOnes() throws Exception {
        // Threads of its own: those of a parallel stream may all be busy with other tests.
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<RunId> runs = new ArrayList<>();
        try {
            Callable<RunId> begin = () -> begin(new JsonLinesStorage(directory), "digits");
            for (Future<RunId> run : pool.invokeAll(Collections.nCopies(40, begin))) {
                runs.add(run.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(runs).extracting(RunId::number).doesNotHaveDuplicates().contains(1, 40);
        assertThat(storage.runs("digits")).hasSize(40);
    }

    @Test
    void fileIsToldByItsWholeFirstLine() throws IOException {
        RunId run = begin("digits");
        storage.put(run, complete(0));
        Files.move(file, directory.resolve("trials.0.jsonl"));
        String head = Files.readAllLines(directory.resolve("trials.0.jsonl")).get(0);
        Files.writeString(file, head.replace("04:05:06Z", "04:05:07Z") + "\n");

        storage.put(run, complete(1));

        assertThat(directory.resolve("trials.0.jsonl").toFile()).content().hasLineCount(3);
        assertThat(file.toFile()).content().hasLineCount(1);
    }

    private RunId begin(String study) {
        return begin(storage, study);
    }

    private static RunId begin(JsonLinesStorage storage, String study) {
        return storage.begin(
                        study,
                        number -> new RunHeader(
                                new RunId(study, number),
                                new RunHeader.Goal("loss", Direction.MINIMIZE),
                                1,
                                JsonLinesFileTests_NetSpace.SPACE.fingerprint(),
                                NOW))
                .id();
    }

    private static TrialStart start(int number) {
        return new TrialStart(
                number,
                JsonLinesFileTests_NetSpace.SPACE.configuration(new Net(0.25, 3)),
                7,
                Origin.of(Origin.Source.SAMPLER),
                NOW);
    }

    private static TrialRecord complete(int number) {
        return TrialRecord.running(start(number)).finished(Outcome.Complete.of(0.5), NOW);
    }

    @SearchSpace
    record Net(
            @Uniform(min = 0, max = 1) double rate,
            @Uniform(min = 1, max = 9) int units) {}

    @SearchSpace
    record Other(@Uniform(min = 1, max = 9) int units) {}
}
