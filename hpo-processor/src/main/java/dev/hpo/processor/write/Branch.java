// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.hpo.processor.model.ChoiceModel;
import dev.hpo.processor.model.TypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A permitted type in generated code.
 *
 * @param alternative the permitted type
 * @param field the name of the field that holds its space
 * @param space the class of its space
 */
record Branch(ChoiceModel.Alternative alternative, String field, ClassName space) {

    /** Returns the branches of a choice, with fields whose names differ. */
    static List<Branch> of(ChoiceModel choice, ClassName enclosing) {
        NameAllocator names = new NameAllocator();
        names.newName(ChoiceCode.KIND);
        List<Branch> branches = new ArrayList<>();
        for (ChoiceModel.Alternative alternative : choice.alternatives()) {
            TypeId type = alternative.type();
            ClassName space = alternative.inline().isPresent()
                    ? enclosing.nestedClass(nestedName(type, enclosing))
                    : RuntimeNames.ownSpace(type);
            branches.add(new Branch(alternative, names.newName(decapitalised(type.simpleName())), space));
        }
        return branches;
    }

    /** Returns the text that stands for the type in a configuration. */
    String text() {
        return alternative.text().name();
    }

    private static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** A nested class must not have the name of one that encloses it. */
    private static String nestedName(TypeId type, ClassName enclosing) {
        String name = type.simpleName() + "Space";
        return enclosing.simpleNames().contains(name) ? name + "_" : name;
    }
}
