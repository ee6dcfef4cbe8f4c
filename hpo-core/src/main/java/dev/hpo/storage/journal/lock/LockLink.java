// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The lock that Optuna knows: a symbolic link beside the journal which leads to the holder or, where links cannot be made, a
 * file that names it. Either excludes the other.
 */
final class LockLink {

    private static final int LONGEST_NAME = 1024;

    private final Path link;
    private volatile boolean makesFiles;

    LockLink(Path journal) {
        this.link = journal.resolveSibling(journal.getFileName() + ".lock");
    }

    Path path() {
        return link;
    }

    /** Takes the lock for a holder; returns whether it was free. */
    boolean create(String holder) throws IOException {
        if (!makesFiles) {
            try {
                Files.createSymbolicLink(link, link.getFileSystem().getPath(holder));
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } catch (NoSuchFileException | AccessDeniedException e) {
                throw e;
            } catch (FileSystemException | UnsupportedOperationException e) {
                // As on Windows without the privilege; a folder that takes no file either says so below.
                makesFiles = createFile(holder);
                return makesFiles;
            }
        }
        return createFile(holder);
    }

    private boolean createFile(String holder) throws IOException {
        try {
            Files.createFile(link);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        try (OutputStream bytes = new FileOutputStream(link.toFile())) {
            bytes.write(holder.getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    /** Returns who has the lock, an empty text if that is not said; empty if nobody has it. */
    Optional<String> owner() throws IOException {
        return owner(link);
    }

    private static Optional<String> owner(Path link) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (NotLinkException e) {
            return content(link);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> content(Path file) throws IOException {
        try (InputStream bytes = new FileInputStream(file.toFile())) {
            return Optional.of(new String(bytes.readNBytes(LONGEST_NAME), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of("") : Optional.empty();
        }
    }

    boolean isOf(String holder) throws IOException {
        return owner().filter(holder::equals).isPresent();
    }

    /** Gives the lock back, if it still is the holder's. */
    void release(String holder) throws IOException {
        if (isOf(holder)) {
            Files.deleteIfExists(link);
        }
    }

    /**
     * Takes the lock away from an owner that is gone. Somebody else may do the same, and have the lock already: what was moved
     * away is looked at, and put back if it is another's.
     */
    void takeFrom(String owner) throws IOException {
        Path aside = link.resolveSibling(link.getFileName() + UUID.randomUUID().toString() + ".rename");
        try {
            Files.move(link, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return;
        }
        Optional<String> moved = owner(aside);
        if (moved.isPresent() && !moved.get().equals(owner)) {
            putBack(aside);
        }
        Files.deleteIfExists(aside);
    }

    private void putBack(Path aside) throws IOException {
        if (Files.isSymbolicLink(aside)) {
            create(Files.readSymbolicLink(aside).toString());
        } else if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(aside, link);
        }
    }
}
