// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.ProductModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The code of the space of a record or class. */
final class ProductCode {

    /**
     * So many texts of a kind may be constants of their own, over all members. A constant takes eight bytes of the 65,535 that a
     * constructor has, where there are texts, former texts and former names, and a member up to 80 more.
     */
    private static final int ROOM = 1000;

    private static final int MOST_IN_A_LINE = 24;

    private final ProductModel product;
    private final SpaceCode code;
    private final TypeNames names;

    ProductCode(ProductModel product, SpaceCode code, TypeNames names) {
        this.product = product;
        this.code = code;
        this.names = names;
    }

    void fill(TypeSpec.Builder type) {
        MemberCode members = new MemberCode(names, room(product.members().size()));
        CodeBlock.Builder fields = CodeBlock.builder();
        for (MemberModel member : product.members()) {
            type.addField(members.type(member.content()), member.field(), PUBLIC, FINAL);
            fields.addStatement("this.$L = $L", member.field(), members.initializer(member));
        }
        type.addMethod(code.constructor("", fields.build()))
                .addMethod(decode())
                .addMethod(encode())
                .addMethod(code.listing("members", names.of(RuntimeTypes.MEMBER), fields()))
                .addMethod(code.at());
        if (!(product.start() instanceof ProductModel.Start.None)) {
            type.addMethod(start());
        }
    }

    private List<String> fields() {
        return product.members().stream().map(MemberModel::field).toList();
    }

    static int room(int members) {
        return Math.max(1, Math.min(MOST_IN_A_LINE, ROOM / Math.max(1, members)));
    }

    private MethodSpec decode() {
        ClassName type = names.of(product.type());
        return code.overriding("decode", type, PUBLIC)
                .addParameter(names.of(RuntimeTypes.CONFIGURATION), "configuration")
                .addCode(
                        product.construction() == ProductModel.Construction.RECORD
                                ? newRecord(type)
                                : newInstance(type))
                .build();
    }

    private CodeBlock newRecord(ClassName type) {
        String arguments = product.members().stream().map(ProductCode::decoded).collect(Collectors.joining(",\n"));
        return arguments.isEmpty()
                ? CodeBlock.of("return new $T();\n", type)
                : CodeBlock.of("return new $T($>$>\n$L$<$<);\n", type, arguments);
    }

    private CodeBlock newInstance(ClassName type) {
        CodeBlock.Builder body = CodeBlock.builder();
        if (product.construction() == ProductModel.Construction.START) {
            body.addStatement("$T instance = newFromStart()", type);
        } else {
            body.addStatement("$T instance = new $T()", type, type);
        }
        for (MemberModel member : product.members()) {
            String setter = member.access().setter();
            if (setter.isEmpty()) {
                body.addStatement("instance.$L = $L", member.field(), decoded(member));
            } else {
                body.addStatement("instance.$L($L)", setter, decoded(member));
            }
        }
        return body.addStatement("return instance").build();
    }

    private static String decoded(MemberModel member) {
        String primitive = member.access().primitive();
        return (primitive.isEmpty() ? "" : "(" + primitive + ") ") + "this." + member.field()
                + ".decode(configuration)";
    }

    private MethodSpec encode() {
        MethodSpec.Builder method = code.overriding("encode", TypeName.VOID, PUBLIC)
                .addParameter(names.of(product.type()), "instance")
                .addParameter(names.of(RuntimeTypes.CONFIGURATION_BUILDER), "sink");
        for (MemberModel member : product.members()) {
            method.addStatement(
                    "sink.set(this.$L, instance.$L)",
                    member.field(),
                    member.access().read());
        }
        return method.build();
    }

    private MethodSpec start() {
        ClassName type = names.of(product.type());
        MethodSpec.Builder method =
                code.overriding("start", ParameterizedTypeName.get(names.of(RuntimeTypes.START), type), PUBLIC);
        if (product.start() instanceof ProductModel.Start.Method given) {
            return method.addCode(given(type, given.name())).build();
        }
        return method.addStatement("return startOfNew($T::new)", type).build();
    }

    /** Returns what calls a static method of the type; a call on null is a statement of its own, for compilers warn of it. */
    private CodeBlock given(ClassName type, String method) {
        List<String> variables =
                Stream.concat(Stream.of(SpaceCode.ROOT), fields().stream()).toList();
        CodeBlock callee = names.callee(product.type(), variables);
        if (!names.isHidden(product.type(), variables)) {
            return CodeBlock.builder()
                    .addStatement("return startOf($L.$L())", callee, method)
                    .build();
        }
        return CodeBlock.builder()
                .add("@$T({\"all\", \"static\"})\n", names.of(RuntimeTypes.SUPPRESS_WARNINGS))
                .addStatement("$T start = $L.$L()", type, callee, method)
                .addStatement("return startOf(start)")
                .build();
    }
}
