// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;

/** Finds the variables that a constructor gives other values to than their own; that of a parameter is its field's own. */
final class Assignments extends TreeScanner<Void, Void> {

    private static final Set<Tree.Kind> SETTING = Set.of(
            Tree.Kind.PREFIX_INCREMENT,
            Tree.Kind.PREFIX_DECREMENT,
            Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.POSTFIX_DECREMENT);

    private final Set<String> changed = new HashSet<>();

    private Assignments() {}

    /** Returns the simple names of the variables. */
    static Set<String> in(Tree code) {
        Assignments assignments = new Assignments();
        assignments.scan(code, null);
        return assignments.changed;
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
        String value = tree.getExpression().toString();
        if (!tree.getVariable().toString().equals("this." + value)) {
            change(tree.getVariable());
        }
        return super.visitAssignment(tree, null);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
        change(tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void nothing) {
        if (SETTING.contains(tree.getKind())) {
            change(tree.getExpression());
        }
        return super.visitUnary(tree, null);
    }

    private void change(ExpressionTree variable) {
        changed.add(JavacTrees.simpleName(JavacTrees.inner(variable)));
    }
}
