// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

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

    void write(SourceText source) {
        List<Branch> branches = Branch.of(choice, code.enclosing());
        int room = ProductCode.room(branches.size());
        MemberCode members = new MemberCode(names, room);
        for (Branch branch : branches) {
            source.line("public final " + branch.space(names) + " " + branch.field() + ";");
        }
        List<Naming> texts =
                branches.stream().map(branch -> branch.alternative().text()).toList();
        code.constructor(source, ", " + RangeCode.listed(texts, false, room));
        for (Branch branch : branches) {
            String place = TextCode.literal(branch.alternative().text().name()) + ", "
                    + members.segment(branch.alternative().segment());
            source.line("this." + branch.field() + " = new " + branch.space(names) + "(scopeOf(" + place + "));");
        }
        source.line("}");
        List<String> all =
                branches.stream().map(branch -> "this." + branch.field()).toList();
        code.listing(source, "protected", names.of(RuntimeTypes.SPACE) + "<?>", "alternatives", all);
        code.at(source);
        for (Branch branch : branches) {
            branch.alternative().inline().ifPresent(inline -> new SpaceCode(inline, branch.nested(), code, names)
                    .writeNested(source));
        }
    }
}
