// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import dev.hpo.processor.model.TypeId;
import dev.hpo.processor.model.ValueType;
import java.util.List;

/** The types that generated code uses. */
final class RuntimeTypes {

    static final TypeId GENERATED_SPACE = new TypeId("dev.hpo.annotations", List.of("GeneratedSpace"));
    static final TypeId MEMBER_SPACE = ofSpace("MemberSpace");
    static final TypeId KIND_SPACE = ofSpace("KindSpace");
    static final TypeId SPACE = ofSpace("Space");
    static final TypeId MEMBER = ofSpace("Member");
    static final TypeId SCOPE = ofSpace("Scope");
    static final TypeId PARAMETER = ofSpace("Parameter");
    static final TypeId LIST_PARAMETER = ofSpace("ListParameter");
    static final TypeId LIST_SPACE = ofSpace("ListSpace");
    static final TypeId CONFIGURATION = ofSpace("Configuration");
    static final TypeId CONFIGURATION_BUILDER = ofSpace("Configuration", "Builder");
    static final TypeId START = ofSpace("Start");
    static final TypeId OVERRIDE = ofJava("Override");
    static final TypeId SUPPRESS_WARNINGS = ofJava("SuppressWarnings");

    private RuntimeTypes() {}

    private static TypeId ofSpace(String... names) {
        return new TypeId("dev.hpo.space", List.of(names));
    }

    private static TypeId ofJava(String name) {
        return new TypeId("java.lang", List.of(name));
    }

    /** Returns the class of a type's values. */
    static TypeId boxed(ValueType type) {
        return ofJava(
                switch (type) {
                    case DOUBLE -> "Double";
                    case FLOAT -> "Float";
                    case INT -> "Integer";
                    case LONG -> "Long";
                    case BOOLEAN -> "Boolean";
                    case STRING -> "String";
                    case ENUM -> "Enum";
                });
    }
}
