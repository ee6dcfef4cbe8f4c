// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import java.util.Locale;

/** Numbers as the tables show them. */
final class Figures {

    static final String NONE = "-";

    private Figures() {}

    static String regret(double value) {
        return fixed(value, value < 0.001 ? 5 : 3);
    }

    static String signed(double value, int digits) {
        return String.format(Locale.ROOT, "%+." + digits + "f", value);
    }

    static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
