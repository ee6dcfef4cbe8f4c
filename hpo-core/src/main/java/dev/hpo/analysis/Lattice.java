// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.encoding.Dimension;
import dev.hpo.encoding.Encoding;
import dev.hpo.space.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A space in cells: each coordinate has its cells, and gates that say where it exists.
 *
 * <p>Cells are drawn independently, those of coordinates that do not exist as well, of which nothing then depends: so the parts of a
 * variance add up, whatever exists where.
 */
final class Lattice {

    private final Encoding encoding;
    private final List<Cells> cells = new ArrayList<>();
    private final List<List<Gate>> gates = new ArrayList<>();

    Lattice(Encoding encoding) {
        this.encoding = encoding;
        for (Dimension dimension : encoding.dimensions()) {
            cells.add(new Cells(dimension));
            gates.add(gatesOf(dimension));
        }
    }

    /** Returns the gates of a coordinate, those of its parents before those that the parents are. */
    private List<Gate> gatesOf(Dimension dimension) {
        Map<Integer, Long> all = new LinkedHashMap<>();
        for (Condition condition : dimension.parameter().conditions()) {
            int parent = encoding.place(condition.parent());
            gates.get(parent).forEach(gate -> all.merge(gate.parent(), gate.cells(), (one, other) -> one & other));
            all.merge(parent, holding(condition, cells.get(parent)), (one, other) -> one & other);
        }
        return all.entrySet().stream()
                .map(entry -> new Gate(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static long holding(Condition condition, Cells cells) {
        long holding = 0;
        for (int cell = 0; cell < cells.count(); cell++) {
            Object raw = condition.parent().domain().fromUnit(cells.position(cell));
            holding |= condition.holdsFor(raw) ? 1L << cell : 0;
        }
        return holding;
    }

    Encoding encoding() {
        return encoding;
    }

    int size() {
        return cells.size();
    }

    Cells cells(int coordinate) {
        return cells.get(coordinate);
    }

    List<Gate> gates(int coordinate) {
        return gates.get(coordinate);
    }

    /** Returns how probable it is that a coordinate exists. */
    double presence(int coordinate) {
        double probability = 1;
        for (Gate gate : gates.get(coordinate)) {
            probability *= cells.get(gate.parent()).weightOf(gate.cells());
        }
        return probability;
    }

    /** Returns whether a coordinate exists at a point, given as a cell of each coordinate. */
    boolean isPresent(int coordinate, int[] point) {
        for (Gate gate : gates.get(coordinate)) {
            if (!gate.admits(point)) {
                return false;
            }
        }
        return true;
    }

    /** Returns a cell of each coordinate, whether it exists or not, drawn by their probabilities. */
    int[] draw(RandomGenerator random) {
        int[] point = new int[cells.size()];
        for (int at = 0; at < point.length; at++) {
            point[at] = cells.get(at).at(random.nextDouble());
        }
        return point;
    }

    /** Returns the proper point of some cells. */
    double[] proper(int[] point) {
        double[] proper = new double[point.length];
        for (int at = 0; at < point.length; at++) {
            proper[at] = isPresent(at, point) ? cells.get(at).position(point[at]) : Double.NaN;
        }
        return proper;
    }
}
