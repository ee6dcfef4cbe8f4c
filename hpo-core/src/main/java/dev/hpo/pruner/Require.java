// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

/** Checks of options. */
final class Require {

    private Require() {}

    static int atLeast(String name, int value, int minimum) {
        return (int) atLeast(name, (long) value, minimum);
    }

    static long atLeast(String name, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least " + minimum);
        }
        return value;
    }

    /** Requires a number between two, none of which it may be. */
    static double within(String name, double value, double above, double below) {
        if (!(value > above && value < below)) {
            throw new IllegalArgumentException(
                    name + " (" + value + ") must be above " + text(above) + " and below " + text(below));
        }
        return value;
    }

    /** Requires a finite number of at least 0. */
    static double size(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be finite and at least 0");
        }
        return value;
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
