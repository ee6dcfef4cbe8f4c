// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The empty file beside a journal that stands for somebody in this process who may write to it, from the first time that it
 * has the lock until it is closed. It is what the lock points to, and the sign of life of the trials that are run: others on
 * this machine look at the process too, all others at whether the file is touched.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Holder {

    /** How often the file is touched. */
    static final long BEAT_MILLIS = 2000;

    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS);

    /** How long a file must have been left alone to be taken for one of an ended process, if it is old. */
    private static final long WATCH_NANOS = 3 * BEAT_NANOS;

    /** How old a file is that nobody can be touching, however wrong the clocks; else what a reboot has ended would live on for ever. */
    private static final long ABANDONED_MILLIS = TimeUnit.MINUTES.toMillis(2);

    /** How often is looked whether a file is touched that is watched. */
    private static final long LOOK_MILLIS = 100;

    /** The files that were watched and left alone, as they were then, whoever of this process asks next. */
    private static final Map<Path, FileTime> LEFT_ALONE = new ConcurrentHashMap<>();

    private final HolderNames names;
    private final Path file;
    private final LockTiming timing;
    private final Map<String, Sighting> sightings = new HashMap<>();
    private @Nullable ScheduledFuture<?> beats;
    private long touchedAt = System.nanoTime() - BEAT_NANOS;
    private boolean isClosed;

    Holder(HolderNames names, LockTiming timing) {
        this.names = names;
        this.file = names.next();
        this.timing = timing;
    }

    /** Returns the name of the file, which no other holder has. */
    public String name() {
        return file.getFileName().toString();
    }

    /** Returns a name for whoever it stands for, which nobody else has anywhere. */
    public String worker() {
        return name().substring(name().indexOf('-') + 1);
    }

    /** Returns whether a text is such a name; those of Optuna have one part more. */
    public static boolean isWorker(String text) {
        int number = text.lastIndexOf('-');
        return number > 0 && ProcessId.parse(text.substring(0, number)).isPresent();
    }

    /**
     * Returns whether a holder of this journal is alive: neither closed nor one of a process that has ended. Of a process of this
     * machine that is known at once. Of any other it is known once it was asked for some time: until then it is taken to be alive.
     *
     * @param name as {@link #name()} gave it to whoever has it
     */
    public synchronized boolean isAlive(String name) {
        if (name.equals(name())) {
            return !isClosed;
        }
        Optional<ProcessId> process = names.process(name);
        Path other = file.resolveSibling(process.isEmpty() ? name() : name);
        if (process.isEmpty() || !Files.exists(other)) {
            return false;
        }
        return switch (process.get().life()) {
            case ALIVE -> true;
            case DEAD -> false;
            case UNKNOWN -> isTouched(other);
        };
    }

    /**
     * Watches holders of which {@link #isAlive} does not know at once whether they live, until that is known: six seconds at most.
     *
     * @param others their names
     */
    public void watch(Collection<String> others) {
        Map<Path, FileTime> watched = new HashMap<>();
        for (String name : others) {
            if (names.process(name)
                            .filter(other -> other.life() == ProcessId.Life.UNKNOWN)
                            .isPresent()
                    && isAlive(name)) {
                Path other = file.resolveSibling(name);
                modified(other).ifPresent(time -> watched.put(other, time));
            }
        }
        long end = System.nanoTime() + Math.min(WATCH_NANOS, timing.graceNanos());
        try {
            while (!watched.isEmpty() && System.nanoTime() - end < 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                watched.entrySet().removeIf(each -> !modified(each.getKey()).equals(Optional.of(each.getValue())));
            }
            LEFT_ALONE.putAll(watched);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<FileTime> modified(Path other) {
        try {
            return Optional.of(Files.getLastModifiedTime(other));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns whether there is no other holder of this journal that may be alive. */
    boolean isAlone() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                file.getParent(),
                other -> names.process(other.getFileName().toString()).isPresent())) {
            for (Path other : files) {
                String name = other.getFileName().toString();
                if (!name.equals(name()) && isAlive(name)) {
                    return false;
                }
            }
            return true;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private boolean isTouched(Path other) {
        Optional<FileTime> modified = modified(other);
        if (modified.isEmpty() || modified.get().equals(LEFT_ALONE.get(other))) {
            return false;
        }
        // A clock that goes wrong only makes this take longer, or as long as the file is not touched.
        long age = System.currentTimeMillis() - modified.get().toMillis();
        if (age > ABANDONED_MILLIS) {
            return false;
        }
        long left = sightings
                .computeIfAbsent(other.toString(), key -> new Sighting())
                .leftAlone(other);
        boolean isOld = age > TimeUnit.NANOSECONDS.toMillis(timing.graceNanos());
        return left < (isOld ? Math.min(WATCH_NANOS, timing.graceNanos()) : timing.graceNanos());
    }

    /** Makes the file, before anything points to it, or makes it look alive, unless that was done just now. */
    synchronized void touch() throws IOException {
        if (isClosed) {
            throw new IOException("closed");
        }
        if (beats == null) {
            beats = Heartbeat.OF_HOLDERS.every(BEAT_MILLIS, this::beat);
        }
        if (System.nanoTime() - touchedAt >= BEAT_NANOS) {
            touchNow();
        }
    }

    private void touchNow() throws IOException {
        if (Files.exists(file)) {
            renew();
        } else {
            // By a stream, as an interruption would close a channel.
            new FileOutputStream(file.toFile()).close();
            touchedAt = System.nanoTime();
        }
    }

    private void renew() throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
        touchedAt = System.nanoTime();
    }

    /**
     * Touches the file, but does not make it: if it is gone, somebody deletes the folder, and would find something in it once more. Nobody is
     * there to hear of an error: whoever writes next makes the file, or finds out why not.
     */
    synchronized void beat() {
        try {
            if (!isClosed) {
                renew();
            }
        } catch (IOException e) {
            touchedAt = System.nanoTime() - BEAT_NANOS;
        }
    }

    /**
     * Removes the file, unless the lock points to it, as Optuna would look for it for ever.
     *
     * @param owner what the lock points to
     */
    synchronized void close(Optional<String> owner) throws IOException {
        isClosed = true;
        if (beats != null) {
            beats.cancel(false);
            beats = null;
        }
        if (owner.filter(name()::equals).isEmpty()) {
            Files.deleteIfExists(file);
        }
    }

    /** Removes the files of processes that have ended, to none of which the lock may point. */
    void removeThoseOfTheDead() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.getParent(), names::isDead)) {
            for (Path dead : files) {
                Files.deleteIfExists(dead);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // They are in nobody's way; the next one tries it again.
        }
    }
}
