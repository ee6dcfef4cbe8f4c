// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import static dev.hpo.storage.journal.Trials.attribute;
import static dev.hpo.storage.journal.Trials.begin;
import static dev.hpo.storage.journal.Trials.end;
import static dev.hpo.storage.journal.Trials.lines;
import static dev.hpo.storage.journal.Trials.report;
import static dev.hpo.storage.journal.Trials.study;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.storage.journal.line.Interest;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that others have left in a state in which Optuna could not read them, or not after the next line. */
class DamageTests {

    private static final String START = lines(study("a"), begin(0));

    private Path folder;
    private Path file;

    @BeforeEach
    void prepare(@TempDir Path temporary) {
        folder = temporary;
        file = folder.resolve("a.log");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 30, 60})
    void tornLastLine_doesNotCount_andIsCutOffBeforeTheNext(int length) throws IOException {
        String torn = lines(end(0, 0.5)).substring(0, length);
        Files.writeString(file, START + torn);
        try (Journal journal = open()) {
            assertThat(sizeOf(journal)).isEqualTo(1);
            assertThat(file).content().isEqualTo(START + torn);

            journal.append(state -> List.of(begin(0)));

            assertThat(Files.readString(file))
                    .startsWith(START + "{\"op_code\":4,")
                    .hasLineCount(3);
            assertThat(kept()).containsExactly(torn + "\n");
            assertThat(journal.faults()).isEmpty();
        }
    }

    @Test
    void wholeLineWithoutItsEnd_doesNotCount() throws IOException {
        Files.writeString(file, START + lines(begin(0)).strip());
        try (Journal journal = open()) {
            assertThat(sizeOf(journal)).isEqualTo(1);
            journal.append(state -> List.of(end(0, 0.5)));
            assertThat(sizeOf(journal)).isEqualTo(1);
        }
        assertThat(Files.readAllLines(file)).hasSize(3);
    }

    @Test
    void lineWrittenBehindATornOne_isSavedByBlanks_andCountsFromThenOn() throws IOException {
        String torn = lines(report(0, 1, 0.5)).substring(0, 40);
        Files.writeString(file, START + torn + lines(begin(0), attribute(1, "a", "b")));
        try (Journal journal = open()) {
            assertThat(sizeOf(journal)).isEqualTo(1);
            assertThat(messages(journal))
                    .singleElement()
                    .asString()
                    .startsWith(file + ", line 3: must be an object of JSON: ")
                    .endsWith("; the line is left out");
            long before = Files.size(file);

            assertThat(journal.append(state -> List.of(end(1, 0.25)))).containsExactly(new Receipt(true, 1));

            assertThat(Files.readString(file))
                    .startsWith(START + " ".repeat(40) + lines(begin(0), attribute(1, "a", "b")));
            assertThat(Files.size(file)).isGreaterThan(before);
            assertThat(sizeOf(journal)).isEqualTo(2);
            assertThat(journal.<Map<String, ?>>read(
                            state -> state.trial(1).orElseThrow().userAttributes()))
                    .isEqualTo(Map.of("a", "b"));
            assertThat(messages(journal))
                    .singleElement()
                    .asString()
                    .startsWith(file + ", line 3: began with a torn line, which was taken out and kept in a.log.torn-")
                    .endsWith("; it was mended");
            assertThat(kept()).singleElement().asString().startsWith(torn + "{\"op_code\":4");
        }
        assertAllIsJson();
    }

    @Test
    void lineThatSomebodyElseMends_isReadAnew() throws IOException {
        String torn = lines(report(0, 1, 0.5)).substring(0, 40);
        Files.writeString(file, START + torn + lines(begin(0)));
        try (Journal one = open();
                Journal other = open()) {
            one.append(state -> List.of(begin(0)));
            assertThat(other.append(state -> List.of(begin(0)))).containsExactly(new Receipt(true, 3));
            assertThat(sizeOf(one)).isEqualTo(4);
            assertThat(sizeOf(other)).isEqualTo(4);
        }
    }

    @Test
    void lineThatCannotBeSaved_becomesOneThatDoesNothing() throws IOException {
        Files.writeString(file, START + "x".repeat(80) + "\n" + lines(begin(0)));
        try (Journal journal = open()) {
            assertThat(journal.append(state -> List.of(begin(0)))).containsExactly(new Receipt(true, 2));
            assertThat(messages(journal)).singleElement().asString().contains("line 3: was no JSON and was taken out");
        }
        assertThat(Files.readAllLines(file))
                .hasSize(5)
                .element(2)
                .asString()
                .hasSize(80)
                .startsWith("{\"op_code\":1,");
        assertThat(kept()).containsExactly("x".repeat(80) + "\n");
        assertAllIsJson();
    }

    @Test
    void lineTooShortToBeMended_isLeftOut_andNamed_eachTime() throws IOException {
        Files.writeString(file, START + "oops\n" + lines(begin(0)));
        for (int time = 1; time <= 2; time++) {
            try (Journal journal = open()) {
                journal.append(state -> List.of(begin(0)));
                assertThat(messages(journal)).singleElement().asString().contains(", line 3: must be");
                assertThat(sizeOf(journal)).isEqualTo(2 + time);
            }
        }
    }

    @Test
    void wrongLineInJson_isLeftOut_andLeftAlone() throws IOException {
        String wrong = """
                {"op_code":4,"worker_id":"w","study_id":"0","datetime_start":null}
                {"op_code":12,"worker_id":"w","study_id":0,"of_a_later_version":true}
                """;
        Files.writeString(file, START + wrong + lines(begin(0)));
        try (Journal journal = open()) {
            journal.append(state -> List.of(begin(0)));
            assertThat(sizeOf(journal)).isEqualTo(3);
            assertThat(messages(journal))
                    .containsExactly(
                            file + ", line 3: study_id (0) must be a whole number; the line is left out",
                            file
                                    + ", line 4: op_code (12) must be from 0 to 10; a later version may have written it; the line is left out");
        }
        assertThat(Files.readString(file)).startsWith(START + wrong);
    }

    @Test
    void blankLinesAtTheEnd_areCutOff_andInTheMiddleNamed() throws IOException {
        Files.writeString(file, START + "\n" + lines(begin(0)) + "\n \r\n");
        try (Journal journal = open()) {
            assertThat(journal.append(state -> List.of(begin(0)))).containsExactly(new Receipt(true, 2));
            assertThat(messages(journal)).singleElement().asString().contains(", line 3: must not be blank");
        }
        assertThat(Files.readAllLines(file)).hasSize(5).last().asString().startsWith("{\"op_code\":4");
    }

    @Test
    void linesEndedAsOnWindows_areRead() throws IOException {
        Files.writeString(file, (START + lines(begin(0))).replace("\n", "\r\n"));
        try (Journal journal = open()) {
            assertThat(journal.append(state -> List.of(begin(0)))).containsExactly(new Receipt(true, 2));
            assertThat(journal.faults()).isEmpty();
        }
    }

    @Test
    void emptyFile_isAJournal() throws IOException {
        Files.createFile(file);
        try (Journal journal = open()) {
            assertThat(journal.append(state -> List.of(study("a")))).containsExactly(new Receipt(true, 0));
        }
    }

    @Test
    void damagedFirstLine_costsThatLine() throws IOException {
        Files.writeString(file, "\u0000".repeat(100) + "\n" + START);
        try (Journal journal = open()) {
            assertThat(sizeOf(journal)).isEqualTo(1);
            assertThat(messages(journal)).singleElement().asString().contains(", line 1: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "hello\n",
                "{}\n",
                "{\"op\":1}\n{\"op\":2}\n",
                "{\"format\":1,\"study\":\"digits\",\"run\":1}\n",
                "SQLite format 3\u0000\u0010\n\u0000",
                "[{\"op_code\":0}]\n",
                "\n\n{\"a\":1}",
                "{\"op_code\":77,\"worker_id\":\"w\"}\n"
            })
    void fileThatIsNoJournal_isRefused_andNotTouched(String content) throws IOException {
        Files.writeString(file, content);
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalException.class)
                .hasMessage(
                        file
                                + " must be a file in the journal format of Optuna, but has no line of it; name another file, or move this one away");
        assertThat(file).content().isEqualTo(content);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void largeFileOfNoJournal_isRefused() throws IOException {
        byte[] random = new byte[4 << 20];
        new Random(1).nextBytes(random);
        Files.write(file, random);
        assertThatThrownBy(this::open).isInstanceOf(JournalException.class).hasMessageContaining("has no line of it");
    }

    @Test
    void fileWithOneTornLineOnly_isAJournalWhoseWriterWasKilled() throws IOException {
        Files.writeString(file, "{\"op_code\":0,\"wor");
        try (Journal journal = open()) {
            assertThat(journal.append(state -> List.of(study("a")))).containsExactly(new Receipt(true, 0));
        }
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void manyBadLines_areNotAllTold() throws IOException {
        Files.writeString(file, START + "{\"op_code\":4}\n".repeat(5000) + lines(begin(0)));
        try (Journal journal = open()) {
            assertThat(journal.faults()).hasSize(100);
            assertThat(sizeOf(journal)).isEqualTo(2);
        }
    }

    /** Nothing that a file can have in it may throw, or change what the sound lines say. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void lineWithAnyBytes_costsNoMoreThanItself(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] good = lines(begin(0)).getBytes(StandardCharsets.UTF_8);
        StringBuilder told = new StringBuilder();
        for (int time = 0; time < 40; time++) {
            byte[] bad = good.clone();
            for (int change = 0; change < 1 + random.nextInt(4); change++) {
                byte other = (byte) random.nextInt(256);
                bad[random.nextInt(bad.length - 1)] = other == '\n' ? 0 : other;
            }
            Files.writeString(file, START);
            Files.write(file, bad, StandardOpenOption.APPEND);
            Files.writeString(file, lines(begin(0), begin(0)), StandardOpenOption.APPEND);
            try (Journal journal = open()) {
                int size = sizeOf(journal);
                assertThat(size).isBetween(3, 4);
                journal.append(state -> List.of(begin(0)));
                told.append(journal.faults().size());
                assertThat(sizeOf(journal)).isGreaterThan(size);
            }
        }
        assertThat(told.toString()).matches("[012]{40}");
    }

    private void assertAllIsJson() throws IOException {
        LineReader reader = new LineReader(Interest.ALL);
        for (String line : Files.readAllLines(file)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            try {
                reader.read(bytes, 0, bytes.length);
            } catch (LineException e) {
                throw new AssertionError(line, e);
            }
        }
    }

    private Journal open() {
        return Journal.open(file, JournalSettings.of(Following.everything()));
    }

    private static int sizeOf(Journal journal) {
        return journal.read(state -> state.study(0).orElseThrow().size());
    }

    private static List<String> messages(Journal journal) {
        return journal.faults().stream().map(Fault::message).toList();
    }

    /** Returns what was taken out of the file. */
    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().startsWith("a.log.torn-"))
                    .map(DamageTests::read)
                    .toList();
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
