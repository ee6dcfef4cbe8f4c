// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;

/**
 * A file with a JSON object on each line. A line without its line feed is torn: whoever wrote it did not come to its end, and it counts
 * as not written.
 *
 * @param file the file
 */
record JsonLines(Path file) {

    private byte[] head() {
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

    private StorageException unreadable(IOException e) {
        return new StorageException(file + " must be readable: " + e, e);
    }

    /** Takes the lines one after the other, counted from 1. */
    @FunctionalInterface
    interface LineReader {
        void accept(int number, Map<String, Object> json);
    }
}
