// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The trees of javac. */
final class JavacTrees implements SourceTrees {

    /** The text of a missing type with arguments. */
    private static final String NAMELESS = "<any>";

    private static final Pattern QUALIFIER = Pattern.compile("[\\p{javaJavaIdentifierPart}]+[.]");

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
    public String named(String text, Element declaration) {
        Optional<Tree> type = text.contains(NAMELESS) ? type(trees.getTree(declaration)) : Optional.empty();
        List<String> names = new ArrayList<>();
        type.ifPresent(tree -> new NamelessTypes().scan(new TreePath(trees.getPath(declaration), tree), names));
        String named = text;
        for (String name : names) {
            named = named.replaceFirst(NAMELESS, Matcher.quoteReplacement(name));
        }
        return named;
    }

    private static Optional<Tree> type(@Nullable Tree declaration) {
        if (declaration instanceof MethodTree method) {
            return Optional.ofNullable(method.getReturnType());
        }
        return declaration instanceof VariableTree variable
                ? Optional.ofNullable(variable.getType())
                : Optional.empty();
    }

    @Override
    public Optional<Literal> initializer(VariableElement field) {
        return trees.getTree(field) instanceof VariableTree variable
                ? Optional.ofNullable(variable.getInitializer()).map(tree -> literal(tree, field))
                : Optional.empty();
    }

    @Override
    public boolean lacksInitializer(VariableElement field) {
        return trees.getTree(field) instanceof VariableTree variable && variable.getInitializer() == null;
    }

    @Override
    public boolean showsValues(TypeElement type) {
        ClassTree tree = trees.getTree(type);
        return tree != null
                && tree.getMembers().stream().noneMatch(JavacTrees::acts)
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .allMatch(field -> isInert(field, Environment.hasSuperclass(type)));
    }

    private static boolean acts(Tree member) {
        if (member instanceof MethodTree method && method.getReturnType() == null && method.getBody() != null) {
            return method.getParameters().isEmpty()
                    && method.getBody().getStatements().stream()
                            .anyMatch(statement -> !statement.toString().startsWith("super("));
        }
        return member instanceof BlockTree block && !block.isStatic();
    }

    /**
     * Returns whether the initialiser of a field sets nothing else. A superclass may have handed the instance out: then, whatever may
     * run code of another class may set a field of it, even the first use of a constant.
     */
    private boolean isInert(VariableElement field, boolean isHandedOut) {
        if (!(trees.getTree(field) instanceof VariableTree variable)) {
            return false;
        }
        ExpressionTree tree = variable.getInitializer();
        if (tree == null || inner(tree) instanceof LiteralTree) {
            return true;
        }
        boolean isValue = value(tree).isPresent();
        return isHandedOut
                ? isValue && !isName(inner(tree))
                : isValue || isNewOf(String.valueOf(variable.getType()), tree, field);
    }

    private static boolean isName(Tree tree) {
        return tree instanceof IdentifierTree
                || (tree instanceof MemberSelectTree select && isName(select.getExpression()));
    }

    /** An instance of the very type of the field, made without arguments, knows nothing of the one around it but if it is inner. */
    private static boolean isNewOf(String typeOfField, Tree tree, VariableElement field) {
        return tree instanceof NewClassTree call
                && call.getClassBody() == null
                && call.getEnclosingExpression() == null
                && call.getArguments().isEmpty()
                && call.getIdentifier().toString().equals(typeOfField)
                && Environment.element(field.asType())
                        .filter(type -> Environment.around(type).getKind() == ElementKind.PACKAGE
                                || type.getModifiers().contains(Modifier.STATIC))
                        .isPresent();
    }

    @Override
    public boolean returnsField(ExecutableElement method, String field) {
        MethodTree tree = trees.getTree(method);
        BlockTree body = tree == null ? null : tree.getBody();
        if (body == null) {
            return Environment.around(method).getKind() == ElementKind.RECORD;
        }
        return body.getStatements().size() == 1
                && body.getStatements().get(0) instanceof ReturnTree result
                && List.of(field, "this." + field).contains(String.valueOf(result.getExpression()));
    }

    @Override
    public boolean changes(ExecutableElement constructor, String component) {
        MethodTree tree = trees.getTree(constructor);
        return tree != null
                && tree.getBody() != null
                && Assignments.in(tree.getBody()).contains(component);
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
                ? call.getArguments().stream()
                        .map(argument -> literal(argument, method))
                        .toList()
                : List.of();
    }

    @Override
    public List<Import> imports(Element element) {
        return trees.getPath(element).getCompilationUnit().getImports().stream()
                .map(each -> new Import(
                        each.isStatic(), each.getQualifiedIdentifier().toString()))
                .toList();
    }

    @Override
    public List<LocalType> localTypes(TypeElement type) {
        TreePath path = trees.getPath(type);
        if (path == null) {
            return List.of();
        }
        List<LocalType> found = new ArrayList<>();
        new LocalTypes(path.getCompilationUnit(), found).scan(path, "");
        return found;
    }

    private Literal literal(ExpressionTree tree, Element element) {
        boolean name = isName(inner(tree));
        CompilationUnitTree unit = trees.getPath(element).getCompilationUnit();
        return new Literal(
                tree.toString(),
                value(tree),
                name,
                text -> trees.printMessage(Diagnostic.Kind.ERROR, text, tree, unit));
    }

    private static Optional<Object> value(Tree tree) {
        if (tree instanceof ParenthesizedTree) {
            return value(inner(tree));
        }
        if (tree instanceof LiteralTree literal) {
            return Optional.ofNullable(literal.getValue()).map(JavacTrees::number);
        }
        if (tree instanceof UnaryTree unary && unary.getKind() == Tree.Kind.UNARY_MINUS) {
            return value(unary.getExpression()).flatMap(JavacTrees::negated);
        }
        return isName(tree) ? Optional.of(simpleName(tree)) : Optional.empty();
    }

    static Tree inner(Tree tree) {
        return tree instanceof ParenthesizedTree parentheses ? inner(parentheses.getExpression()) : tree;
    }

    /** No member holds characters: where one stands, its number is meant. */
    private static Object number(Object value) {
        return value instanceof Character character ? Integer.valueOf(character) : value;
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

    static String simpleName(Tree tree) {
        if (tree instanceof IdentifierTree identifier) {
            return identifier.getName().toString();
        }
        return tree instanceof MemberSelectTree select ? select.getIdentifier().toString() : "";
    }

    /** Finds the missing types with arguments. */
    private final class NamelessTypes extends TreePathScanner<Void, List<String>> {

        @Override
        public Void visitParameterizedType(ParameterizedTypeTree tree, List<String> found) {
            if (trees.getTypeMirror(getCurrentPath()).getKind() != TypeKind.ERROR) {
                return super.visitParameterizedType(tree, found);
            }
            found.add(QUALIFIER.matcher(tree.toString()).replaceAll(""));
            return null;
        }
    }

    /** Finds the classes in methods; the parameter is the path of names so far. */
    private final class LocalTypes extends TreePathScanner<Void, String> {

        private final CompilationUnitTree unit;
        private final List<LocalType> found;

        LocalTypes(CompilationUnitTree unit, List<LocalType> found) {
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree tree, String path) {
            String name = path.isEmpty() ? tree.getSimpleName().toString() : path + "." + tree.getSimpleName();
            if (getCurrentPath().getParentPath().getLeaf() instanceof BlockTree) {
                List<String> annotations = tree.getModifiers().getAnnotations().stream()
                        .map(annotation -> simpleName(annotation.getAnnotationType()))
                        .toList();
                found.add(new LocalType(
                        name, annotations, text -> trees.printMessage(Diagnostic.Kind.ERROR, text, tree, unit)));
            }
            return super.visitClass(tree, name);
        }

        @Override
        public Void visitMethod(MethodTree tree, String path) {
            return super.visitMethod(tree, path + "." + tree.getName());
        }
    }
}
