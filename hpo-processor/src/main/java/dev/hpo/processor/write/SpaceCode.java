// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import dev.hpo.processor.model.ChoiceModel;
import dev.hpo.processor.model.ProductModel;
import dev.hpo.processor.model.SpaceModel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the classes of all kinds of spaces have in common. */
final class SpaceCode {

    /** The name of the constant that is the whole space. */
    static final String ROOT = "SPACE";

    private final SpaceModel space;
    private final String name;
    private final List<String> enclosing;
    private final TypeNames names;

    /**
     * Creates the code of a class.
     *
     * @param name the simple name of the class
     * @param outer the class around it, if there is one
     */
    SpaceCode(SpaceModel space, String name, @Nullable SpaceCode outer, TypeNames names) {
        this.space = space;
        this.name = name;
        this.names = names;
        this.enclosing = with(outer == null ? List.of() : outer.enclosing, name);
    }

    /** Returns the paths of simple names of the classes of a space, the outermost class first. */
    static Stream<List<String>> classes(SpaceModel space, List<String> path) {
        if (!(space instanceof ChoiceModel choice)) {
            return Stream.of(path);
        }
        Stream<List<String>> nested = Branch.of(choice, path).stream()
                .flatMap(branch -> branch.alternative().inline().stream()
                        .flatMap(inline -> classes(inline, with(path, branch.nested()))));
        return Stream.concat(Stream.of(path), nested);
    }

    private static List<String> with(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }

    /** Writes the class of a whole file. */
    void writeRoot(SourceText source, boolean isPublic) {
        source.line((isPublic ? "public " : "") + "final class " + header());
        source.line("public static final " + name + " " + ROOT + " = new " + name + "(root());");
        body(source);
    }

    /** Writes a class in another one. */
    void writeNested(SourceText source) {
        source.blank().line("public static final class " + header());
        body(source);
    }

    private String header() {
        boolean choice = space instanceof ChoiceModel;
        String base = names.of(choice ? RuntimeTypes.KIND_SPACE : RuntimeTypes.MEMBER_SPACE);
        return name + " extends " + base + "<" + names.of(space.type()) + "> {";
    }

    private void body(SourceText source) {
        if (space instanceof ProductModel product) {
            new ProductCode(product, this, names).write(source);
        } else {
            new ChoiceCode((ChoiceModel) space, this, names).write(source);
        }
        source.line("}");
    }

    /** Returns the simple names of the class and those around it, the outermost first. */
    List<String> enclosing() {
        return enclosing;
    }

    /** Begins the constructor. */
    void constructor(SourceText source, String furtherArguments) {
        String scope = names.of(RuntimeTypes.SCOPE);
        source.blank().line("public " + name + "(" + scope + " scope) {");
        source.line("super(" + names.of(space.type()) + ".class, scope" + furtherArguments + ");");
    }

    /** Writes a method that returns an array. */
    void listing(SourceText source, String access, String type, String method, List<String> elements) {
        overriding(source, access + " " + type + "[] " + method + "()");
        source.list("return new " + type + "[] {", elements, "};");
        source.line("}");
    }

    void at(SourceText source) {
        overriding(source, "public " + name + " at(" + names.of(RuntimeTypes.SCOPE) + " place)");
        source.line("return new " + name + "(place);");
        source.line("}");
    }

    /** Begins a method. */
    void overriding(SourceText source, String declaration) {
        source.blank().line("@" + names.of(RuntimeTypes.OVERRIDE));
        source.line(declaration + " {");
    }
}
