// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.hpo.processor.model.ChoiceModel;
import dev.hpo.processor.model.Naming;
import java.util.List;

/** The code of the space of a sealed type. */
final class ChoiceCode {

    private final ChoiceModel choice;
    private final SpaceCode code;
    private final TypeNames names;

    ChoiceCode(ChoiceModel choice, SpaceCode code, TypeNames names) {
        this.choice = choice;
        this.code = code;
        this.names = names;
    }

    void fill(TypeSpec.Builder type) {
        List<Branch> branches = Branch.of(choice, code.enclosing());
        int room = ProductCode.room(branches.size());
        MemberCode members = new MemberCode(names, room);
        CodeBlock.Builder fields = CodeBlock.builder();
        for (Branch branch : branches) {
            ChoiceModel.Alternative alternative = branch.alternative();
            type.addField(branch.space(names), branch.field(), PUBLIC, FINAL);
            fields.addStatement(
                    "this.$L = new $T(scopeOf($L, $L))",
                    branch.field(),
                    branch.space(names),
                    TextCode.literal(alternative.text().name()),
                    members.segment(alternative.segment()));
        }
        List<Naming> texts =
                branches.stream().map(branch -> branch.alternative().text()).toList();
        type.addMethod(code.constructor(", " + RangeCode.listed(texts, false, room), fields.build()))
                .addMethod(code.listing(
                        "alternatives",
                        ParameterizedTypeName.get(
                                names.of(RuntimeTypes.SPACE), WildcardTypeName.subtypeOf(Object.class)),
                        branches.stream().map(Branch::field).toList()))
                .addMethod(code.at());
        for (Branch branch : branches) {
            branch.alternative()
                    .inline()
                    .map(inline -> new SpaceCode(inline, branch.nested(), code, names).nested())
                    .ifPresent(type::addType);
        }
    }
}
