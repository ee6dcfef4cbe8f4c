// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

/** The boxes into which a tree divides a lattice. */
final class Partition {

    private final Lattice lattice;
    private final Visitor visitor;

    private Partition(Lattice lattice, Visitor visitor) {
        this.lattice = lattice;
        this.visitor = visitor;
    }

    /** Is shown each box of a tree. */
    interface Visitor {

        /**
         * Looks at a box.
         *
         * @param box not empty
         * @param probability how probable it is
         * @param value what the tree predicts in it
         */
        void visit(Box box, double probability, double value);
    }

    /** Shows all boxes of a tree. */
    static void visit(Lattice lattice, Shape tree, Visitor visitor) {
        new Partition(lattice, visitor).walk(tree, Box.whole(lattice));
    }

    private void walk(Shape tree, Box box) {
        double probability = box.probability();
        if (probability <= 0) {
            return;
        }
        if (tree instanceof Shape.Parting parting) {
            divide(parting, box);
        } else {
            visitor.visit(box, probability, ((Shape.End) tree).value());
        }
    }

    private void divide(Shape.Parting parting, Box box) {
        Box present = box;
        for (Gate gate : lattice.gates(parting.at())) {
            walk(parting.missing(), present.within(gate.parent(), ~gate.cells()));
            present = present.within(gate.parent(), gate.cells());
        }
        walk(parting.left(), present.within(parting.at(), parting.lefts()));
        walk(parting.right(), present.within(parting.at(), ~parting.lefts()));
    }
}
