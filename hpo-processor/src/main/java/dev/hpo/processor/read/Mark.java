// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A domain, size, prior or word on whether it may change that a member bears.
 *
 * @param kind which
 * @param mirror the annotation that says it
 * @param carrier the annotation on the member that leads to that one, if the member does not bear it itself
 * @param bearer the annotation type that bears it then
 * @param depth how many annotations lead from the member to that one; 0 if the member bears it itself
 */
record Mark(
        DomainKind kind,
        AnnotationMirror mirror,
        Optional<AnnotationMirror> carrier,
        Optional<TypeElement> bearer,
        int depth) {

    static Mark direct(DomainKind kind, AnnotationMirror mirror) {
        return new Mark(kind, mirror, Optional.empty(), Optional.empty(), 0);
    }

    /** Returns the mark for people: {@code @LogUniform}, or {@code @LogUniform of @LearningRate}. */
    String label() {
        return carrier.map(outer -> kind + " of @" + Mirrors.simpleName(outer)).orElseGet(kind::toString);
    }

    /** Returns an attribute for people: {@code @LogUniform min}. */
    String label(String attribute) {
        return carrier.map(outer -> kind + " " + attribute + " of @" + Mirrors.simpleName(outer))
                .orElseGet(() -> kind + " " + attribute);
    }

    Place place(Element bearer) {
        return Place.of(bearer, carrier.orElse(mirror));
    }

    /** Returns where an attribute is shown: its value, or the annotation if the value is a default or elsewhere. */
    Place place(Element bearer, String attribute) {
        return place(bearer, Mirrors.given(mirror, attribute).orElse(null));
    }

    Place place(Element bearer, @Nullable AnnotationValue value) {
        return carrier.isPresent() ? place(bearer) : new Place(bearer, mirror, value);
    }

    /** Returns a number, or nothing if the source has an error there. */
    Optional<Double> number(String attribute) {
        return Mirrors.value(mirror, attribute)
                .filter(value -> value.getValue() instanceof Double)
                .map(value -> (Double) value.getValue());
    }

    /** Returns a whole number, or nothing if the source has an error there. */
    Optional<Integer> whole(String attribute) {
        return Mirrors.value(mirror, attribute)
                .filter(value -> value.getValue() instanceof Integer)
                .map(value -> (Integer) value.getValue());
    }

    /** Returns a truth value, or nothing if the source has an error there. */
    Optional<Boolean> flag(String attribute) {
        return Mirrors.value(mirror, attribute)
                .filter(value -> value.getValue() instanceof Boolean)
                .map(value -> (Boolean) value.getValue());
    }

    /** Returns the elements of the attribute {@code value}, or nothing if the source has an error there. */
    Optional<List<AnnotationValue>> texts() {
        return Mirrors.texts(mirror);
    }
}
