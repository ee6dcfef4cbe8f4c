// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Interest;
import dev.hpo.storage.journal.line.LineException;
import dev.hpo.storage.journal.line.LineReader;
import dev.hpo.storage.journal.line.LineWriter;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.line.Times;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes a line that Optuna can read of one that it cannot, and of the same length, as readers remember where lines are.
 *
 * <p>The usual such line is one of Optuna's that was written behind a torn one: blanks in place of the torn one leave the other,
 * of which nothing is lost. Of any other line an order is made that does nothing, or keeps the place of a trial that was begun there.
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

    /**
     * Returns what to write in place of a line; empty if it is too short for anything, or if a trial would lose its place of which nobody
     * knows the study.
     *
     * @param cost what the line has cost
     */
    static Optional<byte[]> of(byte[] line, Damage.Cost cost) {
        byte[] mended = line.clone();
        for (int at = line.length - BEGINNING.length; at > 0; at--) {
            if (begins(line, at) && isWhole(line, at)) {
                Arrays.fill(mended, 0, at, (byte) ' ');
                return Optional.of(mended);
            }
        }
        Optional<byte[]> order = cost.isTrial() ? creation(cost) : Optional.of(HARMLESS);
        return order.filter(text -> text.length <= line.length).map(text -> {
            Arrays.fill(mended, (byte) ' ');
            System.arraycopy(text, 0, mended, 0, text.length);
            return mended;
        });
    }

    /** Returns a line that keeps the place of a trial. */
    private static Optional<byte[]> creation(Damage.Cost cost) {
        if (cost.study().isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] line = new LineWriter("", Times.UTC)
                    .write(List.of(new Operation.CreateTrial(cost.study().getAsInt(), LostTrials.DRAFT)));
            return Optional.of(Arrays.copyOf(line, line.length - 1));
        } catch (LineException e) {
            throw new IllegalStateException(e);
        }
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
