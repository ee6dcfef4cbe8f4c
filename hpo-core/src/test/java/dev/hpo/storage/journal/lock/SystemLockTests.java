// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SystemLockTests {

    /** As one does that is stopped, or hangs. */
    @Test
    void lockThatSomebodyKeeps_isWaitedForOnce_andTakenAgainWhenItIsFree(@TempDir Path folder) throws Exception {
        Path journal = folder.resolve("a.log");
        SystemLock lock = new SystemLock(journal, new LockTiming(Duration.ofMillis(200)));
        AtomicInteger waits = new AtomicInteger();
        Process other = keeper(folder.resolve("a.log.oslock"));
        try {
            for (int i = 0; i < 5; i++) {
                lock.acquire(waits::incrementAndGet);
                assertThat(lock.isHeld()).isFalse();
                lock.release();
            }
            assertThat(waits).hasValue(1);
        } finally {
            other.destroyForcibly().waitFor();
        }

        lock.acquire(waits::incrementAndGet);
        assertThat(lock.isHeld()).isTrue();
        lock.release();
        assertThat(waits).hasValue(1);

        Process next = keeper(folder.resolve("a.log.oslock"));
        lock.acquire(waits::incrementAndGet);
        assertThat(lock.isHeld()).isFalse();
        assertThat(waits).as("one that had it since is waited for anew").hasValue(2);
        next.destroyForcibly().waitFor();
        lock.close();
    }

    @Test
    void lockThatIsTriedFor_isNotWaitedFor(@TempDir Path folder) throws Exception {
        SystemLock lock = new SystemLock(folder.resolve("a.log"), LockTiming.OPTUNA);
        Process other = keeper(folder.resolve("a.log.oslock"));
        assertThat(lock.tryAcquire()).isFalse();
        assertThat(lock.isHeld()).isFalse();
        other.destroyForcibly().waitFor();

        assertThat(lock.tryAcquire()).isTrue();
        assertThat(lock.isHeld()).isTrue();
        lock.release();
        lock.close();
    }

    @Test
    void whoeverWasWaitedForInVain_keepsNobodyWhoTries(@TempDir Path folder) throws Exception {
        SystemLock lock = new SystemLock(folder.resolve("a.log"), new LockTiming(Duration.ofMillis(200)));
        Process other = keeper(folder.resolve("a.log.oslock"));
        lock.acquire(() -> {});
        assertThat(lock.tryAcquire()).isTrue();
        assertThat(lock.isHeld()).isFalse();
        other.destroyForcibly().waitFor();

        assertThat(lock.tryAcquire()).isTrue();
        assertThat(lock.isHeld()).isTrue();
        lock.release();
        Process next = keeper(folder.resolve("a.log.oslock"));
        assertThat(lock.tryAcquire()).as("one that had it since").isFalse();
        next.destroyForcibly().waitFor();
        lock.close();
    }

    /** Returns a process that has a file locked. */
    static Process keeper(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Keeper.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        assertThat(said.readLine()).isEqualTo("locked");
        return process;
    }

    /** Locks a file until it is killed. */
    static final class Keeper {

        private Keeper() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (FileChannel file = FileChannel.open(
                            Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                System.out.println(lock.isValid() ? "locked" : "not locked");
                TimeUnit.HOURS.sleep(1);
            }
        }
    }
}
