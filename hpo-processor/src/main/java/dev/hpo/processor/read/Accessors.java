// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds how the fields of a class are read and written. */
final class Accessors {

    private static final Set<String> EVERY_OBJECTS = Set.of("hashCode", "toString", "clone", "getClass");

    private final Environment environment;
    private final PackageElement from;
    private final DeclaredType type;
    private final List<ExecutableElement> methods;

    Accessors(Environment environment, PackageElement from, TypeElement type) {
        this.environment = environment;
        this.from = from;
        this.type = (DeclaredType) type.asType();
        this.methods = ElementFilter.methodsIn(environment.elements().getAllMembers(type)).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC)
                        && !isOfEveryObject(method)
                        && isUsable(method)
                        && throwsNothingChecked(environment, method))
                .toList();
    }

    /** Returns how a field is read and written, or nothing if it cannot be, which is reported then. */
    Optional<MemberModel.Access> access(Subject subject, VariableElement field, TypeMirror fieldType) {
        String name = field.getSimpleName().toString();
        boolean open = isUsable(field);
        Optional<String> getter = getter(name, fieldType);
        Optional<ExecutableElement> setter = setter(name, fieldType);
        if ((getter.isPresent() || open) && (setter.isPresent() || open)) {
            return Optional.of(new MemberModel.Access(
                    getter.map(method -> method + "()").orElse(name),
                    setter.map(method -> method.getSimpleName().toString()).orElse(""),
                    setter.map(method -> Shape.primitive(parameter(method))).orElse("")));
        }
        String missing = getter.isPresent() ? "a setter" : setter.isPresent() ? "a getter" : "a getter and a setter";
        new Lombok(subject.report())
                .add(
                        field,
                        Message.FIELD_NO_ACCESS,
                        subject.place(),
                        subject.text(),
                        name,
                        missing,
                        missing.contains("and") ? "them" : "it");
        return Optional.empty();
    }

    private Optional<String> getter(String field, TypeMirror fieldType) {
        return candidates(field, "get", "is").stream()
                .filter(name -> methods.stream().anyMatch(method -> isGetter(method, name, fieldType)))
                .findFirst();
    }

    private boolean isGetter(ExecutableElement method, String name, TypeMirror fieldType) {
        return method.getSimpleName().contentEquals(name)
                && method.getParameters().isEmpty()
                && Environment.returned(method).isPresent()
                && isSameValue(signature(method).getReturnType(), fieldType);
    }

    private Optional<ExecutableElement> setter(String field, TypeMirror fieldType) {
        return candidates(field, "set", "set").stream()
                .flatMap(name -> methods.stream().filter(method -> isSetter(method, name, fieldType)))
                .findFirst();
    }

    private boolean isSetter(ExecutableElement method, String name, TypeMirror fieldType) {
        return method.getSimpleName().contentEquals(name)
                && method.getParameters().size() == 1
                && isSameValue(parameter(method), fieldType);
    }

    private TypeMirror parameter(ExecutableElement setter) {
        return signature(setter).getParameterTypes().get(0);
    }

    /** Returns whether two types are one, be it boxed or not. */
    private boolean isSameValue(TypeMirror one, TypeMirror other) {
        return environment.isSame(boxed(one), boxed(other));
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? environment.types().boxedClass(primitive).asType()
                : type;
    }

    private ExecutableType signature(ExecutableElement method) {
        return (ExecutableType) environment.types().asMemberOf(type, method);
    }

    /**
     * A field {@code isFast} has the getter {@code isFast} and the setter {@code setFast}; that of {@code xAxis} may be
     * {@code getxAxis}, as the Java Beans have it.
     */
    private static List<String> candidates(String field, String prefix, String booleanPrefix) {
        String capital = Character.toUpperCase(field.charAt(0)) + field.substring(1);
        boolean isPrefixed = field.length() > 2 && field.startsWith("is") && Character.isUpperCase(field.charAt(2));
        String stripped = isPrefixed ? field.substring(2) : capital;
        return List.of(
                prefix + capital,
                booleanPrefix + capital,
                field,
                prefix + stripped,
                booleanPrefix + stripped,
                prefix + field,
                booleanPrefix + field);
    }

    /** A field may be called {@code hashCode}, but that method does not read it. */
    private static boolean isOfEveryObject(ExecutableElement method) {
        return method.getParameters().isEmpty()
                && EVERY_OBJECTS.contains(method.getSimpleName().toString());
    }

    private boolean isUsable(javax.lang.model.element.Element member) {
        boolean near = environment.packageOf(member).equals(from)
                && !member.getModifiers().contains(Modifier.PRIVATE);
        return near || member.getModifiers().contains(Modifier.PUBLIC);
    }

    static boolean throwsNothingChecked(Environment environment, ExecutableElement method) {
        return method.getThrownTypes().stream().noneMatch(thrown -> isChecked(environment, thrown));
    }

    /** One that is missing counts as unchecked in every compiler, until it is there. */
    private static boolean isChecked(Environment environment, TypeMirror thrown) {
        return !Environment.isMissing(thrown)
                && !isSubtype(environment, thrown, "java.lang.RuntimeException")
                && !isSubtype(environment, thrown, "java.lang.Error");
    }

    private static boolean isSubtype(Environment environment, TypeMirror type, String of) {
        return environment
                .type(of)
                .filter(other -> environment.types().isSubtype(type, other.asType()))
                .isPresent();
    }
}
