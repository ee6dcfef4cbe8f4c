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

import dev.hpo.storage.journal.line.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    private Path folder;
    private Path file;
    private Journal journal;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        file = folder.resolve("digits.log");
        journal = open();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void journalThatIsOnlyRead_isNotMade() {
        assertThat(journal.read(JournalState::studies)).isEmpty();
        assertThat(journal.append(state -> List.of())).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsInVain_isNotAppended_norDecided() throws IOException {
        try (Journal other = open()) {
            append(study("a"));
            assertThat(other.appendUnless(state -> state.study("a").isPresent(), state -> {
                        throw new AssertionError("nothing to decide");
                    }))
                    .isEmpty();
            assertThat(other.appendUnless(state -> state.study("b").isPresent(), state -> List.of(study("b"))))
                    .containsExactly(new Receipt(true, 1));
        }
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void whatIsAppended_isThere_andIsReadByAll() throws IOException {
        try (Journal other = open()) {
            assertThat(append(study("a"), begin(0))).containsExactly(new Receipt(true, 0), new Receipt(true, 0));
            assertThat(sizeOf(other)).isEqualTo(1);
            other.append(state -> List.of(begin(0), end(0, 0.5)));
            assertThat(sizeOf(journal)).isEqualTo(2);
            assertThat(Files.readAllLines(file)).hasSize(4);
        }
        assertThat(valueOf(0)).containsExactly(0.5);
    }

    @Test
    void operationThatDoesNotFit_isReceiptedSo() {
        append(study("a"), begin(0), end(0, 1));
        assertThat(append(end(0, 2), report(7, 1, 1))).containsExactly(Receipt.SKIPPED, Receipt.SKIPPED);
        assertThat(valueOf(0)).containsExactly(1.0);
    }

    @Test
    void studyThatIsThere_isNotCreatedAgain() {
        append(study("a"));
        assertThatThrownBy(() -> append(study("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("study (a) must not be there yet");
        assertThat(append(begin(0)).get(0).counted()).isTrue();
    }

    @Test
    void decisionIsMadeOnAllThatIsThere() throws IOException {
        append(study("a"));
        write(lines(begin(0), begin(0)));
        int[] seen = {0};
        journal.append(state -> {
            seen[0] = state.study(0).orElseThrow().size();
            return List.of(begin(0));
        });
        assertThat(seen).containsExactly(2);
    }

    @Test
    void decisionThatThrows_releasesTheLock() {
        assertThatThrownBy(() -> journal.append(state -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(append(study("a"))).hasSize(1);
    }

    @Test
    void appendWhileReading_isRefused_asItCouldWaitForItself() {
        assertThatThrownBy(() -> journal.read(state -> append(study("a")))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void filesBesideTheJournal_areGoneWhenItIsClosed_butForTheLockOfTheSystem() throws IOException {
        append(study("a"));
        assertThat(names()).anyMatch(name -> name.contains(".holder-"));
        journal.close();
        assertThat(names()).containsExactlyInAnyOrder("digits.log", "digits.log.oslock");
    }

    @Test
    void interruptedThread_losesNoLine_andStaysInterrupted() {
        append(study("a"));
        for (int trial = 0; trial < 20; trial++) {
            Thread.currentThread().interrupt();
            assertThat(append(begin(0)).get(0).counted()).isTrue();
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(sizeOf(journal)).isEqualTo(20);
    }

    @Test
    void threadsThatAreInterruptedAllTheTime_loseNoLine() throws Exception {
        append(study("a"));
        Thread[] writers = new Thread[4];
        for (int writer = 0; writer < writers.length; writer++) {
            writers[writer] = new Thread(() -> {
                try (Journal own = open()) {
                    for (int trial = 0; trial < 50; trial++) {
                        own.append(state -> List.of(begin(0)));
                    }
                }
            });
            writers[writer].start();
        }
        while (Stream.of(writers).anyMatch(Thread::isAlive)) {
            Stream.of(writers).forEach(Thread::interrupt);
            Thread.onSpinWait();
        }
        assertThat(sizeOf(journal)).isEqualTo(200);
        assertThat(journal.faults()).isEmpty();
    }

    @Test
    void manyThreads_oneJournalOrSeveral_giveEachNumberOnce() throws Exception {
        append(study("a"));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (Journal other = open()) {
            Callable<List<Integer>> one = () -> numbers(journal);
            Callable<List<Integer>> another = () -> numbers(other);
            List<Future<List<Integer>>> all = threads.invokeAll(List.of(one, another, one, another, one, another));
            Stream<Integer> numbers = all.stream().flatMap(future -> resultOf(future).stream());
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 240).boxed().toList());
        } finally {
            threads.shutdown();
        }
    }

    private static List<Integer> resultOf(Future<List<Integer>> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Integer> numbers(Journal journal) {
        return IntStream.range(0, 40)
                .map(trial -> {
                    int[] expected = {0};
                    List<Receipt> receipts = journal.append(state -> {
                        expected[0] = state.study(0).orElseThrow().size();
                        return List.of(begin(0), report(0, trial, 1));
                    });
                    int number = journal.read(state ->
                            state.trial(receipts.get(0).id()).orElseThrow().number());
                    assertThat(number).isEqualTo(expected[0]);
                    return number;
                })
                .boxed()
                .toList();
    }

    @Test
    void largeText_comesBack() {
        String large = "x\n\u00e4".repeat(4 << 20);
        append(study("a"), begin(0), attribute(0, "large", large));
        try (Journal other = open()) {
            assertThat(other.<Boolean>read(state -> large.equals(
                            state.trial(0).orElseThrow().userAttributes().get("large"))))
                    .isTrue();
        }
    }

    @Test
    void studyThatIsCreatedAfterItIsFollowed_isReadWithItsTrials_andNoOther() {
        append(study("a"), begin(0), end(0, 1));
        try (Journal other = Journal.open(file, JournalSettings.of(Following.studies()))) {
            assertThat(sizeOf(other)).isEqualTo(1);
            List<Receipt> unused = other.append(state -> {
                other.follow(Following.study("b"));
                return List.of(study("b"));
            });
            append(begin(1), end(1, 2), begin(0), report(2, 1, 1));

            assertThat(other.<List<Double>>read(
                            state -> state.trial(1).orElseThrow().values()))
                    .containsExactly(2.0);
            assertThat(other.<Boolean>read(
                            state -> state.trial(0).isEmpty() && state.trial(2).isEmpty()))
                    .isTrue();
            assertThat(sizeOf(other)).isEqualTo(2);
        }
    }

    @Test
    void followedWithoutReports_aTrialHasNone() {
        append(study("a"), begin(0), report(0, 1, 1));
        try (Journal other =
                Journal.open(file, JournalSettings.of(Following.everything().withoutReports()))) {
            assertThat(other.<Integer>read(
                            state -> state.trial(0).orElseThrow().curve().size()))
                    .isZero();
        }
    }

    @Test
    void fileThatWasDeletedOrReplaced_isNoticed_beforeAnythingIsLost() throws IOException {
        append(study("a"));
        Files.move(file, folder.resolve("moved"));
        assertThatThrownBy(() -> append(begin(0)))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith(file + " must stay where it is")
                .hasMessageContaining("moved or deleted");
        Files.writeString(file, lines(study("b")));
        assertThatThrownBy(() -> append(begin(0))).isInstanceOf(JournalException.class);
        assertThat(file).content().isEqualTo(lines(study("b")));
        Files.move(folder.resolve("moved"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(append(begin(0)).get(0).counted()).isTrue();
    }

    @Test
    void folderThatIsNotThere_isNamed() {
        Path nowhere = folder.resolve("none/x.log");
        assertThatThrownBy(() -> Journal.open(nowhere, JournalSettings.of(Following.everything())))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("none");
    }

    private Journal open() {
        return Journal.open(file, JournalSettings.of(Following.everything()));
    }

    private List<Receipt> append(Operation... operations) {
        return journal.append(state -> List.of(operations));
    }

    private static int sizeOf(Journal journal) {
        return journal.read(state -> state.study(0).orElseThrow().size());
    }

    private List<Double> valueOf(int trial) {
        return journal.read(state -> state.trial(trial).orElseThrow().values());
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
