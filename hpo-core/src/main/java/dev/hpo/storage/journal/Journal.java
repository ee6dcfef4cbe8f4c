// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineWriter;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.lock.Holder;
import dev.hpo.storage.journal.lock.JournalLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A journal that is open. Each of its users reads what all of them append, in the order in which it is in the file.
 *
 * <p>What {@link #append} has returned from is in the hands of the operating system, and survives the end of the process; within
 * a short time it is on the disk too. Nothing is written before the first call of it. Safe for use by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Journal implements AutoCloseable {

    private final JournalFile file;
    private final JournalLock lock;
    private final Holder holder;
    private final LineWriter writer;
    private final DiskSync sync;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private JournalSettings settings;
    private Consumer<Fault> listener = fault -> {};
    private Replay replay;

    private Journal(JournalFile file, JournalLock lock, JournalSettings settings) {
        this.file = file;
        this.sync = new DiskSync(file);
        this.lock = lock;
        this.holder = lock.newHolder();
        this.settings = settings;
        this.writer = new LineWriter(holder.worker(), settings.times());
        this.replay = newReplay();
    }

    /**
     * Opens a journal.
     *
     * @param path the file, which need not be there, in a folder that must
     * @throws JournalException if it cannot be read, or is none
     */
    public static Journal open(Path path, JournalSettings settings) {
        try {
            Journal journal = new Journal(new JournalFile(path), JournalLock.of(path, settings.timing()), settings);
            journal.openSources();
            return journal;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private synchronized void openSources() throws IOException {
        boolean isRead = false;
        try {
            replay.catchUp(writer.worker());
            isRead = true;
        } finally {
            if (!isRead) {
                close();
            }
        }
    }

    /** Returns the sign of life of whoever uses this journal, which ends when this is closed. */
    public Holder holder() {
        return holder;
    }

    /** Returns the file. */
    public Path path() {
        return file.path();
    }

    /**
     * Looks at the present state. The function is to take no time and not to append anything; what it is given changes later.
     *
     * @throws JournalException if the file cannot be read
     */
    public <R> R read(Function<? super JournalState, R> function) {
        try {
            return refreshed(function);
        } catch (IOException e) {
            throw unreadable(path(), e);
        }
    }

    private synchronized <R> R refreshed(Function<? super JournalState, R> function) throws IOException {
        refresh();
        return function.apply(replay.state());
    }

    /** Returns the lines that do not count, in the order of the file, the first hundred of them. */
    public synchronized List<Fault> faults() {
        return List.copyOf(replay.faults());
    }

    /** Tells somebody of the lines that do not count: of those that were read, and of each that is read from now on. */
    public synchronized void tell(Consumer<Fault> of) {
        listener = of;
        replay.faults().forEach(of);
    }

    /** Returns whether what a fault says is wrong was mended. */
    public static boolean isMended(String message) {
        return message.endsWith(Repair.MENDED);
    }

    /**
     * Returns how many bytes there are at the end that are no whole line, as a process that was killed while it wrote has left them.
     *
     * @throws JournalException if the file cannot be read
     */
    public synchronized long tornBytes() {
        try {
            return Math.max(0, file.size() - replay.offset());
        } catch (IOException e) {
            throw unreadable(path(), e);
        }
    }

    /** Reads other things of the studies that are created from now on. Nothing is read anew. */
    public synchronized void follow(Following following) {
        settings = settings.withFollowing(following);
        replay.state().follow(following);
    }

    /**
     * Reads to the end. Somebody may have cut the file, which is against the rules, but then the rest of it is the truth.
     *
     * @return whether there was anything but whole and sound lines
     */
    private boolean refresh() throws IOException {
        long size = file.size();
        if (size < replay.offset()) {
            reload();
        } else {
            replay.catchUp(writer.worker(), size);
        }
        return size != replay.wholeUntil() || !replay.damages().isEmpty();
    }

    private void reload() throws IOException {
        replay = newReplay();
        replay.catchUp(writer.worker());
    }

    private Replay newReplay() {
        return new Replay(file, settings.following(), fault -> listener.accept(fault));
    }

    /**
     * Appends what is decided on the state of the whole file, so that nothing can come in between.
     *
     * @return what has become of each operation
     * @throws JournalException if the file cannot be written; then nothing was appended
     */
    public List<Receipt> append(Decision decision) {
        return append(decision, () -> {
            // Most of what is new is read before others have to wait for it.
            refreshed(state -> state);
            return Optional.of(lock.acquire(holder));
        });
    }

    /**
     * Appends what is decided as {@link #append} does, unless that is in vain, which it is told without waiting for a turn to write.
     *
     * @param isInVain whether there is nothing to append any more; once it was, it stays so
     * @return what has become of each operation; nothing if that was in vain
     * @throws JournalException if the file cannot be written; then nothing was appended
     */
    public List<Receipt> appendUnless(Predicate<? super JournalState> isInVain, Decision decision) {
        return append(decision, () -> lock.acquireUnless(() -> refreshed(isInVain::test), holder));
    }

    private List<Receipt> append(Decision decision, Turn turn) {
        if (Thread.holdsLock(this)) {
            throw new IllegalStateException("append must not be called while reading");
        }
        boolean isInterrupted = Thread.interrupted();
        try {
            return appendUninterrupted(decision, turn);
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<Receipt> appendUninterrupted(Decision decision, Turn turn) throws IOException {
        while (true) {
            Optional<JournalLock.Held> taken = turn.take();
            if (taken.isEmpty()) {
                return List.of();
            }
            try (JournalLock.Held held = taken.get()) {
                synchronized (this) {
                    refreshWhole();
                    List<Operation> operations = List.copyOf(decision.decide(replay.state()));
                    if (operations.isEmpty()) {
                        return List.of();
                    }
                    replay.state().requireNew(operations);
                    byte[] bytes = lines(operations);
                    if (held.isValid()) {
                        return write(operations, bytes, held);
                    }
                }
            }
        }
    }

    /** Reads to the end, under the lock, and leaves nothing unfinished. */
    private void refreshWhole() throws IOException {
        if (!file.isInPlace()) {
            replay.requireContinued();
            file.close();
            reload();
        }
        if (refresh()) {
            mend();
        }
    }

    /**
     * Moves studies to journals of their own, unless somebody else may have the file open: one of ours, or another program that has written a
     * trial lately. To whoever is killed meanwhile nothing is lost: the new journals are whole before this one gets smaller.
     *
     * @param choice returns the files for studies, by their numbers, given the present state; no study, if it is not to be
     * @param lately since when
     * @return whether they were moved
     * @throws JournalException if a file cannot be written; then this one is as it was
     */
    public boolean move(Function<JournalState, Map<Integer, Path>> choice, Instant lately) {
        return locked(held -> {
            Map<Integer, Path> targets = choice.apply(replay.state());
            boolean isMoved =
                    !targets.isEmpty() && lock.isAlone(holder) && new Division(file, targets).make(lately, held);
            if (isMoved) {
                file.close();
                // What is left is read when somebody asks.
                replay = newReplay();
            }
            return isMoved;
        });
    }

    /**
     * Removes what others have left of a {@link #move} that did not come to its end, as nobody is in one now.
     *
     * @param targets the files that studies may have been moved to
     */
    public void removeParts(List<Path> targets) {
        boolean unused = locked(held -> {
            Files.deleteIfExists(Division.part(path()));
            for (Path target : targets) {
                Files.deleteIfExists(Division.part(target));
            }
            return true;
        });
    }

    /**
     * Removes the file, and that of its lock, if no study is left in it, and nobody else may have it open.
     *
     * @return whether it was removed
     */
    public boolean removeIfEmpty() {
        return locked(held -> {
            boolean isRemoved = replay.state().studies().isEmpty() && lock.isAlone(holder) && held.isValid();
            if (isRemoved) {
                Files.deleteIfExists(path());
                held.removeFile();
            }
            return isRemoved;
        });
    }

    /** Does something to the whole file while nobody else writes. */
    private boolean locked(Locked action) {
        boolean isInterrupted = Thread.interrupted();
        try (JournalLock.Held held = lock.acquire(holder)) {
            synchronized (this) {
                refreshWhole();
                return action.isDone(held);
            }
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private byte[] lines(List<Operation> operations) {
        try {
            return writer.write(operations);
        } catch (LineException e) {
            throw new JournalException(path() + ": " + e.getMessage(), e);
        }
    }

    private List<Receipt> write(List<Operation> operations, byte[] bytes, JournalLock.Held held) throws IOException {
        long at = replay.offset();
        try {
            file.append(bytes);
        } catch (IOException e) {
            if (held.isValid()) {
                file.truncate(at);
            }
            throw e;
        }
        sync.plan();
        // If this process was stopped for long just now, somebody else has written first, and what is in the file
        // counts.
        return file.holds(at, bytes)
                ? replay.add(operations, bytes.length, writer.worker())
                : replay.catchUp(writer.worker());
    }

    /** Removes what others have left unfinished, which would spoil the file for all with the next line. */
    private void mend() throws IOException {
        new Repair(file, replay).cutTail();
        if (new Repair(file, replay).mendLines()) {
            List<Fault> told = replay.faults().stream()
                    .filter(fault -> isMended(fault.message()))
                    .toList();
            reload();
            told.forEach(fault -> replay.faults().add(fault));
        }
    }

    private static JournalException unreadable(Path path, IOException e) {
        return new JournalException(path + " must be readable: " + e, e);
    }

    private JournalException unwritable(IOException e) {
        return new JournalException(path() + " must be writable: " + e, e);
    }

    /** Closes the file, and lets others see that this process has left it. */
    @Override
    public void close() {
        try {
            closeFile();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void closeFile() throws IOException {
        if (isClosed.getAndSet(true)) {
            return;
        }
        try (lock;
                file) {
            lock.close(holder);
            sync.finish();
        }
    }

    /** Waits for the right to write; there is none if there is nothing to write. */
    private interface Turn {
        Optional<JournalLock.Held> take() throws IOException;
    }

    private interface Locked {
        boolean isDone(JournalLock.Held held) throws IOException;
    }
}
