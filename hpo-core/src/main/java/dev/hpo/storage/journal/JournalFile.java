// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a journal. It is held open by streams, not by channels, which an interrupted thread would close. Safe for use by
 * several threads as far as reading goes; only one may write.
 */
final class JournalFile implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private @Nullable RandomAccessFile source;
    private @Nullable FileOutputStream sink;
    private @Nullable Object identity;

    JournalFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Returns how long the file is: 0 if it is not there yet. */
    synchronized long size() throws IOException {
        RandomAccessFile open = source();
        return open == null ? 0 : open.length();
    }

    /** Reads as much as there is, or as is asked for, and returns how much that was. */
    synchronized int read(long position, byte[] into, int offset, int length) throws IOException {
        RandomAccessFile open = source();
        int read = 0;
        if (open != null) {
            open.seek(position);
            while (read < length) {
                int more = open.read(into, offset + read, length - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
        }
        return read;
    }

    private @Nullable RandomAccessFile source() throws IOException {
        RandomAccessFile open = source;
        if (open == null && Files.exists(path)) {
            open = new RandomAccessFile(path.toFile(), "r");
            source = open;
            identity = identity();
        }
        return open;
    }

    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    /**
     * Returns whether what is held open still is the file of that name: what is written to another one is lost.
     *
     * @throws JournalException if there is no such file any more
     */
    synchronized boolean isInPlace() throws IOException {
        try {
            return source == null || Objects.equals(identity, identity());
        } catch (NoSuchFileException e) {
            throw gone();
        }
    }

    /** Returns the error for a file that is not the one that was opened. */
    JournalException gone() {
        return new JournalException(path
                + " must stay where it is while it is written to; it was moved or deleted: put it back, or begin anew");
    }

    /** Writes behind the last byte, by one call of the operating system as far as that takes it. */
    synchronized void append(byte[] bytes) throws IOException {
        FileOutputStream open = sink;
        if (open == null) {
            open = new FileOutputStream(path.toFile(), true);
            sink = open;
        }
        open.write(bytes);
    }

    /** Returns whether some bytes are where they should be. */
    boolean holds(long position, byte[] bytes) throws IOException {
        byte[] found = new byte[bytes.length];
        return read(position, found, 0, found.length) == found.length && Arrays.equals(found, bytes);
    }

    synchronized void truncate(long size) throws IOException {
        try (RandomAccessFile target = new RandomAccessFile(path.toFile(), "rw")) {
            target.setLength(size);
        }
    }

    synchronized void overwrite(long position, byte[] bytes) throws IOException {
        try (RandomAccessFile target = new RandomAccessFile(path.toFile(), "rw")) {
            target.seek(position);
            target.write(bytes);
        }
    }

    /** Adds a part of this file to another one, which is made if it is not there. */
    void copy(long from, long to, Path target) throws IOException {
        byte[] chunk = new byte[(int) Math.min(CHUNK, to - from)];
        try (OutputStream bytes = new FileOutputStream(target.toFile(), true)) {
            for (long at = from; at < to; at += chunk.length) {
                bytes.write(chunk, 0, read(at, chunk, 0, (int) Math.min(chunk.length, to - at)));
            }
            bytes.write('\n');
        }
    }

    /** Waits until what was written would survive a power cut. */
    void force() throws IOException {
        FileOutputStream open;
        synchronized (this) {
            open = sink;
        }
        if (open != null) {
            open.getFD().sync();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        RandomAccessFile reading = source;
        FileOutputStream writing = sink;
        source = null;
        sink = null;
        if (reading != null) {
            reading.close();
        }
        if (writing != null) {
            writing.close();
        }
    }
}
