// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hpo.processor.model.ChoiceModel;
import dev.hpo.processor.model.Naming;
import dev.hpo.processor.model.ProductModel;
import dev.hpo.processor.model.SpaceModel;

/** What the classes of all kinds of spaces have in common. */
final class SpaceCode {

    private SpaceCode() {}

    /** Returns the class of a space, without modifiers. */
    static TypeSpec.Builder type(SpaceModel space, ClassName name) {
        return space instanceof ProductModel product
                ? ProductCode.type(product, name)
                : ChoiceCode.type((ChoiceModel) space, name);
    }

    static TypeSpec.Builder start(SpaceModel space, ClassName name) {
        return TypeSpec.classBuilder(name)
                .superclass(ParameterizedTypeName.get(RuntimeNames.SPACE, RuntimeNames.of(space.type())));
    }

    static MethodSpec constructor(SpaceModel space, CodeBlock body) {
        return MethodSpec.constructorBuilder()
                .addModifiers(PUBLIC)
                .addParameter(RuntimeNames.SCOPE, "scope")
                .addStatement("super($T.class, scope)", RuntimeNames.of(space.type()))
                .addCode(body)
                .build();
    }

    static MethodSpec decode(SpaceModel space, CodeBlock body) {
        return overriding("decode", RuntimeNames.of(space.type()))
                .addParameter(RuntimeNames.CONFIGURATION, "configuration")
                .addCode(body)
                .build();
    }

    static MethodSpec encode(SpaceModel space, CodeBlock body) {
        return overriding("encode", TypeName.VOID)
                .addParameter(RuntimeNames.of(space.type()), "instance")
                .addParameter(RuntimeNames.CONFIGURATION_BUILDER, "sink")
                .addCode(body)
                .build();
    }

    static MethodSpec forEachParameter(CodeBlock body) {
        return overriding("forEachParameter", TypeName.VOID)
                .addParameter(RuntimeNames.PARAMETER_CONSUMER, "consumer")
                .addCode(body)
                .build();
    }

    static MethodSpec at(ClassName name) {
        return overriding("at", name)
                .addParameter(RuntimeNames.SCOPE, "place")
                .addStatement("return new $T(place)", name)
                .build();
    }

    static MethodSpec.Builder overriding(String method, TypeName result) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(result);
    }

    /** Returns {@code scope.child("name", "former")}. */
    static CodeBlock child(Naming naming) {
        return CodeBlock.of("scope.child($L)", strings(naming));
    }

    private static CodeBlock strings(Naming naming) {
        CodeBlock.Builder code = CodeBlock.builder().add("$S", naming.name());
        naming.former().forEach(former -> code.add(", $S", former));
        return code.build();
    }
}
