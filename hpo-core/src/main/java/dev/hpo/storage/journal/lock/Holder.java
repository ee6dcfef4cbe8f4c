// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The empty file beside a journal that stands for this process while it may write to it, {@code x.log.holder-} and the {@link
 * ProcessId}. It is what the lock points to, and the sign of life of the trials that this process runs: others on this machine
 * look at the process itself, all others at whether the file is touched.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Holder {

    /** How often the file is touched. */
    static final long BEAT_MILLIS = 2000;

    /** How long a file must have been left alone to be taken for one of an ended process, if it is old. */
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(3 * BEAT_MILLIS);

    private static final String INFIX = ".holder-";

    private final Path journal;
    private final Path file;
    private final LockTiming timing;
    private final Map<String, Sighting> sightings = new HashMap<>();
    private volatile long touchedAt;

    Holder(Path journal, LockTiming timing) {
        this.journal = journal;
        this.file = path(journal, ProcessId.current());
        this.timing = timing;
        this.touchedAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS);
    }

    private static Path path(Path journal, ProcessId process) {
        return journal.resolveSibling(journal.getFileName() + INFIX + process.text());
    }

    /** Returns the name of the file, which is that of this process. */
    public String name() {
        return file.getFileName().toString();
    }

    /**
     * Returns whether the process of a holder of this journal is alive. Of a process of this machine that is known at once. Of any
     * other it is known once it was asked for some time: until then it is taken to be alive.
     *
     * @param name as {@link #name()} gave it to that process
     */
    public boolean isAlive(String name) {
        if (name.equals(name())) {
            return true;
        }
        return switch (life(name)) {
            case ALIVE -> true;
            case DEAD -> false;
            case UNKNOWN -> isTouched(name);
        };
    }

    /** Returns what is known of the process behind the target of a lock. */
    ProcessId.Life life(String target) {
        return process(target).map(ProcessId::life).orElse(ProcessId.Life.UNKNOWN);
    }

    private Optional<ProcessId> process(String target) {
        String name = target.substring(Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\')) + 1);
        String prefix = journal.getFileName() + INFIX;
        return name.startsWith(prefix) ? ProcessId.parse(name.substring(prefix.length())) : Optional.empty();
    }

    private synchronized boolean isTouched(String name) {
        if (process(name).isEmpty()) {
            return false;
        }
        Path other = file.resolveSibling(name);
        long age;
        try {
            // Both times are the file system's or were set by clocks that go right: a wrong one only makes this take
            // longer.
            age = System.currentTimeMillis() - Files.getLastModifiedTime(other).toMillis();
        } catch (IOException e) {
            return false;
        }
        long left = sightings.computeIfAbsent(name, key -> new Sighting()).leftAlone(other);
        return left
                < (age > TimeUnit.NANOSECONDS.toMillis(timing.graceNanos())
                        ? Math.min(WATCH_NANOS, timing.graceNanos())
                        : timing.graceNanos());
    }

    /** Makes the file look alive, unless that was done just now, and makes it anew if somebody has removed it. */
    void touch() throws IOException {
        if (System.nanoTime() - touchedAt < TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS)) {
            return;
        }
        if (Files.exists(file)) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
        } else {
            // By a stream, as an interruption would close a channel.
            new FileOutputStream(file.toFile()).close();
        }
        touchedAt = System.nanoTime();
    }

    /** As {@link #touch}, where nobody is there to hear of an error: what follows finds it. */
    void beat() {
        try {
            if (Files.exists(file)) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
                touchedAt = System.nanoTime();
            }
        } catch (IOException e) {
            touchedAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS);
        }
    }

    /** Removes the file; not to be called while the lock points to it, as Optuna would look for it for ever. */
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Removes the files of processes that have ended.
     *
     * @param except what the lock points to
     */
    void removeThoseOfTheDead(Optional<String> except) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.getParent(), this::isHolder)) {
            for (Path other : files) {
                String name = other.getFileName().toString();
                if (life(name) == ProcessId.Life.DEAD
                        && except.filter(name::equals).isEmpty()) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private boolean isHolder(Path other) {
        return process(other.getFileName().toString()).isPresent();
    }
}
