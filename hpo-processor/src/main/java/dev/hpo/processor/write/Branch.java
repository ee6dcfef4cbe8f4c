// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import com.palantir.javapoet.ClassName;
import dev.hpo.processor.model.ChoiceModel;
import dev.hpo.processor.model.TypeId;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/**
 * A permitted type in generated code.
 *
 * @param alternative the permitted type
 * @param field the name of the field that holds its space
 * @param space the class of its space
 */
record Branch(ChoiceModel.Alternative alternative, String field, ClassName space) {

    static Branch of(ChoiceModel.Alternative alternative, ClassName enclosing) {
        ClassName space = alternative.inline().isPresent()
                ? enclosing.nestedClass(nestedName(alternative.type(), enclosing))
                : RuntimeNames.ownSpace(alternative.type());
        return new Branch(alternative, field(alternative.type()), space);
    }

    /** Returns the text that stands for the type in a configuration. */
    String text() {
        return alternative.text().name();
    }

    private static String field(TypeId type) {
        String name = type.simpleName();
        String field = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return SourceVersion.isKeyword(field) || field.equals("kind") ? field + "_" : field;
    }

    /** A nested class must not have the name of one that encloses it. */
    private static String nestedName(TypeId type, ClassName enclosing) {
        String name = type.simpleName() + "Space";
        return enclosing.simpleNames().contains(name) ? name + "_" : name;
    }
}
