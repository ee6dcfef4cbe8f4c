// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.hpo.processor.model.TypeId;
import dev.hpo.processor.model.ValueType;
import java.util.function.Consumer;

/** The names of the types that generated code uses. */
final class RuntimeNames {

    private static final String PACKAGE = "dev.hpo.space";

    static final ClassName GENERATED_SPACE = ClassName.get("dev.hpo.annotations", "GeneratedSpace");
    static final ClassName SPACE = ClassName.get(PACKAGE, "Space");
    static final ClassName START = ClassName.get(PACKAGE, "Start");
    static final ClassName SCOPE = ClassName.get(PACKAGE, "Scope");
    static final ClassName SCALE = ClassName.get(PACKAGE, "Scale");
    static final ClassName PARAMETER = ClassName.get(PACKAGE, "Parameter");
    static final ClassName CONDITION_EQUAL = ClassName.get(PACKAGE, "Condition", "Equal");
    static final ClassName CONFIGURATION = ClassName.get(PACKAGE, "Configuration");
    static final ClassName CONFIGURATION_BUILDER = CONFIGURATION.nestedClass("Builder");
    static final ClassName CONFIGURATION_EXCEPTION = ClassName.get(PACKAGE, "ConfigurationException");
    static final ClassName REAL_DOMAIN = ClassName.get(PACKAGE, "RealDomain");
    static final ClassName INTEGER_DOMAIN = ClassName.get(PACKAGE, "IntegerDomain");
    static final ClassName CHOICE_DOMAIN = ClassName.get(PACKAGE, "ChoiceDomain");
    static final ClassName LIST_PARAMETER = ClassName.get(PACKAGE, "ListParameter");
    static final ClassName LIST_SPACE = ClassName.get(PACKAGE, "ListSpace");

    /** {@code Consumer<? super Parameter<?>>}. */
    static final TypeName PARAMETER_CONSUMER = ParameterizedTypeName.get(
            ClassName.get(Consumer.class),
            WildcardTypeName.supertypeOf(
                    ParameterizedTypeName.get(PARAMETER, WildcardTypeName.subtypeOf(Object.class))));

    private RuntimeNames() {}

    static ClassName of(TypeId type) {
        String[] nested = type.names().subList(1, type.names().size()).toArray(String[]::new);
        return ClassName.get(type.packageName(), type.names().get(0), nested);
    }

    /** Returns the name of the class that is generated for a type in a file of its own. */
    static ClassName ownSpace(TypeId type) {
        return ClassName.get(type.packageName(), type.spaceName());
    }

    static ClassName boxed(ValueType type, TypeId enumType) {
        return type == ValueType.ENUM ? of(enumType) : boxed(type);
    }

    static ClassName boxed(ValueType type) {
        return ClassName.get(
                switch (type) {
                    case DOUBLE -> Double.class;
                    case FLOAT -> Float.class;
                    case INT -> Integer.class;
                    case LONG -> Long.class;
                    case BOOLEAN -> Boolean.class;
                    case STRING -> String.class;
                    case ENUM -> Enum.class;
                });
    }
}
