// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a tuning test does. */
@API(status = Status.INTERNAL, since = "0.1")
public enum TuningMode {
    /** It searches. */
    SEARCH,
    /** It runs what was accepted again. */
    RETEST,
    /** It runs what was accepted again, and searches if there is nothing, or if that is not what it was. */
    AUTO;

    static Optional<TuningMode> parse(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
