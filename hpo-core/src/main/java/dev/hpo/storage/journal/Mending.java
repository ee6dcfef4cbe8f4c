// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Interest;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes a line that Optuna can read of one that it cannot, and of the same length, as readers remember where lines are.
 *
 * <p>The usual such line is one of Optuna's that was written behind a torn one: blanks in place of the torn one leave the other,
 * of which nothing is lost. Of any other line an order is made that does nothing.
 */
final class Mending {

    private static final byte[] BEGINNING = ascii("{\"op_code\"");

    /** To delete a study that cannot be there; the worker is nobody, who minds it. */
    private static final byte[] HARMLESS = ascii("{\"op_code\":1,\"worker_id\":\"\",\"study_id\":-1}");

    private static final LineReader READER = new LineReader(Interest.ALL);

    private Mending() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns what to write in place of a line; empty if it is too short for anything. */
    static Optional<byte[]> of(byte[] line) {
        byte[] mended = line.clone();
        for (int at = line.length - BEGINNING.length; at > 0; at--) {
            if (begins(line, at) && isWhole(line, at)) {
                Arrays.fill(mended, 0, at, (byte) ' ');
                return Optional.of(mended);
            }
        }
        if (line.length < HARMLESS.length) {
            return Optional.empty();
        }
        Arrays.fill(mended, (byte) ' ');
        System.arraycopy(HARMLESS, 0, mended, 0, HARMLESS.length);
        return Optional.of(mended);
    }

    /** Returns whether a mended line has an operation of its own. */
    static boolean isKept(byte[] mended) {
        return mended[0] == ' ';
    }

    private static boolean begins(byte[] line, int at) {
        return Arrays.equals(line, at, at + BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    private static boolean isWhole(byte[] line, int at) {
        try {
            synchronized (READER) {
                READER.read(line, at, line.length);
            }
            return true;
        } catch (LineException e) {
            return !e.isBroken();
        }
    }
}
