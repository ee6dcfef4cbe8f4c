// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * A file with a JSON object on each line, which grows at its end. A line without its line feed is torn: whoever wrote it did
 * not come to its end, and it counts as not written.
 *
 * @param file the file
 */
record JsonLines(Path file) {

    /** All text is in ASCII, so that a string of any characters comes back the same. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Creates the file with its first line, whole or not at all, and returns that line with its line feed. */
    byte[] create(Content content) {
        try {
            Path prepared = file.resolveSibling(file.getFileName() + ".new");
            byte[] head = line(content);
            Files.write(prepared, head);
            Files.move(prepared, file, StandardCopyOption.ATOMIC_MOVE);
            return head;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Appends a line behind the last whole one, unless this has become another file meanwhile, or none.
     *
     * @param head the first line of the file that is meant, with its line feed
     * @return whether it is that file
     */
    boolean append(byte[] head, Content content) {
        // An interrupted thread would close the channel, and lose the line.
        boolean isInterrupted = Thread.interrupted();
        try {
            return appendUninterrupted(head, content);
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean appendUninterrupted(byte[] head, Content content) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (!Arrays.equals(beginning(channel, head.length), head)) {
                return false;
            }
            long end = Math.max(head.length, wholeLength(channel));
            channel.truncate(end).position(end);
            ByteBuffer bytes = ByteBuffer.wrap(line(content));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Returns the first line with its line feed, or all that there is of it. */
    byte[] head() {
        try (InputStream source = open()) {
            return line(source);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Reads the first line. */
    <V> V first(Function<Map<String, Object>, V> reader) {
        byte[] line = head();
        if (line.length == 0) {
            throw new StorageException(file + " must not be empty; move it away");
        }
        return read(1, line, reader);
    }

    /** Reads all whole lines. */
    void forEach(LineReader reader) {
        int whole = 0;
        try (InputStream source = open()) {
            byte[] line = line(source);
            while (isWhole(line)) {
                whole++;
                int number = whole;
                read(number, line, json -> {
                    reader.accept(number, json);
                    return json;
                });
                line = line(source);
            }
        } catch (IOException e) {
            throw new StorageException(file + ", after line " + whole + ": must be readable: " + e, e);
        }
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    /** Returns the next line with its line feed, or what there is of it. */
    private static byte[] line(InputStream source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = source.read();
        while (next >= 0) {
            bytes.write(next);
            next = next == '\n' ? -1 : source.read();
        }
        return bytes.toByteArray();
    }

    private static boolean isWhole(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\n';
    }

    private <V> V read(int number, byte[] line, Function<Map<String, Object>, V> reader) {
        try {
            return reader.apply(JSON.std.mapFrom(new String(line, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            String what = e.getMessage() == null
                    ? e.toString()
                    : e.getMessage().lines().findFirst().orElse("");
            throw new StorageException(file + ", line " + number + ": " + what + "; move the file away, or mend it", e);
        }
    }

    private static byte[] line(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            content.write(json);
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    /** Returns the length up to the last line feed, looking from the end. */
    private static long wholeLength(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long length = channel.size(); length > 0; length--) {
            one.clear();
            channel.read(one, length - 1);
            if (one.get(0) == '\n') {
                return length;
            }
        }
        return 0;
    }

    private static byte[] beginning(FileChannel channel, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // A read may stop short of what there is.
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private StorageException unreadable(IOException e) {
        return new StorageException(file + " must be readable: " + e, e);
    }

    private StorageException unwritable(IOException e) {
        return new StorageException(file + " must be writable: " + e, e);
    }

    /** Writes the object of a line. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** Takes the lines one after the other, counted from 1. */
    @FunctionalInterface
    interface LineReader {
        void accept(int number, Map<String, Object> json);
    }
}
