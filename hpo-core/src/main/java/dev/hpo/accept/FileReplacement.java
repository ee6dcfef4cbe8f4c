// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Puts a text in the place of a file, in one step: nobody reads half of it. */
final class FileReplacement {

    /** What the mask of the process leaves of these is what a new file usually has. */
    private static final Set<PosixFilePermission> USUAL = PosixFilePermissions.fromString("rw-rw-rw-");

    private static final int MOST_LINKS = 40;

    private FileReplacement() {}

    /**
     * Writes a file, and its folder if need be. One that was there keeps its permissions; a link to a file stays one.
     *
     * @throws IOException if it cannot be written; what was there is there still
     */
    static void write(Path path, String text) throws IOException {
        Path target = target(path.toAbsolutePath());
        Path folder = Objects.requireNonNull(target.getParent(), "the root is no file");
        if (Files.exists(target)) {
            requireFile(target);
        }
        // To create a folder that is there fails if it is a link.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Optional<Set<PosixFilePermission>> before = permissions(target);
        Path part = part(target, before.orElse(USUAL));
        try {
            Files.writeString(part, text);
            if (before.isPresent() && !before.equals(permissions(part))) {
                Files.setPosixFilePermissions(part, before.get());
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Checks that a file is there, or a link to one.
     *
     * @throws IOException if it is something else, such as a folder
     */
    static void requireFile(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new FileSystemException(path.toString(), null, "there is something else than a file");
        }
    }

    private static Path target(Path path) throws IOException {
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(path.toString(), null, "links that lead in a circle");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    /** Creates a file with a name of its own, in case that others write the same at once. */
    private static Path part(Path target, Set<PosixFilePermission> permissions) throws IOException {
        Set<PosixFilePermission> writable = EnumSet.of(PosixFilePermission.OWNER_WRITE);
        writable.addAll(permissions);
        FileAttribute<?>[] attributes = isPosix(target)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(writable)}
                : new FileAttribute<?>[0];
        return Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part", attributes);
    }

    private static Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
        return isPosix(file) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Files.getPosixFilePermissions(file))
                : Optional.empty();
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
