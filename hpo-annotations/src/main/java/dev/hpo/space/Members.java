// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import org.jspecify.annotations.Nullable;

/** What is noticed of an instance's members while they are added to a configuration. */
final class Members {

    private int depth;
    private boolean differ;
    private String misfit = "";

    /** Notices the value of a member, be it in the instance itself or deeper. */
    void notice(@Nullable Object value) {
        differ |= depth == 0 && !isDefault(value);
    }

    /** Notices the first value that does not fit. */
    void refuse(String name, @Nullable Object value, String rule) {
        if (misfit.isEmpty()) {
            misfit = name + " (" + text(value) + ") is not " + rule;
        }
    }

    /** Runs what adds the members of a member. */
    void within(Runnable action) {
        depth++;
        action.run();
        depth--;
    }

    /** Returns whether a member of the instance itself has another value than the JVM gives to a field: 0, false, null. */
    boolean differ() {
        return differ;
    }

    /** Returns the first value that does not fit, and why: {@code threads (0) is not in 1 to 64}; empty if all do. */
    String misfit() {
        return misfit;
    }

    private static boolean isDefault(@Nullable Object value) {
        return value == null || value.equals(false) || (value instanceof Number number && number.doubleValue() == 0);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = Double.parseDouble(value.toString());
            return Double.isFinite(number) ? Values.number(number) : value.toString();
        }
        return String.valueOf(value);
    }
}
