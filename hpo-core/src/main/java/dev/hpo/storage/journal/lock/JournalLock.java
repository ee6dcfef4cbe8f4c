// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The right to write to a journal, which one thread of one process has at a time.
 *
 * <p>There are three locks, each inside the one before: a mutex for the threads of this process; a lock of the operating system
 * for the Java processes of this machine, which is fair enough and needs no polling; and the link that Optuna uses, which holds
 * against everybody. A link whose process has ended is taken away at once if that can be known, and else after Optuna's time.
 *
 * <p>All users of a file in this process share one, as closing a file would release the locks of the operating system that
 * others in the process hold on it.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class JournalLock implements AutoCloseable {

    private static final Map<Path, JournalLock> OPEN = new HashMap<>();

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    /** How long whoever may come too late waits between two looks, and up to twice as long: as a few turns take. */
    private static final long SHORTEST_LOOK = TimeUnit.MICROSECONDS.toNanos(250);

    private static final long LONGEST_LOOK = TimeUnit.MILLISECONDS.toNanos(1);

    /** How often it looks before it queues like everybody else, so that nobody is passed over for ever. */
    static final int LOOKS = 40;

    private final Path journal;
    private final LockTiming timing;
    private final ReentrantLock mutex = new ReentrantLock();
    private final SystemLock system;
    private final LockLink link;
    private final HolderNames names;
    private boolean isClean;
    private int users;

    private JournalLock(Path journal, LockTiming timing) {
        this.journal = journal;
        this.timing = timing;
        this.system = new SystemLock(journal, timing);
        this.link = new LockLink(journal);
        this.names = new HolderNames(journal);
    }

    /**
     * Returns the lock of a journal, to be closed after use. Nothing is written before it is acquired.
     *
     * @param journal the file, which need not be there, in a folder that must
     */
    public static JournalLock of(Path journal, LockTiming timing) throws IOException {
        Path folder = journal.toAbsolutePath().getParent();
        Path file = (folder == null ? journal.toAbsolutePath() : folder)
                .toRealPath()
                .resolve(journal.getFileName());
        synchronized (OPEN) {
            JournalLock lock = OPEN.computeIfAbsent(file, key -> new JournalLock(key, timing));
            lock.users++;
            return lock;
        }
    }

    /** Returns a new holder, to be closed before this is. */
    public Holder newHolder() {
        return new Holder(names, timing);
    }

    /**
     * Returns whether nobody else is known to have the journal open: neither in this process, nor one that has written to it.
     *
     * @param holder the one who asks, who has the lock
     */
    public boolean isAlone(Holder holder) throws IOException {
        synchronized (OPEN) {
            if (users > 1) {
                return false;
            }
        }
        return holder.isAlone();
    }

    /** Lets others see that a holder is gone. */
    public void close(Holder holder) throws IOException {
        holder.close(link.owner());
    }

    /**
     * Waits until this thread may write.
     *
     * <p>An interruption does not end the waiting; the thread still is interrupted afterwards.
     *
     * @param holder the one of this lock for whom this thread acts
     * @throws IOException if the folder cannot be written to
     */
    public Held acquire(Holder holder) throws IOException {
        mutex.lock();
        boolean isInterrupted = false;
        try {
            Sighting sighting = new Sighting();
            isInterrupted = isInterruptedInWaiting(sighting);
            return hold(holder, sighting);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the lock of the operating system; the other one is given back if that fails, as for want of memory. */
    private boolean isInterruptedInWaiting(Sighting sighting) {
        boolean isDone = false;
        try {
            boolean isInterrupted = system.acquire(() -> sighting.leftAlone(link.path(), ownerOrNobody()));
            isDone = true;
            return isInterrupted;
        } finally {
            if (!isDone) {
                letGo();
            }
        }
    }

    /**
     * Waits until this thread may write, unless that is in vain. Whoever may come too late does not queue at first: it looks from time to
     * time whether it has, and whether there is anybody to wait for, so that it costs the others no turn.
     *
     * @param isInVain whether there is nothing to write any more; once it was, it stays so
     * @param holder the one of this lock for whom this thread acts
     * @return the right to write; nothing if that was in vain
     * @throws IOException if the folder cannot be written to
     */
    public Optional<Held> acquireUnless(Check isInVain, Holder holder) throws IOException {
        long pause = SHORTEST_LOOK;
        for (int look = 0; look < LOOKS; look++) {
            if (isInVain.test()) {
                return Optional.empty();
            }
            if (isFree()) {
                return Optional.of(hold(holder, new Sighting()));
            }
            pause(ThreadLocalRandom.current().nextLong(pause, 2 * pause));
            pause = Math.min(2 * pause, LONGEST_LOOK);
        }
        return Optional.of(acquire(holder));
    }

    /** Takes the locks that come before the link, if no other process has them. */
    private boolean isFree() {
        boolean isTaken = false;
        mutex.lock();
        try {
            isTaken = system.tryAcquire();
            return isTaken;
        } finally {
            if (!isTaken) {
                mutex.unlock();
            }
        }
    }

    /** Takes the link behind the other locks, which are given back if that fails. */
    private Held hold(Holder holder, Sighting sighting) throws IOException {
        boolean isTaken = false;
        try {
            holder.touch();
            takeLink(holder, sighting);
            isTaken = true;
            cleanUp(holder);
            return new Held(holder);
        } finally {
            if (!isTaken) {
                letGo();
            }
        }
    }

    private String ownerOrNobody() {
        try {
            return link.owner().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** Removes what processes that were killed have left, now that the link leads to none of it. */
    private void cleanUp(Holder holder) {
        if (!isClean) {
            holder.removeThoseOfTheDead();
            isClean = true;
        }
    }

    private void takeLink(Holder holder, Sighting sighting) throws IOException {
        long pause = SHORTEST_PAUSE;
        while (!link.create(holder.name())) {
            Optional<String> owner = link.owner();
            if (owner.isEmpty()) {
                continue;
            }
            if (isGone(owner.get()) || sighting.leftAlone(link.path(), owner.get()) > timing.graceNanos()) {
                link.takeFrom(owner.get());
                isClean = false;
                continue;
            }
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    /** Another holder of this process does not have it if this thread has the locks that come before. */
    private boolean isGone(String owner) {
        return names.isOwn(owner) ? system.isHeld() : names.isDead(owner);
    }

    private static void pause(long nanos) {
        boolean isInterrupted = Thread.interrupted();
        LockSupport.parkNanos(nanos);
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void letGo() {
        system.release();
        mutex.unlock();
    }

    /** Closes what is open for this lock, if nobody else in this process uses it. */
    @Override
    public void close() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(journal);
                system.close();
            }
        }
    }

    /** Says how things stand. */
    @FunctionalInterface
    @API(status = Status.INTERNAL, since = "0.1")
    public interface Check {
        /** Returns whether they stand so. */
        boolean test() throws IOException;
    }

    /** The right to write, until it is closed. */
    @API(status = Status.INTERNAL, since = "0.1")
    public final class Held implements AutoCloseable {

        private final Holder holder;

        private Held(Holder holder) {
            this.holder = holder;
        }

        /** Returns whether nobody has taken the right away, as from a process that was stopped for long. */
        public boolean isValid() throws IOException {
            return link.isOf(holder.name());
        }

        /** Removes the file behind the lock of the operating system, if that is held; whoever writes next makes it anew. */
        public void removeFile() throws IOException {
            system.removeFile();
        }

        /** Gives the right back. */
        @Override
        public void close() throws IOException {
            try {
                link.release(holder.name());
            } finally {
                letGo();
            }
        }
    }
}
