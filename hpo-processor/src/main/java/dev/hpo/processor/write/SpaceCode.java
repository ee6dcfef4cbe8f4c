// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hpo.processor.model.ChoiceModel;
import dev.hpo.processor.model.ProductModel;
import dev.hpo.processor.model.SpaceModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
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

    /** Returns the class of a whole file. */
    TypeSpec.Builder root() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addField(FieldSpec.builder(own(), ROOT, PUBLIC, STATIC, FINAL)
                        .initializer("new $T(root())", own())
                        .build());
        return fill(type);
    }

    /** Returns a class in another one. */
    TypeSpec nested() {
        return fill(TypeSpec.classBuilder(name).addModifiers(PUBLIC, STATIC)).build();
    }

    private TypeSpec.Builder fill(TypeSpec.Builder type) {
        boolean choice = space instanceof ChoiceModel;
        type.addModifiers(FINAL)
                .superclass(ParameterizedTypeName.get(
                        names.of(choice ? RuntimeTypes.KIND_SPACE : RuntimeTypes.MEMBER_SPACE),
                        names.of(space.type())));
        if (space instanceof ProductModel product) {
            new ProductCode(product, this, names).fill(type);
        } else {
            new ChoiceCode((ChoiceModel) space, this, names).fill(type);
        }
        return type;
    }

    /** Returns the name of the class itself, which is always the simple one. */
    private ClassName own() {
        return ClassName.get("", name);
    }

    /** Returns the simple names of the class and those around it, the outermost first. */
    List<String> enclosing() {
        return enclosing;
    }

    /**
     * Returns the constructor.
     *
     * @param furtherArguments what the superclass's takes besides the type and the scope
     */
    MethodSpec constructor(String furtherArguments, CodeBlock body) {
        return MethodSpec.constructorBuilder()
                .addModifiers(PUBLIC)
                .addParameter(names.of(RuntimeTypes.SCOPE), "scope")
                .addStatement("super($T.class, scope$L)", names.of(space.type()), furtherArguments)
                .addCode(body)
                .build();
    }

    /** Returns a method that returns an array of fields of this class. */
    MethodSpec listing(String method, TypeName element, List<String> fields) {
        String elements = fields.stream().map(field -> "this." + field).collect(Collectors.joining(",\n"));
        return overriding(method, ArrayTypeName.of(element), PROTECTED)
                .addCode("return new $T[] {$>$>\n$L$<$<};\n", element, elements)
                .build();
    }

    MethodSpec at() {
        return overriding("at", own(), PUBLIC)
                .addParameter(names.of(RuntimeTypes.SCOPE), "place")
                .addStatement("return new $T(place)", own())
                .build();
    }

    MethodSpec.Builder overriding(String method, TypeName result, Modifier access) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(names.of(RuntimeTypes.OVERRIDE))
                .addModifiers(access)
                .returns(result);
    }
}
