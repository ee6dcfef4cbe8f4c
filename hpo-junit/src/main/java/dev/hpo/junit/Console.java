// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.io.PrintStream;

/** The console. Every other class hands its text to this one. */
final class Console {

    private Console() {}

    /** Prints whole lines at once, so that lines of several threads do not mix. */
    static void print(String lines) {
        PrintStream out = System.out;
        out.print(lines.endsWith("\n") ? lines : lines + "\n");
        out.flush();
    }
}
