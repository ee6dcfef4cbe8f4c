// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.forest;

/** A tree, seen from one of its nodes. Immutable. */
sealed interface Node {

    /**
     * An end of a tree.
     *
     * @param mean the mean of the losses that ended here
     * @param variance their variance, 0 of a single one
     */
    record Leaf(double mean, double variance) implements Node {}

    /**
     * A place where a tree parts.
     *
     * @param cut which points go left
     * @param left the tree for these
     * @param right the tree for the others
     */
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
