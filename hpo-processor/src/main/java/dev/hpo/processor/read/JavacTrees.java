// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** The trees of javac. */
final class JavacTrees implements SourceTrees {

    private final Trees trees;

    JavacTrees(ProcessingEnvironment processing) {
        this.trees = Trees.instance(processing);
    }

    @Override
    public boolean isSource(Element element) {
        return trees.getPath(element) != null;
    }

    @Override
    public boolean areVisible() {
        return true;
    }

    @Override
    public Optional<Literal> initializer(VariableElement field) {
        return trees.getTree(field) instanceof VariableTree variable
                ? Optional.ofNullable(variable.getInitializer()).map(JavacTrees::literal)
                : Optional.empty();
    }

    @Override
    public boolean lacksInitializer(VariableElement field) {
        return trees.getTree(field) instanceof VariableTree variable && variable.getInitializer() == null;
    }

    @Override
    public boolean acts(ExecutableElement constructor) {
        MethodTree tree = trees.getTree(constructor);
        return tree != null
                && tree.getBody() != null
                && tree.getBody().getStatements().stream()
                        .anyMatch(statement -> !statement.toString().startsWith("super("));
    }

    @Override
    public List<Literal> constructorArguments(ExecutableElement method, String type) {
        MethodTree tree = trees.getTree(method);
        BlockTree body = tree == null ? null : tree.getBody();
        if (body == null || body.getStatements().size() != 1) {
            return List.of();
        }
        return body.getStatements().get(0) instanceof ReturnTree result
                        && result.getExpression() instanceof NewClassTree call
                        && simpleName(call.getIdentifier()).equals(type)
                ? call.getArguments().stream().map(JavacTrees::literal).toList()
                : List.of();
    }

    private static Literal literal(ExpressionTree tree) {
        return new Literal(
                tree.toString(), value(tree), tree instanceof IdentifierTree || tree instanceof MemberSelectTree);
    }

    private static Optional<Object> value(Tree tree) {
        if (tree instanceof ParenthesizedTree inner) {
            return value(inner.getExpression());
        }
        if (tree instanceof LiteralTree literal) {
            return Optional.ofNullable(literal.getValue());
        }
        if (tree instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
            return value(unary.getExpression()).flatMap(JavacTrees::negated);
        }
        String name = simpleName(tree);
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static Optional<Object> negated(Object value) {
        if (value instanceof Double number) {
            return Optional.of(-number);
        }
        if (value instanceof Float number) {
            return Optional.of(-number);
        }
        if (value instanceof Long number) {
            return Optional.of(-number);
        }
        return value instanceof Integer number ? Optional.of(-number) : Optional.empty();
    }

    private static String simpleName(Tree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return identifier.getName().toString();
        }
        return tree instanceof MemberSelectTree select ? select.getIdentifier().toString() : "";
    }
}
