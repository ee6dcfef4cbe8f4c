// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

/**
 * What must hold of another coordinate for one to exist.
 *
 * @param parent the other coordinate
 * @param cells those of its cells with which it exists
 */
record Gate(int parent, long cells) {

    /** Returns whether it holds at a point, given as a cell of each coordinate. */
    boolean admits(int[] point) {
        return (cells >>> point[parent] & 1) != 0;
    }
}
