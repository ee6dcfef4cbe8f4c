// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Where Eclipse's compiler can show an error about something that it has no position for.
 *
 * <p>It has none for a record, its components and what the record gets without saying so, nor for the constants of an enum. It
 * has one for what is written out in a record: methods, constructors, static fields and types.
 */
final class Anchors {

    private static final Set<String> IMPLICIT = Set.of("equals", "hashCode", "toString");

    private Anchors() {}

    /** Returns a place that has a position: the given one, or one near it; the given one if there is none. */
    static Place of(Place place) {
        return hasPosition(place.element())
                ? place
                : near(place.element()).map(Place::of).orElse(place);
    }

    private static Optional<Element> near(Element element) {
        for (Element e = element; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (hasPosition(e)) {
                return Optional.of(e);
            }
            Optional<Element> inside = e.getKind() == ElementKind.RECORD ? inside((TypeElement) e) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    /** Returns what is written out in a record, what makes instances first; a type around it is better than another thing in it. */
    private static Optional<Element> inside(TypeElement type) {
        List<? extends Element> members =
                type.getEnclosedElements().stream().filter(Anchors::hasPosition).toList();
        Stream<Element> makers = Stream.concat(
                members.stream().filter(member -> Mirrors.has(member, InitialReader.INITIAL)),
                Stream.concat(
                        ElementFilter.constructorsIn(members).stream(), ElementFilter.methodsIn(members).stream()));
        Optional<Element> maker = makers.findFirst();
        boolean isTopLevel = Environment.around(type).getKind() == ElementKind.PACKAGE;
        return maker.isPresent() || !isTopLevel
                ? maker
                : members.stream().findFirst().map(member -> member);
    }

    private static boolean hasPosition(Element element) {
        return switch (element.getKind()) {
            case RECORD, RECORD_COMPONENT, ENUM_CONSTANT -> false;
            case FIELD, METHOD, CONSTRUCTOR ->
                recordAround(element).map(type -> isWritten(type, element)).orElse(true);
            case PARAMETER ->
                recordAround(Environment.around(element)).isEmpty() && hasPosition(Environment.around(element));
            default -> true;
        };
    }

    private static Optional<TypeElement> recordAround(Element member) {
        return Environment.around(member) instanceof TypeElement type && type.getKind() == ElementKind.RECORD
                ? Optional.of(type)
                : Optional.empty();
    }

    private static boolean isWritten(TypeElement type, Element member) {
        return switch (member.getKind()) {
            case METHOD -> isWrittenMethod(type, (ExecutableElement) member);
            case CONSTRUCTOR -> isWrittenConstructor(type, (ExecutableElement) member);
            default -> member.getModifiers().contains(Modifier.STATIC);
        };
    }

    /** Of methods that a record may have without saying so, nobody knows whether it says so. */
    private static boolean isWrittenMethod(TypeElement type, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean isAccessor = method.getParameters().isEmpty() && isComponent(type, name);
        return !isAccessor && !IMPLICIT.contains(name);
    }

    private static boolean isComponent(TypeElement type, String name) {
        return type.getRecordComponents().stream()
                .map(RecordComponentElement::getSimpleName)
                .anyMatch(component -> component.contentEquals(name));
    }

    /** A canonical constructor that is written out stands behind the methods that are not: members are sorted by their positions. */
    private static boolean isWrittenConstructor(TypeElement type, ExecutableElement constructor) {
        List<String> components = type.getRecordComponents().stream()
                .map(component -> component.asType().toString())
                .toList();
        List<String> parameters = constructor.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
        if (!components.equals(parameters)) {
            return true;
        }
        List<? extends Element> members = type.getEnclosedElements();
        return members.subList(0, members.indexOf(constructor)).stream()
                .anyMatch(member -> member.getKind() == ElementKind.METHOD
                        && IMPLICIT.contains(member.getSimpleName().toString())
                        && member.getModifiers().contains(Modifier.FINAL));
    }
}
