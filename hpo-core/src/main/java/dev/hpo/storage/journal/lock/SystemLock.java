// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the operating system, for the Java processes of one machine: it wakes the next one at once, and ends with its
 * process. It is no more than a queue for {@link LockLink}, so that all goes on where a file system has no such locks, and
 * behind a process that was stopped while it had it. Only one thread at a time may use it.
 */
final class SystemLock {

    private final Path file;
    private final long patienceMillis;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;
    private boolean isFileRemoved;

    /** Whoever has it was waited for in vain: until it is free once, {@link LockLink} alone decides, without another wait. */
    private boolean isStuck;

    SystemLock(Path journal, LockTiming timing) {
        this.file = journal.resolveSibling(journal.getFileName() + ".oslock");
        this.patienceMillis = TimeUnit.NANOSECONDS.toMillis(timing.graceNanos());
    }

    /**
     * Takes the lock, waiting for it if need be.
     *
     * @param onWait called before it waits
     * @return whether it was interrupted meanwhile, which does not keep it from waiting
     */
    boolean acquire(Runnable onWait) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        boolean isInterrupted = Thread.interrupted();
        while (lock == null && System.nanoTime() - deadline < 0) {
            try {
                FileChannel open = open();
                lock = open.tryLock();
                if (lock == null && isStuck) {
                    return isInterrupted;
                }
                if (lock == null) {
                    onWait.run();
                    lock = await(open, deadline);
                }
                isStuck = false;
            } catch (FileLockInterruptionException | ClosedByInterruptException e) {
                isInterrupted |= Thread.interrupted();
            } catch (OverlappingFileLockException e) {
                // Another class loader of this process has this class too.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            } catch (IOException e) {
                // The file system has no locks, or waiting took too long.
                return isInterrupted;
            }
        }
        return isInterrupted;
    }

    /**
     * Takes the lock if nobody has it.
     *
     * @return whether there is nobody to wait for: also where there are no such locks, and behind one who was waited for in vain
     */
    boolean tryAcquire() {
        try {
            lock = open().tryLock();
            isStuck &= lock == null;
            return lock != null || isStuck;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) {
            open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    /** Waits as the operating system does it, without a limit, so that another thread must end it. */
    private FileLock await(FileChannel open, long deadline) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(Math.max(0, deadline - System.nanoTime()));
        ScheduledFuture<?> end = Heartbeat.OF_HOLDERS.after(millis, () -> close(open));
        try {
            return open.lock();
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (AsynchronousCloseException e) {
            isStuck = true;
            throw new IOException("waited too long", e);
        } finally {
            end.cancel(false);
        }
    }

    private static void close(FileChannel open) {
        try {
            open.close();
        } catch (IOException e) {
            // Whoever waits in it learns of it.
        }
    }

    /**
     * Removes the file if the lock is held, for when the journal is removed. Whoever waits for it gets a lock that does not keep out those
     * who come later, so that only the link does.
     */
    void removeFile() throws IOException {
        if (lock != null) {
            isFileRemoved = true;
            Files.deleteIfExists(file);
        }
    }

    void release() {
        FileLock held = lock;
        lock = null;
        if (isFileRemoved) {
            isFileRemoved = false;
            close();
            return;
        }
        if (held != null && held.isValid()) {
            try {
                held.release();
            } catch (IOException e) {
                close();
            }
        }
    }

    void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            close(open);
        }
    }

    /** Returns whether the lock is held, so that nobody else in this process or another one on this machine has it. */
    boolean isHeld() {
        return lock != null;
    }
}
