// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class JournalLockTests {

    private static final LockTiming SHORT = new LockTiming(Duration.ofMillis(200));

    private Path folder;
    private Path journal;
    private Path link;
    private JournalLock lock;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        journal = folder.resolve("a.log");
        link = folder.resolve("a.log.lock");
        lock = JournalLock.of(journal, SHORT);
    }

    @AfterEach
    void close() throws IOException {
        lock.close();
    }

    @Test
    void heldLock_isALinkToTheHolderOfThisProcess() throws IOException {
        try (JournalLock.Held held = lock.acquire()) {
            assertThat(Files.readSymbolicLink(link)).hasToString(lock.holder().name());
            assertThat(link).exists();
            assertThat(held.isValid()).isTrue();
            assertThat(lock.holder().name())
                    .matches("a\\.log\\.holder-[0-9a-z]+-"
                            + ProcessHandle.current().pid() + "-\\d+(-\\d+)?");
        }
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void oneThreadHasItAtATime_whoeverOpenedIt() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<CompletableFuture<Void>> threads = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    try (JournalLock own = JournalLock.of(journal, SHORT)) {
                        for (int time = 0; time < 50; time++) {
                            try (JournalLock.Held held = own.acquire()) {
                                assertThat(inside.incrementAndGet()).isEqualTo(1);
                                assertThat(held.isValid()).isTrue();
                                inside.decrementAndGet();
                            }
                        }
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }))
                .limit(6)
                .toList();
        threads.forEach(CompletableFuture::join);
        assertThat(inside).hasValue(0);
    }

    @Test
    void lockOfADeadProcess_isTakenAtOnce() throws IOException {
        ProcessId own = ProcessId.current();
        ProcessId dead = new ProcessId(own.boot(), own.number(), own.start() - 1000, own.namespace());
        Path holder = Files.createFile(folder.resolve("a.log.holder-" + dead.text()));
        Files.createSymbolicLink(link, holder.getFileName());
        try (JournalLock patient = JournalLock.of(folder.resolve("b").resolveSibling("a.log"), LockTiming.OPTUNA);
                JournalLock.Held held = patient.acquire()) {
            assertThat(held.isValid()).isTrue();
            assertThat(patient.holder().isAlive(holder.getFileName().toString()))
                    .isFalse();
        }
    }

    @Test
    void lockThatThisProcessForgot_isTakenAtOnce() throws IOException {
        Files.createSymbolicLink(link, Path.of(lock.holder().name()));
        try (JournalLock.Held held = lock.acquire()) {
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void lockOfOptuna_isTakenWhenItsTimeIsOver() throws IOException {
        Files.createFile(journal);
        Files.createSymbolicLink(link, journal);
        long before = System.nanoTime();
        try (JournalLock.Held held = lock.acquire()) {
            assertThat(held.isValid()).isTrue();
        }
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(SHORT.graceNanos());
        assertThat(names()).noneMatch(name -> name.endsWith(".rename"));
    }

    @Test
    void linkThatLeadsNowhere_isTakenWhenItsTimeIsOver() throws IOException {
        Files.createSymbolicLink(link, Path.of("none/a.log"));
        try (JournalLock.Held held = lock.acquire()) {
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void fileInPlaceOfALink_isRespected_andTakenWhenItsTimeIsOver() throws Exception {
        Files.createFile(link);
        CountDownLatch isTaken = new CountDownLatch(1);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try (JournalLock.Held held = lock.acquire()) {
                assertThat(held.isValid()).isTrue();
                isTaken.countDown();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        long until = System.nanoTime() + 2 * SHORT.graceNanos();
        long tick = 0;
        while (System.nanoTime() < until) {
            Files.setLastModifiedTime(link, FileTime.fromMillis(++tick));
            assertThat(isTaken.getCount()).isEqualTo(1);
        }
        waiting.join();
        assertThat(link).doesNotExist();
    }

    @Test
    void lockThatWasTakenAway_isNotValid_andNotReleased() throws IOException {
        try (JournalLock.Held held = lock.acquire()) {
            Files.delete(link);
            Files.createSymbolicLink(link, journal);
            assertThat(held.isValid()).isFalse();
        }
        assertThat(Files.isSymbolicLink(link)).isTrue();
        Files.delete(link);
    }

    @Test
    void takingFromAnOwnerThatIsGone_leavesTheLockOfTheNext() throws IOException {
        LockLink other = new LockLink(journal);
        Files.createSymbolicLink(link, Path.of("next"));
        other.takeFrom("gone");
        assertThat(Files.readSymbolicLink(link)).hasToString("next");
        other.takeFrom("next");
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void interruptedThread_getsTheLock_andStaysInterrupted() throws IOException {
        Files.createSymbolicLink(link, Path.of("none"));
        Thread.currentThread().interrupt();
        try (JournalLock.Held held = lock.acquire()) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void holdersOfTheDead_areRemoved_thoseOfOthersAreNot() throws IOException {
        ProcessId own = ProcessId.current();
        String dead = "a.log.holder-" + new ProcessId(own.boot(), own.number(), 5, own.namespace()).text();
        String foreign = "a.log.holder-" + new ProcessId("elsewhere", own.number(), 5, "").text();
        for (String name : List.of(dead, foreign, "b.log.holder-x", "a.log.holder-x")) {
            Files.createFile(folder.resolve(name));
        }
        try (JournalLock.Held held = lock.acquire()) {
            assertThat(held.isValid()).isTrue();
        }
        lock.close();
        assertThat(names()).containsExactlyInAnyOrder(foreign, "a.log.oslock", "b.log.holder-x", "a.log.holder-x");
        lock = JournalLock.of(journal, SHORT);
    }

    @Test
    void holderOfAnotherMachine_isAliveAsLongAsItIsTouched() throws Exception {
        String name = "a.log.holder-" + new ProcessId("elsewhere", 1, 5, "").text();
        Path file = Files.createFile(folder.resolve(name));
        for (long tick = 0; tick < 10; tick++) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + tick));
            assertThat(lock.holder().isAlive(name)).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        while (lock.holder().isAlive(name)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        Files.delete(file);
        assertThat(lock.holder().isAlive(name)).isFalse();
        assertThat(lock.holder().isAlive("whatever")).isFalse();
        assertThat(lock.holder().isAlive(lock.holder().name())).isTrue();
    }

    @Test
    void folderThatIsGone_isAnError() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (JournalLock orphan = JournalLock.of(gone.resolve("a.log"), SHORT)) {
            Files.delete(gone);
            assertThatThrownBy(orphan::acquire).isInstanceOf(IOException.class);
            assertThatThrownBy(orphan::acquire).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nameOfAProcess_isReadAsItIsWritten() {
        ProcessId own = ProcessId.current();
        assertThat(ProcessId.parse(own.text())).contains(own);
        assertThat(own.life()).isEqualTo(ProcessId.Life.ALIVE);
        assertThat(new ProcessId("b", 1, 2, "").text()).isEqualTo("b-1-2");
        assertThat(ProcessId.parse("b-1-99999999999999999999")).isEmpty();
        assertThat(ProcessId.parse("b-1")).isEmpty();
        assertThat(ProcessId.parse("b-1-2-3-4")).isEmpty();
        assertThat(ProcessId.parse("../b-1-2")).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
