// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hpo.processor.model.ChoiceModel;
import java.util.List;
import java.util.stream.Collectors;

/** The code of the space of a sealed type. */
final class ChoiceCode {

    static final String KIND = "kind";

    private ChoiceCode() {}

    static TypeSpec.Builder type(ChoiceModel choice, ClassName name) {
        List<Branch> branches = Branch.of(choice, name);
        TypeSpec.Builder type = SpaceCode.start(choice, name)
                .addField(
                        ParameterizedTypeName.get(RuntimeNames.PARAMETER, ClassName.get(String.class)),
                        KIND,
                        PUBLIC,
                        FINAL);
        branches.forEach(branch -> type.addField(branch.space(), branch.field(), PUBLIC, FINAL));
        type.addMethod(SpaceCode.constructor(choice, fields(branches)))
                .addMethod(SpaceCode.decode(choice, decode(branches)))
                .addMethod(SpaceCode.encode(choice, encode(branches)))
                .addMethod(SpaceCode.forEachParameter(visit(branches)))
                .addMethod(SpaceCode.at(name));
        for (Branch branch : branches) {
            branch.alternative()
                    .inline()
                    .ifPresent(inline -> type.addType(SpaceCode.type(inline, branch.space())
                            .addModifiers(PUBLIC, STATIC, FINAL)
                            .build()));
        }
        return type;
    }

    private static CodeBlock fields(List<Branch> branches) {
        CodeBlock texts = branches.stream()
                .map(branch -> CodeBlock.of("$S", branch.text()))
                .collect(CodeBlock.joining(", "));
        CodeBlock domain = RangeCode.domain(
                branches.stream().map(branch -> branch.alternative().text()).toList(), false);
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement(
                        "this.$L = $T.ofChoice(scope.child($S), $L, $T.of($L))",
                        KIND,
                        RuntimeNames.PARAMETER,
                        KIND,
                        domain,
                        List.class,
                        texts);
        for (Branch branch : branches) {
            code.addStatement(
                    "this.$N = new $T($L.when(new $T(this.$L, $S)))",
                    branch.field(),
                    branch.space(),
                    SpaceCode.child(branch.alternative().segment()),
                    RuntimeNames.CONDITION_EQUAL,
                    KIND,
                    branch.text());
        }
        return code.build();
    }

    private static CodeBlock decode(List<Branch> branches) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("String kind = configuration.get(this.$L);\n", KIND)
                .add("return switch (kind) {\n")
                .indent();
        for (Branch branch : branches) {
            code.add("case $S -> this.$N.decode(configuration);\n", branch.text(), branch.field());
        }
        code.add("default -> throw ");
        return code.add(unknown(branches, CodeBlock.of("kind")))
                .add(";\n")
                .unindent()
                .add("};\n")
                .build();
    }

    private static CodeBlock encode(List<Branch> branches) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Branch branch : branches) {
            code.beginControlFlow(
                            "if (instance instanceof $T chosen)",
                            RuntimeNames.of(branch.alternative().type()))
                    .addStatement("sink.set(this.$L, $S)", KIND, branch.text())
                    .addStatement("this.$N.encode(chosen, sink)", branch.field())
                    .addStatement("return")
                    .endControlFlow();
        }
        return code.addStatement("throw $L", unknown(branches, CodeBlock.of("instance")))
                .build();
    }

    private static CodeBlock unknown(List<Branch> branches, CodeBlock value) {
        String texts = branches.stream().map(Branch::text).collect(Collectors.joining(", "));
        return CodeBlock.of(
                "new $T(this.$L.name() + $S + $L + $S)",
                RuntimeNames.CONFIGURATION_EXCEPTION,
                KIND,
                " (",
                value,
                ") must be one of " + texts);
    }

    private static CodeBlock visit(List<Branch> branches) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("consumer.accept(this.$L)", KIND);
        branches.forEach(branch -> code.addStatement("this.$N.forEachParameter(consumer)", branch.field()));
        return code.build();
    }
}
