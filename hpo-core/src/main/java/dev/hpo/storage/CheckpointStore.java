// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The directories in which the trials of a run keep what they can go on from, one for each, named by its number. Nothing is made before
 * somebody asks for it. What is removed is removed as far as that is possible; links are never followed. Safe for use by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class CheckpointStore {

    /** What the name of a directory ends with that was set aside. */
    private static final String FROZEN = ".paused";

    private final Optional<Path> lasting;
    private final Optional<RunHeader> run;
    private @Nullable Path temporary;
    private boolean isInUse;

    private CheckpointStore(Optional<Path> lasting, Optional<RunHeader> run) {
        this.lasting = lasting;
        this.run = run;
    }

    /**
     * Returns the directories of a run that survive the process.
     *
     * @param place where those of all runs are; the one of this run is named by its number, a hash that nobody else's has, and its study
     */
    public static CheckpointStore at(Path place, RunHeader run) {
        return new CheckpointStore(
                Optional.of(place.toAbsolutePath().resolve(CheckpointNames.of(run))), Optional.of(run));
    }

    /** Returns directories in a place for temporary files. */
    public static CheckpointStore temporary() {
        return new CheckpointStore(Optional.empty(), Optional.empty());
    }

    /** Returns whether they go with whoever made them. */
    public boolean isTemporary() {
        return lasting.isEmpty();
    }

    /** Keeps the directories that are there from being swept away by others, until they are {@link #close let go}. Those that are made are kept anyway. */
    public void open() {
        if (isMade()) {
            use();
        }
    }

    private synchronized void use() {
        if (!isInUse && lasting.isPresent()) {
            isInUse = true;
            CheckpointMark.use(lasting.get(), run.orElseThrow());
        }
    }

    /** Says that what is left is to stay, since the run is done. */
    public void finish() {
        lasting.ifPresent(folder -> CheckpointMark.finish(folder, run.orElseThrow()));
    }

    /** Lets go of the directories: nobody uses them here any more. */
    public synchronized void close() {
        if (isInUse) {
            isInUse = false;
            CheckpointMark.leave(lasting.orElseThrow());
        }
    }

    /** Returns whether any trial has had a directory. */
    public boolean isMade() {
        return folder().isPresent();
    }

    /** Returns the directory that those of the trials are in; empty if there is none yet. */
    private synchronized Optional<Path> folder() {
        return lasting.or(() -> Optional.ofNullable(temporary)).filter(Files::isDirectory);
    }

    /** Returns whether a trial has a directory with something in it. */
    public boolean isAny(int trial) {
        return find(trial).isPresent();
    }

    /** Returns the directory of a trial, if there is something in it. */
    public Optional<Path> find(int trial) {
        return folder().map(folder -> folder.resolve(Integer.toString(trial))).filter(CheckpointStore::isAnythingIn);
    }

    private static boolean isAnythingIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isPresent();
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** Returns the directory of a trial, which is made if it is not there. */
    public Path make(int trial) throws IOException {
        Path directory = Files.createDirectories(madeFolder().resolve(Integer.toString(trial)));
        use();
        return directory;
    }

    private synchronized Path madeFolder() throws IOException {
        if (lasting.isPresent()) {
            return lasting.get();
        }
        Path known = temporary;
        if (known == null || !Files.isDirectory(known)) {
            known = Files.createTempDirectory("hpo-checkpoints-");
            temporary = known;
        }
        return known;
    }

    /** Makes the directory of a trial a copy of another one's, which may be missing; a link in it stays a link. */
    public void copy(int from, int to) throws IOException {
        Path target = make(to);
        Path source = madeFolder().resolve(Integer.toString(from));
        if (Files.isDirectory(source)) {
            Files.walkFileTree(source, new Copying(source, target));
        }
    }

    /** Makes the directory of a trial a copy of any other one; a link in it stays a link. */
    public void take(Path source, int to) throws IOException {
        Files.walkFileTree(source, new Copying(source, make(to)));
    }

    /**
     * Sets aside what a trial has saved, and gives it an empty directory instead: what is saved from now on is of no account. Where that cannot be, as where
     * another program holds it open, it stays where it is.
     */
    public void freeze(int trial) {
        folder().ifPresent(folder -> {
            Path frozen = folder.resolve(trial + FROZEN);
            removeTree(frozen);
            try {
                Files.move(folder.resolve(Integer.toString(trial)), frozen);
                make(trial);
            } catch (IOException e) {
                // It is kept all the same, only not from its own body.
            }
        });
    }

    /** Puts back what was set aside of a trial, if anything was, in place of what it has saved since. */
    public void thaw(int trial) {
        folder().filter(folder -> Files.isDirectory(folder.resolve(trial + FROZEN)))
                .ifPresent(folder -> {
                    Path directory = folder.resolve(Integer.toString(trial));
                    removeTree(directory);
                    try {
                        Files.move(folder.resolve(trial + FROZEN), directory);
                    } catch (IOException e) {
                        // The next attempt tries it again; a promotion begins anew.
                    }
                });
    }

    /** Removes the directory of a trial, and what was set aside of it. */
    public void remove(int trial) {
        folder().ifPresent(folder -> {
            removeTree(folder.resolve(Integer.toString(trial)));
            removeTree(folder.resolve(trial + FROZEN));
        });
    }

    /** Removes the directories of all trials but some, and if there are none left, the one that they are in. */
    public void removeAllBut(IntPredicate kept) {
        folder().ifPresent(folder -> {
            try (Stream<Path> directories = Files.list(folder)) {
                directories.filter(directory -> !isOf(directory, kept)).toList().forEach(CheckpointStore::removeTree);
                removeIfEmpty(folder);
                removeMark(folder);
            } catch (IOException | UncheckedIOException e) {
                // It is in nobody's way, but on the disk.
            }
        });
    }

    /** A directory that is gone needs none; and without any, neither does the place beside a journal stay. */
    private static void removeMark(Path folder) {
        if (!Files.exists(folder)) {
            CheckpointMark.remove(folder);
            Optional.ofNullable(folder.getParent())
                    .filter(place -> String.valueOf(place.getFileName()).endsWith(CheckpointNames.BESIDE))
                    .ifPresent(CheckpointStore::removeIfEmpty);
        }
    }

    private static boolean isOf(Path directory, IntPredicate trials) {
        String name = directory.getFileName().toString();
        return name.matches("\\d{1,9}") && trials.test(Integer.parseInt(name));
    }

    private static void removeIfEmpty(Path folder) {
        if (!isAnythingIn(folder)) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // Somebody has put something there meanwhile.
            }
        }
    }

    /** Removes a directory with all that is in it, as far as that is possible. */
    static void removeTree(Path tree) {
        try {
            Files.walkFileTree(tree, new Removing());
        } catch (IOException e) {
            // What another program holds open stays.
        }
    }

    /** Copies a tree. */
    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path source;
        private final Path target;

        Copying(Path source, Path target) {
            this.source = source;
            this.target = target;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(copyOf(directory));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, copyOf(file), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        private Path copyOf(Path path) {
            return target.resolve(source.relativize(path));
        }
    }

    /** Removes a tree; what cannot be removed is left. */
    private static final class Removing extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            remove(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            return super.visitFileFailed(file, fault);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault) {
            remove(directory);
            return FileVisitResult.CONTINUE;
        }

        private static void remove(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // Another program holds it open, or it is not ours to remove.
            }
        }
    }
}
