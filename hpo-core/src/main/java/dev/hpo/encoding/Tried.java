// SPDX-License-Identifier: Apache-2.0
package dev.hpo.encoding;

import java.nio.LongBuffer;
import java.util.HashSet;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The points of a table, to see at once whether a proper point is among them, where there are no gaps up to a distance that no
 * trial could tell.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Tried {

    private static final double RESOLUTION = 1e7;

    private final Encoding encoding;
    private final Set<LongBuffer> cells = new HashSet<>();

    /** Collects the points of a table. */
    public Tried(Table table) {
        this.encoding = table.encoding();
        table.rows().forEach(row -> add(row.point()));
    }

    /** Adds a point. */
    public void add(double[] point) {
        cells.add(cell(point));
    }

    /** Returns whether a point is among them. */
    public boolean contains(double[] point) {
        return cells.contains(cell(point));
    }

    private LongBuffer cell(double[] point) {
        long[] coordinates = new long[point.length];
        for (int at = 0; at < point.length; at++) {
            boolean isContinuous = encoding.dimension(at).isContinuous();
            coordinates[at] = isContinuous && !Double.isNaN(point[at])
                    ? Math.round(point[at] * RESOLUTION)
                    : Double.doubleToLongBits(point[at]);
        }
        return LongBuffer.wrap(coordinates);
    }
}
