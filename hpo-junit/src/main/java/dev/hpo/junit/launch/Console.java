// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The console. Every other class hands its text to this one. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Console {

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
        to.print(lines.endsWith("\n") ? lines : lines + "\n");
        to.flush();
    }

    /** Hands over a text that may become a file, in UTF-8 as files are, whatever the console's own encoding is. */
    public static void hand(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
