// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

/** A point of the plane; the far corner is rejected. */
@SearchSpace
record Point(
        @Uniform(min = -1, max = 1) double x,
        @Uniform(min = -1, max = 1) double y,
        @Uniform(min = 1, max = 9) int size) {

    Point {
        if (x > 0.5 && y > 0.5) {
            throw new IllegalArgumentException("x (" + x + ") and y (" + y + ") must not both be above 0.5");
        }
    }

    @Initial
    static Point start() {
        return new Point(0.25, 0.25, 5);
    }

    double distance() {
        return x * x + y * y + size;
    }
}
