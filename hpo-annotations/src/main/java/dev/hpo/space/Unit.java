// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/** Cells of the unit interval. */
final class Unit {

    private Unit() {}

    static double clamp(double position) {
        if (Double.isNaN(position)) {
            throw new IllegalArgumentException("position (NaN) must be a number from 0 to 1");
        }
        return Math.min(1, Math.max(0, position));
    }

    /** Returns which of {@code cells} equal cells holds a position. */
    static long cell(double unit, long cells) {
        return Math.min(cells - 1, (long) (unit * cells));
    }

    static double middle(long cell, long cells) {
        return (cell + 0.5) / cells;
    }
}
