// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StoredSpace;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldRunTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private static final String HEADER =
            "{\"format\":1,\"study\":\"digits\",\"run\":3,\"metric\":\"loss\",\"direction\":\"MINIMIZE\","
                    + "\"seed\":\"-9223372036854775808\",\"earlier\":[\"2 trials of digits, run 1\"],\"createdAt\":\"2026-02-03T04:05:06Z\","
                    + "\"fingerprint\":\"space\"}\n";

    private static final String BEGUN =
            "{\"number\":0,\"state\":\"RUNNING\",\"parameters\":{\"rate\":0.25,\"units\":3},\"seed\":\"7\",\"source\":\"SAMPLER\","
                    + "\"startedAt\":\"2026-02-03T04:05:06Z\"}\n";

    private static final String ENDED =
            "{\"number\":0,\"state\":\"COMPLETE\",\"values\":[0.5],\"parameters\":{\"rate\":0.25,\"units\":3},"
                    + "\"seed\":\"7\",\"source\":\"SAMPLER\",\"startedAt\":\"2026-02-03T04:05:06Z\","
                    + "\"finishedAt\":\"2026-02-03T04:05:06Z\"}\n";

    private Path file;

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve("trials.3.jsonl");
    }

    @Test
    void headerAndTheLastLineOfEachTrialAreRead() throws IOException {
        Files.writeString(file, HEADER + BEGUN + ENDED);

        OldRun run = new OldRun(file);
        assertThat(run.header())
                .isEqualTo(new RunHeader(
                        new RunId("digits", 3),
                        new RunHeader.Goal("loss", Direction.MINIMIZE),
                        new RunHeader.Basis(
                                Long.MIN_VALUE, List.of("2 trials of digits, run 1"), java.util.Map.of(), ""),
                        new StoredSpace("space"),
                        NOW));
        assertThat(run.trials(OldRunTests_NetSpace.SPACE)).containsExactly(complete());
        assertThat(run.complete()).singleElement().satisfies(trial -> assertThat(trial.value())
                .isEqualTo(0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"number\":1,\"sta", "{", "\u0000\u0000\u0000"})
    void tornLastLineIsLeftOut(String torn) throws IOException {
        Files.writeString(file, HEADER + ENDED + torn);

        assertThat(new OldRun(file).trials(OldRunTests_NetSpace.SPACE)).containsExactly(complete());
    }

    @Test
    void fileWithOtherLineEndsAndTextIsRead_alsoWhenTorn() throws IOException {
        Files.writeString(file, (HEADER.replace("loss", "\u00e9") + ENDED).replace("\n", "\r\n") + "{\"num");

        assertThat(new OldRun(file).trials(OldRunTests_NetSpace.SPACE)).containsExactly(complete());
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
        Files.writeString(file, HEADER + ENDED + line + "\n");

        assertThatThrownBy(() -> new OldRun(file).trials(OldRunTests_NetSpace.SPACE))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith(file + ", " + message)
                .hasMessageEndingWith("; move the file away, or mend it");
    }

    @Test
    void trialOfAnotherSpaceIsNamed() throws IOException {
        Files.writeString(file, HEADER + ENDED);

        assertThatThrownBy(() -> new OldRun(file).trials(OldRunTests_OtherSpace.SPACE))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("line 2: rate must be a parameter of Other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}\n", "{\"format\":2}\n", "text\n"})
    void fileWithoutItsHeaderIsRefused(String content) throws IOException {
        Files.writeString(file, content);

        assertThatThrownBy(() -> new OldRun(file).header())
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("move");
    }

    private static TrialRecord complete() {
        TrialStart start = new TrialStart(
                0,
                OldRunTests_NetSpace.SPACE.configuration(new Net(0.25, 3)),
                7,
                Origin.of(Origin.Source.SAMPLER),
                NOW);
        return TrialRecord.running(start).finished(Outcome.Complete.of(0.5), NOW);
    }

    @SearchSpace
    record Net(
            @Uniform(min = 0, max = 1) double rate,
            @Uniform(min = 1, max = 9) int units) {}

    @SearchSpace
    record Other(@Uniform(min = 1, max = 9) int units) {}
}
