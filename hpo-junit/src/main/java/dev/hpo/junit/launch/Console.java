// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import dev.hpo.space.VisibleText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The console. Every other class hands its text to this one, which lets no control code of anybody's through. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Console {

    private static final Path TERMINAL = Path.of("/dev/tty");

    private Console() {}

    /** Prints whole lines at once, so that lines of several threads do not mix. */
    public static void print(String lines) {
        print(lines, System.out);
    }

    /** Prints whole lines about what went wrong, apart from what was asked for. */
    public static void complain(String lines) {
        print(lines, System.err);
    }

    private static void print(String lines, PrintStream to) {
        String visible = VisibleText.lines(lines);
        to.print(visible.endsWith("\n") ? visible : visible + "\n");
        to.flush();
    }

    /** Hands over a text that may become a file, in UTF-8 as files are, whatever the console's own encoding is. */
    public static void hand(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    /**
     * Finds out whether what was printed has come to where it was to go. A reader that has seen enough, as {@code head}, has gone away, and wants no
     * word about it.
     *
     * @return whether it has; not, if the reader has gone away
     * @throws IOException if it has not for another reason, such as a full disk
     */
    public static boolean isHeard() throws IOException {
        return !System.out.checkError() || isHeard(new FileOutputStream(FileDescriptor.out));
    }

    /** The stream keeps the reason to itself, which whatever writes next finds again. */
    static boolean isHeard(OutputStream behind) throws IOException {
        try {
            behind.write('\n');
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Broken pipe")) {
                return false;
            }
            throw new IOException("output must be writable: " + e.getMessage(), e);
        }
        throw new IOException("output must be writable; it is not whole");
    }

    /**
     * Prints while the process ends, when nobody listens to {@link System#out} any more, as under Surefire: to the terminal if the
     * process has one, else to the error stream.
     */
    static void printLast(String lines) {
        byte[] bytes = VisibleText.lines(lines).getBytes(charset());
        if (!write(bytes, TERMINAL)) {
            try {
                // It is not to be closed.
                new FileOutputStream(FileDescriptor.err).write(bytes);
            } catch (IOException e) {
                // Nobody listens any more.
            }
        }
    }

    /** Writes to a terminal; returns whether that can be had. */
    private static boolean write(byte[] bytes, Path terminal) {
        if (!Files.exists(terminal)) {
            return false;
        }
        try (OutputStream target = new FileOutputStream(terminal.toFile())) {
            target.write(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Charset charset() {
        try {
            return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Charset.defaultCharset();
        }
    }
}
