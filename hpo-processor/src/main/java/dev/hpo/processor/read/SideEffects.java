// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Finds in code of a class what may set a field of the instance, or hand the instance to what may: an assignment, a call of a method
 * of the instance, {@code this}, an inner class. Bodies of lambdas count as if they were run.
 *
 * <p>Nothing is attributed while annotations are processed, so it goes by names; what it cannot tell counts as found.
 */
final class SideEffects extends TreeScanner<Void, Void> {

    private static final Set<String> INSTANCE = Set.of("this", "super");
    private static final Set<Tree.Kind> SETTING = Set.of(
            Tree.Kind.PREFIX_INCREMENT,
            Tree.Kind.PREFIX_DECREMENT,
            Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.POSTFIX_DECREMENT);

    private final Set<String> ofInstance = new HashSet<>();
    private final boolean isKnownAbove;
    private boolean found;

    /** Looks at code of a class; a superclass of it may have handed the instance to any code that is called later. */
    SideEffects(TypeElement type, Elements elements) {
        this.isKnownAbove = Environment.hasSuperclass(type);
        for (Element member : elements.getAllMembers(type)) {
            if (!member.getModifiers().contains(Modifier.STATIC)) {
                ofInstance.add(member.getSimpleName().toString());
            }
        }
    }

    /** Returns whether code may set a field. */
    boolean isIn(Tree code) {
        found = false;
        scan(code, null);
        return found;
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
        found = true;
        return null;
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
        found = true;
        return null;
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void nothing) {
        found |= isSetting(tree);
        return super.visitUnary(tree, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void nothing) {
        found |= isInstance(tree);
        return null;
    }

    /** A field of the instance may be read. */
    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
        found |= isInstance(tree);
        return isInstance(tree.getExpression()) ? null : super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
        ExpressionTree select = tree.getMethodSelect();
        boolean isOfInstance = select instanceof MemberSelectTree qualified
                ? isInstance(qualified.getExpression())
                : ofInstance.contains(select.toString());
        found |= isKnownAbove || isOfInstance;
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void nothing) {
        found |= isKnownAbove || tree.getClassBody() != null || ofInstance.contains(simpleName(tree.getIdentifier()));
        return super.visitNewClass(tree, null);
    }

    /** Returns whether an operator sets what it is applied to. */
    static boolean isSetting(UnaryTree tree) {
        return SETTING.contains(tree.getKind());
    }

    private static boolean isInstance(Tree tree) {
        return INSTANCE.contains(simpleName(tree));
    }

    private static String simpleName(Tree tree) {
        if (tree instanceof ParameterizedTypeTree generic) {
            return simpleName(generic.getType());
        }
        return JavacTrees.simpleName(tree);
    }
}
