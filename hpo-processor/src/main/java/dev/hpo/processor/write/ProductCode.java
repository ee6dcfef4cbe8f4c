// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.ProductModel;
import java.util.Optional;

/** The code of the space of a record or class. */
final class ProductCode {

    private ProductCode() {}

    static TypeSpec.Builder type(ProductModel product, ClassName name) {
        TypeSpec.Builder type = SpaceCode.start(product, name);
        for (MemberModel member : product.members()) {
            type.addField(MemberCode.type(member.content()), member.field(), PUBLIC, FINAL);
        }
        type.addMethod(SpaceCode.constructor(product, fields(product)))
                .addMethod(SpaceCode.decode(product, decode(product)))
                .addMethod(SpaceCode.encode(product, encode(product)))
                .addMethod(SpaceCode.forEachParameter(visit(product)))
                .addMethod(SpaceCode.at(name));
        start(product).ifPresent(type::addMethod);
        return type;
    }

    private static CodeBlock fields(ProductModel product) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (MemberModel member : product.members()) {
            code.addStatement("this.$N = $L", member.field(), MemberCode.initializer(member));
        }
        return code.build();
    }

    private static CodeBlock decode(ProductModel product) {
        ClassName type = RuntimeNames.of(product.type());
        if (product.construction() == ProductModel.Construction.CLASS) {
            return decodeClass(product, type);
        }
        if (product.members().isEmpty()) {
            return CodeBlock.builder().addStatement("return new $T()", type).build();
        }
        return CodeBlock.builder()
                .add("return new $T($>$>\n", type)
                .add(product.members().stream().map(ProductCode::decoded).collect(CodeBlock.joining(",\n")))
                .add("$<$<);\n")
                .build();
    }

    private static CodeBlock decodeClass(ProductModel product, ClassName type) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("$T instance = new $T()", type, type);
        for (MemberModel member : product.members()) {
            String setter = member.access().setter();
            if (setter.isEmpty()) {
                code.addStatement("instance.$L = $L", member.field(), decoded(member));
            } else {
                code.addStatement("instance.$L($L)", setter, decoded(member));
            }
        }
        return code.addStatement("return instance").build();
    }

    private static CodeBlock decoded(MemberModel member) {
        return member.content() instanceof Content.Scalar
                ? CodeBlock.of("configuration.get(this.$N)", member.field())
                : CodeBlock.of("this.$N.decode(configuration)", member.field());
    }

    private static CodeBlock encode(ProductModel product) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (MemberModel member : product.members()) {
            code.addStatement(
                    "sink.set(this.$N, instance.$L)",
                    member.field(),
                    member.access().read());
        }
        return code.build();
    }

    private static CodeBlock visit(ProductModel product) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (MemberModel member : product.members()) {
            if (member.content() instanceof Content.Scalar) {
                code.addStatement("consumer.accept(this.$N)", member.field());
            } else {
                code.addStatement("this.$N.forEachParameter(consumer)", member.field());
            }
        }
        return code.build();
    }

    private static Optional<MethodSpec> start(ProductModel product) {
        ClassName type = RuntimeNames.of(product.type());
        if (product.start() instanceof ProductModel.Start.None) {
            return Optional.empty();
        }
        CodeBlock start = product.start() instanceof ProductModel.Start.Method method
                ? CodeBlock.of("$T.of($T.$L())", RuntimeNames.START, type, method.name())
                : CodeBlock.of("$T.ofNew(this, $T::new)", RuntimeNames.START, type);
        return Optional.of(SpaceCode.overriding("start", ParameterizedTypeName.get(RuntimeNames.START, type))
                .addStatement("return $L", start)
                .build());
    }
}
