// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.forest.Cut;
import dev.hpo.forest.Node;

/** A tree that divides the cells of a lattice. Immutable. */
sealed interface Shape {

    /**
     * An end of a tree.
     *
     * @param value what it predicts
     */
    record End(double value) implements Shape {}

    /**
     * A place where a tree parts.
     *
     * @param at the coordinate
     * @param lefts those of its cells that go left
     * @param missingLeft whether points without the coordinate go left
     * @param left the tree for these
     * @param right the tree for the others
     */
    record Parting(int at, long lefts, boolean missingLeft, Shape left, Shape right) implements Shape {

        Shape missing() {
            return missingLeft ? left : right;
        }
    }

    /** Returns a regression tree as one of cells. */
    static Shape of(Lattice lattice, Node node) {
        if (node instanceof Node.Leaf leaf) {
            return new End(leaf.mean());
        }
        Node.Fork fork = (Node.Fork) node;
        Cut cut = fork.cut();
        Cells cells = lattice.cells(cut.at());
        long lefts = 0;
        for (int cell = 0; cell < cells.count(); cell++) {
            lefts |= cut.isLeft(cells.position(cell)) ? 1L << cell : 0;
        }
        return new Parting(cut.at(), lefts, cut.missingLeft(), of(lattice, fork.left()), of(lattice, fork.right()));
    }
}
