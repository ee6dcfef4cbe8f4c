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
    private Holder holder;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        journal = folder.resolve("a.log");
        link = folder.resolve("a.log.lock");
        lock = JournalLock.of(journal, SHORT);
        holder = lock.newHolder();
    }

    @AfterEach
    void close() throws IOException {
        lock.close(holder);
        lock.close();
    }

    @Test
    void heldLock_isALinkToTheHolderOfThisProcess() throws IOException {
        try (JournalLock.Held held = lock.acquire(holder)) {
            assertThat(Files.readSymbolicLink(link)).hasToString(holder.name());
            assertThat(link).exists();
            assertThat(held.isValid()).isTrue();
            assertThat(holder.name())
                    .matches("[0-9a-f]{8}\\.holder-[0-9a-z]+-"
                            + ProcessHandle.current().pid() + "-[0-9a-z]+-[0-9a-z]+-[0-9a-z]+")
                    .hasSizeLessThan(60);
        }
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void oneThreadHasItAtATime_whoeverOpenedIt() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<CompletableFuture<Void>> threads = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    try (JournalLock own = JournalLock.of(journal, SHORT)) {
                        Holder each = own.newHolder();
                        for (int time = 0; time < 50; time++) {
                            boolean queues = time % 2 == 0;
                            try (JournalLock.Held held = queues
                                    ? own.acquire(each)
                                    : own.acquireUnless(() -> false, each).orElseThrow()) {
                                assertThat(inside.incrementAndGet()).isEqualTo(1);
                                assertThat(held.isValid()).isTrue();
                                inside.decrementAndGet();
                            }
                        }
                        own.close(each);
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
    void whoeverMayComeTooLate_learnsItWithoutATurn() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Process other = SystemLockTests.keeper(folder.resolve("a.log.oslock"));
        try {
            assertThat(lock.acquireUnless(() -> looks.incrementAndGet() == 3, holder))
                    .isEmpty();
            assertThat(looks).hasValue(3);
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (JournalLock.Held held = lock.acquireUnless(() -> false, holder).orElseThrow()) {
            assertThat(held.isValid()).isTrue();
        }
    }

    /** Behind one that is stopped, or else those who look would never have their turn. */
    @Test
    void whoeverMayComeTooLate_queuesInTheEnd() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Process other = SystemLockTests.keeper(folder.resolve("a.log.oslock"));
        try (JournalLock.Held held =
                lock.acquireUnless(() -> looks.incrementAndGet() < 0, holder).orElseThrow()) {
            assertThat(held.isValid()).isTrue();
            assertThat(looks).hasValue(JournalLock.LOOKS);
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void whereThereAreNoLocksOfTheSystem_nobodyLooksTwice() throws IOException {
        AtomicInteger looks = new AtomicInteger();
        Files.createDirectory(folder.resolve("a.log.oslock"));
        try (JournalLock.Held held =
                lock.acquireUnless(() -> looks.incrementAndGet() < 0, holder).orElseThrow()) {
            assertThat(held.isValid()).isTrue();
            assertThat(looks).hasValue(1);
        }
    }

    @Test
    void lockOfADeadProcess_isTakenAtOnce() throws IOException {
        Path patience = folder.resolve("patience.log");
        try (JournalLock patient = JournalLock.of(patience, LockTiming.OPTUNA)) {
            Holder own = patient.newHolder();
            String dead = nameOf(
                    own,
                    new ProcessId(
                            ProcessId.current().boot(),
                            1,
                            0,
                            ProcessId.current().namespace()));
            Files.createFile(folder.resolve(dead));
            Files.createSymbolicLink(folder.resolve("patience.log.lock"), Path.of(dead));
            assertThat(own.isAlive(dead)).isFalse();
            try (JournalLock.Held held = patient.acquire(own)) {
                assertThat(held.isValid()).isTrue();
            }
            patient.close(own);
        }
    }

    /** Returns the name of a holder of the same journal and another process. */
    private static String nameOf(Holder holder, ProcessId process) {
        String own = holder.name();
        return own.substring(0, own.indexOf("-") + 1) + process.text() + "-0";
    }

    @Test
    void lockThatThisProcessForgot_isTakenAtOnce() throws IOException {
        Files.createSymbolicLink(link, Path.of(lock.newHolder().name()));
        try (JournalLock.Held held = lock.acquire(holder)) {
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void lockOfOptuna_isTakenWhenItsTimeIsOver() throws IOException {
        Files.createFile(journal);
        Files.createSymbolicLink(link, journal);
        long before = System.nanoTime();
        try (JournalLock.Held held = lock.acquire(holder)) {
            assertThat(held.isValid()).isTrue();
        }
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(SHORT.graceNanos());
        assertThat(names()).noneMatch(name -> name.endsWith(".rename"));
    }

    @Test
    void linkThatLeadsNowhere_isTakenWhenItsTimeIsOver() throws IOException {
        Files.createSymbolicLink(link, Path.of("none/a.log"));
        try (JournalLock.Held held = lock.acquire(holder)) {
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void fileInPlaceOfALink_isRespected_andTakenWhenItsTimeIsOver() throws Exception {
        Path other = folder.resolve("busy.log");
        Path busy = Files.createFile(folder.resolve("busy.log.lock"));
        // Longer than this thread can be held up for while it touches the file.
        LockTiming patient = new LockTiming(Duration.ofSeconds(2));
        CountDownLatch isTaken = new CountDownLatch(1);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try (JournalLock lock = JournalLock.of(other, patient);
                    JournalLock.Held held = lock.acquire(lock.newHolder())) {
                assertThat(held.isValid()).isTrue();
                isTaken.countDown();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        long until = System.nanoTime() + 3 * patient.graceNanos() / 2;
        long tick = 0;
        while (System.nanoTime() < until) {
            Files.setLastModifiedTime(busy, FileTime.fromMillis(++tick));
            assertThat(isTaken.getCount()).isEqualTo(1);
            TimeUnit.MILLISECONDS.sleep(1);
        }
        waiting.join();
        assertThat(busy).doesNotExist();
    }

    @Test
    void lockThatWasTakenAway_isNotValid_andNotReleased() throws IOException {
        try (JournalLock.Held held = lock.acquire(holder)) {
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
        try (JournalLock.Held held = lock.acquire(holder)) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void holdersOfTheDead_areRemoved_thoseOfOthersAreNot() throws IOException {
        ProcessId own = ProcessId.current();
        String dead = nameOf(holder, new ProcessId(own.boot(), own.number(), 5, own.namespace()));
        String foreign = nameOf(holder, new ProcessId("elsewhere", own.number(), 5, 0));
        String strange = holder.name().substring(0, 16) + "x";
        for (String name : List.of(dead, foreign, strange, "b" + dead)) {
            Files.createFile(folder.resolve(name));
        }
        try (JournalLock.Held held = lock.acquire(holder)) {
            assertThat(held.isValid()).isTrue();
        }
        lock.close(holder);
        assertThat(names()).containsExactlyInAnyOrder(foreign, strange, "b" + dead, "a.log.oslock");
    }

    @Test
    void holderIsAlive_untilItIsClosed_whoeverElseIsOpenInTheProcess() throws IOException {
        Holder other = lock.newHolder();
        assertThat(holder.isAlive(holder.name())).isTrue();
        assertThat(holder.isAlive(other.name())).isFalse();
        lock.acquire(other).close();
        assertThat(holder.isAlive(other.name())).isTrue();
        lock.close(other);
        assertThat(holder.isAlive(other.name())).isFalse();
        assertThat(other.isAlive(other.name())).isFalse();
        assertThatThrownBy(() -> lock.acquire(other)).isInstanceOf(IOException.class);
        lock.acquire(holder).close();
    }

    /** Nor does one that nobody has closed keep anybody from deleting the folder. */
    @Test
    void holderWhoseFileIsGone_makesItAnewWhenItWrites_andNotWhileItWaits() throws IOException {
        Path file = folder.resolve(holder.name());
        holder.beat();
        assertThat(file).doesNotExist();
        lock.acquire(holder).close();
        assertThat(file).exists();
        Files.delete(file);

        holder.beat();
        assertThat(file).doesNotExist();
        lock.acquire(holder).close();
        assertThat(file).exists();
    }

    @Test
    void holderOfAnotherMachine_isAliveAsLongAsItIsTouched() throws Exception {
        String name = nameOf(holder, new ProcessId("elsewhere", 1, 5, 0));
        Path file = Files.createFile(folder.resolve(name));
        for (long tick = 0; tick < 10; tick++) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + tick));
            assertThat(holder.isAlive(name)).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        while (holder.isAlive(name)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        Files.delete(file);
        assertThat(holder.isAlive(name)).isFalse();
        assertThat(holder.isAlive("whatever")).isFalse();
        assertThat(holder.isAlive("../" + name)).isFalse();
    }

    /** As one of a container that was killed and has begun again at once. */
    @Test
    void holderOfAnotherMachine_isKnownToBeDeadOnceItWasWatched_andAliveOnceItIsTouched() throws Exception {
        LockTiming watched = new LockTiming(Duration.ofSeconds(3));
        Path other = folder.resolve("b.log");
        try (JournalLock patient = JournalLock.of(other, watched)) {
            Holder own = patient.newHolder();
            String dead = nameOf(own, new ProcessId("elsewhere", 1, 5, 0));
            String living = nameOf(own, new ProcessId("elsewhere", 2, 5, 0));
            Files.createFile(folder.resolve(dead));
            Path touched = Files.createFile(folder.resolve(living));
            assertThat(own.isAlive(dead)).isTrue();
            CompletableFuture<Void> watching =
                    CompletableFuture.runAsync(() -> own.watch(List.of(dead, living, own.name(), "whatever", "")));
            for (long tick = 1; !watching.isDone(); tick++) {
                Files.setLastModifiedTime(touched, FileTime.fromMillis(System.currentTimeMillis() + tick));
                TimeUnit.MILLISECONDS.sleep(20);
            }
            watching.join();

            for (Holder each : List.of(own, patient.newHolder())) {
                assertThat(each.isAlive(dead)).isFalse();
                assertThat(each.isAlive(living)).isTrue();
            }
            Files.setLastModifiedTime(folder.resolve(dead), FileTime.fromMillis(System.currentTimeMillis() + 7));
            assertThat(patient.newHolder().isAlive(dead)).isTrue();
            patient.close(own);
        }
    }

    @Test
    void folderThatIsGone_isAnError() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (JournalLock orphan = JournalLock.of(gone.resolve("a.log"), SHORT)) {
            Holder own = orphan.newHolder();
            Files.delete(gone);
            assertThatThrownBy(() -> orphan.acquire(own)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> orphan.acquire(own)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nameOfAProcess_isReadAsItIsWritten() {
        ProcessId own = ProcessId.current();
        assertThat(ProcessId.parse(own.text())).contains(own);
        assertThat(own.life()).isEqualTo(ProcessId.Life.ALIVE);
        assertThat(new ProcessId("b", 10, 36, 0).text()).isEqualTo("b-10-10-0");
        for (String none : List.of("b-1-zzzzzzzzzzzzzzzz-0", "b-1-2", "b-1-2-3-4", "../b-1-2-3", "b-x-2-3", "")) {
            assertThat(ProcessId.parse(none)).isEmpty();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
