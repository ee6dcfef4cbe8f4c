// SPDX-License-Identifier: Apache-2.0
package dev.hpo.forest;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A tree, seen from one of its nodes. Immutable. */
@API(status = Status.INTERNAL, since = "0.1")
public sealed interface Node {

    /**
     * An end of a tree.
     *
     * @param mean the mean of the losses that ended here
     * @param variance their variance, 0 of a single one
     */
    @API(status = Status.INTERNAL, since = "0.1")
    record Leaf(double mean, double variance) implements Node {}

    /**
     * A place where a tree parts.
     *
     * @param cut which points go left
     * @param left the tree for these
     * @param right the tree for the others
     */
    @API(status = Status.INTERNAL, since = "0.1")
    record Fork(Cut cut, Node left, Node right) implements Node {}

    /** Returns the leaf that a point ends in. */
    default Leaf leaf(double[] point) {
        Node node = this;
        while (node instanceof Fork fork) {
            node = fork.cut().isLeft(point) ? fork.left() : fork.right();
        }
        return (Leaf) node;
    }
}
