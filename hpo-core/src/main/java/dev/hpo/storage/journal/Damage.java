// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import java.util.OptionalInt;

/**
 * A line that is no JSON, which keeps Optuna from reading the file.
 *
 * @param offset where it begins
 * @param length how long it is, without its line feed
 * @param number which line it is, from 1
 * @param checksum of its bytes, to see when somebody else mends it
 * @param cost what it has cost
 */
record Damage(long offset, int length, long number, long checksum, Cost cost) {

    Damage with(Cost found) {
        return new Damage(offset, length, number, checksum, found);
    }

    /**
     * What a line has cost.
     *
     * @param isTrial whether it has begun a trial
     * @param study the id of its study, if that is known
     */
    record Cost(boolean isTrial, OptionalInt study) {

        static final Cost UNKNOWN = new Cost(false, OptionalInt.empty());
    }
}
