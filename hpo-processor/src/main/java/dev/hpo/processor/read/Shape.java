// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What kind of thing a type is to a search space. */
sealed interface Shape {

    String SEARCH_SPACE = DomainKind.PACKAGE + "SearchSpace";

    /** The collections of the platform. */
    Pattern COLLECTION = Pattern.compile(
            "java[.]lang[.]Iterable|java[.]util[.](\\w+[.])*\\w*(List|Set|Collection|Queue|Deque|Vector|Stack)");

    /** Numbers that no domain is for. */
    Set<String> NARROW = Set.of("java.lang.Short", "java.lang.Byte", "java.lang.Character");

    /** A single value. */
    record Value(ValueType type, Optional<TypeElement> enumType) implements Shape {}

    /** A search space of its own. */
    record Space(TypeElement type) implements Shape {}

    /** A list, of a raw type if it has no element type. */
    record Elements(Optional<TypeMirror> element) implements Shape {}

    /** A collection that is not declared as a list. */
    record Collection() implements Shape {}

    /** A type that the compiler does not know, or not yet. */
    record Unknown() implements Shape {}

    /** A parameter of a type that is generic, which is another fault. */
    record Variable() implements Shape {}

    /** A type that cannot be tuned, with advice. */
    record Other(String advice) implements Shape {}

    /** Returns the shape of a member's type. */
    static Shape of(TypeMirror type) {
        return switch (type.getKind()) {
            case DOUBLE -> new Value(ValueType.DOUBLE, Optional.empty());
            case FLOAT -> new Value(ValueType.FLOAT, Optional.empty());
            case INT -> new Value(ValueType.INT, Optional.empty());
            case LONG -> new Value(ValueType.LONG, Optional.empty());
            case BOOLEAN -> new Value(ValueType.BOOLEAN, Optional.empty());
            case TYPEVAR -> new Variable();
            case DECLARED, ERROR -> Environment.isMissing(type) ? new Unknown() : ofDeclared((DeclaredType) type);
            case WILDCARD -> new Other("name the type itself");
            case ARRAY ->
                Environment.isMissing(((ArrayType) type).getComponentType())
                        ? new Unknown()
                        : new Other("use a List with @Size");
            default -> new Other("use int, long, float or double");
        };
    }

    /** Returns the name of a primitive type, or nothing for another one. */
    static String primitive(TypeMirror type) {
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : "";
    }

    private static Shape ofDeclared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        String name = element.getQualifiedName().toString();
        if (name.equals("java.util.List")) {
            List<? extends TypeMirror> arguments = type.getTypeArguments();
            return new Elements(arguments.isEmpty() ? Optional.empty() : Optional.of(arguments.get(0)));
        }
        if (COLLECTION.matcher(name).matches()) {
            return new Collection();
        }
        if (name.equals("java.lang.String")) {
            return new Value(ValueType.STRING, Optional.empty());
        }
        Optional<ValueType> unboxed = unboxed(name);
        if (unboxed.isPresent()) {
            return new Value(unboxed.get(), Optional.empty());
        }
        if (element.getKind() == ElementKind.ENUM) {
            return new Value(ValueType.ENUM, Optional.of(element));
        }
        return Mirrors.has(element, SEARCH_SPACE) ? new Space(element) : new Other(advice(element, name));
    }

    private static String advice(TypeElement element, String name) {
        if (NARROW.contains(name)) {
            return "use int, long, float or double";
        }
        if (name.startsWith("java.")) {
            return "compute it from members that are";
        }
        return "annotate " + element.getSimpleName() + " with @SearchSpace";
    }

    private static Optional<ValueType> unboxed(String name) {
        return switch (name) {
            case "java.lang.Double" -> Optional.of(ValueType.DOUBLE);
            case "java.lang.Float" -> Optional.of(ValueType.FLOAT);
            case "java.lang.Integer" -> Optional.of(ValueType.INT);
            case "java.lang.Long" -> Optional.of(ValueType.LONG);
            case "java.lang.Boolean" -> Optional.of(ValueType.BOOLEAN);
            default -> Optional.empty();
        };
    }
}
