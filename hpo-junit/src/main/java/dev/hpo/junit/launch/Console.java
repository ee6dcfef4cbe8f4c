// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import java.io.PrintStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The console. Every other class hands its text to this one. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Console {

    private Console() {}

    /** Prints whole lines at once, so that lines of several threads do not mix. */
    public static void print(String lines) {
        PrintStream out = System.out;
        out.print(lines.endsWith("\n") ? lines : lines + "\n");
        out.flush();
    }
}
