// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads annotations. */
final class Mirrors {

    private Mirrors() {}

    static TypeElement type(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    static String qualifiedName(AnnotationMirror mirror) {
        return type(mirror).getQualifiedName().toString();
    }

    static String simpleName(AnnotationMirror mirror) {
        return type(mirror).getSimpleName().toString();
    }

    static Optional<? extends AnnotationMirror> find(Element element, String qualifiedName) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> qualifiedName(mirror).equals(qualifiedName))
                .findFirst();
    }

    /** Returns the annotation of an element that is the one of a name, or whose type bears that, as JUnit's composed ones do. */
    static Optional<? extends AnnotationMirror> findComposed(Element element, String qualifiedName) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isOrBears(mirror, qualifiedName, new HashSet<>()))
                .findFirst();
    }

    private static boolean isOrBears(AnnotationMirror mirror, String qualifiedName, Set<String> visited) {
        String own = qualifiedName(mirror);
        if (own.equals(qualifiedName)) {
            return true;
        }
        List<? extends AnnotationMirror> inner = visited.add(own) ? type(mirror).getAnnotationMirrors() : List.of();
        return inner.stream().anyMatch(next -> isOrBears(next, qualifiedName, visited));
    }

    static boolean has(Element element, String qualifiedName) {
        return find(element, qualifiedName).isPresent();
    }

    /** Returns the value of an attribute that is written in the source. */
    static Optional<AnnotationValue> given(AnnotationMirror mirror, String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** Returns the value of an attribute, given or default. */
    static Optional<AnnotationValue> value(AnnotationMirror mirror, String attribute) {
        return given(mirror, attribute)
                .or(() -> ElementFilter.methodsIn(type(mirror).getEnclosedElements()).stream()
                        .filter(method -> method.getSimpleName().contentEquals(attribute))
                        .findFirst()
                        .map(ExecutableElement::getDefaultValue));
    }

    /** Returns the elements of the attribute {@code value}, or nothing if the source has an error there. */
    static Optional<List<AnnotationValue>> texts(AnnotationMirror mirror) {
        List<AnnotationValue> texts = new ArrayList<>();
        Object value = value(mirror, "value").map(AnnotationValue::getValue).orElse("");
        if (!(value instanceof List<?> list)) {
            return Optional.empty();
        }
        for (Object element : list) {
            if (!(element instanceof AnnotationValue text && isText(text))) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(texts);
    }

    /** The compiler gives an expression that it cannot compute as this text. */
    static boolean isText(AnnotationValue value) {
        return value.getValue() instanceof String text && !text.equals("<error>");
    }

    /**
     * Returns the annotations that a member bears. Those of a record component that its field does not bear, since they are
     * not for fields, count too.
     */
    static List<AnnotationMirror> of(Element member) {
        Map<String, AnnotationMirror> mirrors = new LinkedHashMap<>();
        member.getAnnotationMirrors().forEach(mirror -> mirrors.put(qualifiedName(mirror), mirror));
        Element owner = Environment.around(member);
        if (owner.getKind() == ElementKind.RECORD) {
            ElementFilter.recordComponentsIn(owner.getEnclosedElements()).stream()
                    .filter(component -> component.getSimpleName().equals(member.getSimpleName()))
                    .flatMap(component -> component.getAnnotationMirrors().stream())
                    .forEach(mirror -> mirrors.putIfAbsent(qualifiedName(mirror), mirror));
        }
        return List.copyOf(mirrors.values());
    }
}
