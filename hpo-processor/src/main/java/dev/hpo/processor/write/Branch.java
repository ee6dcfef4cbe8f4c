// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import com.palantir.javapoet.ClassName;
import dev.hpo.processor.model.ChoiceModel;
import dev.hpo.processor.model.TypeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A permitted type in generated code.
 *
 * @param alternative the permitted type
 * @param field the name of the field that holds its space
 * @param nested the simple name of the class of its space, if that is in the same file
 */
record Branch(ChoiceModel.Alternative alternative, String field, String nested) {

    private static final String KIND = "kind";

    /** The words that cannot be names; a type's name never begins with a small letter by habit, so they may come up here. */
    private static final Set<String> KEYWORDS = Set.of("""
            abstract assert boolean break byte case catch char class const continue default do double else enum
            extends false final finally float for goto if implements import instanceof int interface long native
            new null package private protected public return short static strictfp super switch synchronized
            this throw throws transient true try void volatile while""".split("\\s+"));

    /**
     * Returns the branches of a choice, with names that differ.
     *
     * @param enclosing the simple names of the class and those around it
     */
    static List<Branch> of(ChoiceModel choice, List<String> enclosing) {
        Set<String> fields = new HashSet<>(KEYWORDS);
        fields.add(KIND);
        Set<String> classes = new HashSet<>();
        enclosing.forEach(name -> classes.add(name.toLowerCase(Locale.ROOT)));
        List<Branch> branches = new ArrayList<>();
        for (ChoiceModel.Alternative alternative : choice.alternatives()) {
            TypeId type = alternative.type();
            String field = decapitalised(type.simpleName());
            while (!fields.add(field)) {
                field += "_";
            }
            String nested = type.simpleName() + "Space";
            // Class files whose names differ only in case are one file on some systems.
            while (alternative.inline().isPresent() && !classes.add(nested.toLowerCase(Locale.ROOT))) {
                nested += "_";
            }
            branches.add(new Branch(alternative, field, nested));
        }
        return branches;
    }

    /** Returns the name of the class of its space. */
    ClassName space(TypeNames names) {
        return alternative.inline().isPresent()
                ? ClassName.get("", nested)
                : names.of(alternative.type().space());
    }

    private static String decapitalised(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
