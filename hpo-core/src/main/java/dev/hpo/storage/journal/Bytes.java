// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import java.util.Arrays;

/**
 * A line where it was read to, which stays there until the next one is read.
 *
 * @param all what it is in
 * @param from where it begins
 * @param to where it ends, before its line feed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Bytes(byte[] all, int from, int to) {

    byte[] copy() {
        return Arrays.copyOfRange(all, from, to);
    }

    boolean startsWith(byte[] wanted) {
        return isAt(from, wanted);
    }

    boolean endsWith(byte[] wanted) {
        return isAt(to - wanted.length, wanted);
    }

    private boolean isAt(int at, byte[] wanted) {
        return at >= from
                && at + wanted.length <= to
                && Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /** Returns whether some bytes are in it. */
    boolean contains(byte[] wanted) {
        for (int at = from; at <= to - wanted.length; at++) {
            if (all[at] == wanted[0] && isAt(at, wanted)) {
                return true;
            }
        }
        return false;
    }
}
