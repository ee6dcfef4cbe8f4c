// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Time since a moment, by a ticker that nobody sets: a clock of the day may jump by hours while trials run. */
final class Stopwatch {

    private final LongSupplier ticker;
    private final long begin;

    /**
     * Starts.
     *
     * @param ticker returns nanoseconds since any moment
     */
    Stopwatch(LongSupplier ticker) {
        this.ticker = ticker;
        this.begin = ticker.getAsLong();
    }

    Duration elapsed() {
        return Duration.ofNanos(ticker.getAsLong() - begin);
    }
}
