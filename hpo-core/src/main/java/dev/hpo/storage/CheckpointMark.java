// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A file beside the directory of a run's checkpoints that says whose it is, and, by a lock of the operating system, whether any process uses it.
 * Where a file system has no locks nobody can know that, and so the answer is yes.
 *
 * <p>On some systems whoever closes a file gives up all locks that its process has on it. So a process opens that of a run which it uses only once.
 */
final class CheckpointMark {

    private static final String END = ".run";
    private static final String STUDY = "study";
    private static final String STATE = "state";
    private static final String OPEN = "open";
    private static final String FINISHED = "finished";

    /** Far beyond what is in the file, as some systems do not let others read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    /** Those that this process uses, by their directories. */
    private static final Map<Path, CheckpointMark> USED = new HashMap<>();

    private final FileChannel channel;
    private int users;

    private CheckpointMark(FileChannel channel) {
        this.channel = channel;
    }

    private static Path file(Path directory) {
        return directory.resolveSibling(directory.getFileName() + END);
    }

    /** Says that this process uses the directory of a run, until it {@link #leave leaves} it as often. */
    static void use(Path directory, RunHeader run) {
        synchronized (USED) {
            CheckpointMark mark = USED.get(directory);
            if (mark == null) {
                mark = open(directory);
            }
            if (mark != null) {
                USED.put(directory, mark);
                mark.users++;
                mark.write(run.id().study(), OPEN);
            }
        }
    }

    private static @Nullable CheckpointMark open(Path directory) {
        try {
            FileChannel channel = FileChannel.open(
                    file(directory), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                channel.tryLock(LOCKED, 1, true);
            } catch (IOException | OverlappingFileLockException e) {
                // There are no locks, or another class loader of this process has it.
            }
            return new CheckpointMark(channel);
        } catch (IOException e) {
            // Without a mark the directory is taken to be somebody else's, and stays.
            return null;
        }
    }

    static void leave(Path directory) {
        synchronized (USED) {
            CheckpointMark mark = USED.get(directory);
            if (mark != null && --mark.users == 0) {
                USED.remove(directory);
                touch(directory);
                close(mark.channel);
                if (!Files.exists(directory)) {
                    remove(directory);
                }
            }
        }
    }

    /** Says that the run is done, and that what is left in its directory is to stay. */
    static void finish(Path directory, RunHeader run) {
        synchronized (USED) {
            Optional.ofNullable(USED.get(directory))
                    .ifPresent(mark -> mark.write(run.id().study(), FINISHED));
        }
    }

    private void write(String study, String state) {
        Properties facts = new Properties();
        facts.setProperty(STUDY, study);
        facts.setProperty(STATE, state);
        StringWriter text = new StringWriter();
        try {
            facts.store(text, "Whose checkpoints these are; leave it beside them");
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            // As without a mark.
        }
    }

    private static void touch(Path directory) {
        try {
            Files.setLastModifiedTime(file(directory), FileTime.from(Instant.now()));
        } catch (IOException e) {
            // It is as old as when it was last used then.
        }
    }

    static void remove(Path directory) {
        try {
            Files.deleteIfExists(file(directory));
        } catch (IOException e) {
            // It is small.
        }
    }

    /** Returns whether a directory has a mark. */
    static boolean isOn(Path directory) {
        return Files.isRegularFile(file(directory), LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns when the mark has changed last, as when a process began to use the directory, or left it. */
    static Instant changed(Path directory) throws IOException {
        return Files.getLastModifiedTime(file(directory)).toInstant();
    }

    /** Returns whose a directory is; empty if this process uses it, or if that cannot be read. */
    static Optional<Facts> read(Path directory) {
        synchronized (USED) {
            if (USED.containsKey(directory)) {
                return Optional.empty();
            }
            try (FileChannel channel = FileChannel.open(file(directory), StandardOpenOption.READ)) {
                return Optional.of(facts(channel));
            } catch (IOException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    private static Facts facts(FileChannel channel) throws IOException {
        Properties facts = new Properties();
        facts.load(Channels.newReader(channel, StandardCharsets.UTF_8));
        return new Facts(facts.getProperty(STUDY, ""), FINISHED.equals(facts.getProperty(STATE)));
    }

    /**
     * Does something as long as nobody uses a directory, and removes its mark after that if it is gone.
     *
     * @param action takes whose it is, and returns whether it has removed it
     * @return whether it has
     */
    static boolean unlessUsed(Path directory, Predicate<Facts> action) {
        synchronized (USED) {
            boolean isGone = !USED.containsKey(directory) && isUnused(directory, action);
            if (isGone) {
                remove(directory);
            }
            return isGone;
        }
    }

    private static boolean isUnused(Path directory, Predicate<Facts> action) {
        try (FileChannel channel =
                        FileChannel.open(file(directory), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(LOCKED, 1, false)) {
            return lock != null && action.test(facts(channel));
        } catch (IOException | IllegalArgumentException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    /**
     * Whose a directory is.
     *
     * @param study the name of the study
     * @param isFinished whether the run is done, so that only what is to stay is left
     */
    record Facts(String study, boolean isFinished) {}
}
