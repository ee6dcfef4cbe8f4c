// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.LineWriter;
import java.io.IOException;
import java.util.Arrays;

/** Cuts a file into lines, holding no more of it than the longest. Not safe for use by several threads. */
final class LineScanner {

    private static final int USUAL = 1 << 17;

    /** A line that is longer than this is not kept, and one that is as long with its end is. */
    private static final int LARGEST = LineWriter.LONGEST + 2;

    private byte[] buffer = new byte[USUAL];

    /** Takes the lines. */
    interface Sink {

        /**
         * Takes a line.
         *
         * @param bytes where it is, until this returns
         * @param from where it begins
         * @param to where it ends, before its line feed
         * @param offset where it begins in the file
         */
        void line(byte[] bytes, int from, int to, long offset);

        /** Takes notice of a line that is too long to be read. */
        void overlong(long offset, long length);
    }

    /**
     * Hands over all whole lines between two places of a file.
     *
     * @return where the last of them ends, its line feed included
     */
    long scan(JournalFile file, long from, long to, Sink sink) throws IOException {
        long lineAt = from;
        int filled = 0;
        boolean isOverlong = false;
        long at = from;
        while (at < to) {
            if (filled == buffer.length) {
                isOverlong |= !grow();
                filled = isOverlong ? 0 : filled;
            }
            int read = file.read(at, buffer, filled, (int) Math.min(buffer.length - filled, to - at));
            if (read == 0) {
                break;
            }
            at += read;
            int end = filled + read;
            int begin = 0;
            for (int feed = find(filled, end); feed >= 0; feed = find(begin, end)) {
                long next = at - (end - feed) + 1;
                if (isOverlong) {
                    sink.overlong(lineAt, next - 1 - lineAt);
                    isOverlong = false;
                } else {
                    sink.line(buffer, begin, feed, lineAt);
                }
                lineAt = next;
                begin = feed + 1;
            }
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            filled = end - begin;
        }
        shrink();
        return lineAt;
    }

    private int find(int from, int to) {
        for (int at = from; at < to; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private boolean grow() {
        if (buffer.length >= LARGEST) {
            return false;
        }
        buffer = Arrays.copyOf(buffer, (int) Math.min(LARGEST, 2L * buffer.length));
        return true;
    }

    private void shrink() {
        if (buffer.length > 16 * USUAL) {
            buffer = new byte[USUAL];
        }
    }
}
