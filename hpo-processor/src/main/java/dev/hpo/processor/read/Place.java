// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where an error is shown.
 *
 * @param element the declaration
 * @param mirror the annotation of it, if it is about one
 * @param value the value in that annotation, if it is about one
 * @param printer prints a text at an expression in the declaration, if it is about one
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Place(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value,
        @Nullable Consumer<String> printer) {

    Place(Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value) {
        this(element, mirror, value, null);
    }

    /** Returns the place of a declaration. */
    public static Place of(Element element) {
        return new Place(element, null, null);
    }

    static Place of(Element element, AnnotationMirror mirror) {
        return new Place(element, mirror, null);
    }

    static Place of(Element element, Consumer<String> printer) {
        return new Place(element, null, null, printer);
    }
}
