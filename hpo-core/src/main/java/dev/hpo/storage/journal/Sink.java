// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A new file of lines. It is on the disk when {@link #sync} has returned. */
final class Sink implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final FileOutputStream file;
    private final OutputStream bytes;

    Sink(Path path) throws IOException {
        file = new FileOutputStream(path.toFile());
        bytes = new BufferedOutputStream(file, CHUNK);
    }

    void line(byte[] line) throws IOException {
        line(line, 0, line.length);
    }

    void line(byte[] line, int from, int to) throws IOException {
        bytes.write(line, from, to - from);
        bytes.write('\n');
    }

    void line(String line) throws IOException {
        line(line.getBytes(StandardCharsets.US_ASCII));
    }

    void copy(JournalFile source, long from, long to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (long at = from; at < to; ) {
            int read = source.read(at, chunk, 0, (int) Math.min(chunk.length, to - at));
            bytes.write(chunk, 0, read);
            at += read;
        }
    }

    void flush() throws IOException {
        bytes.flush();
    }

    void sync() throws IOException {
        flush();
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
