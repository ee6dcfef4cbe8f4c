// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** What Lombok adds to a class, of which only the next round knows if it runs after this processor. */
final class Lombok {

    private static final Set<String> HIDING = Set.of(
            "lombok.AllArgsConstructor",
            "lombok.RequiredArgsConstructor",
            "lombok.NoArgsConstructor",
            "lombok.Builder",
            "lombok.experimental.SuperBuilder",
            "lombok.experimental.FieldDefaults");

    private final Report report;

    Lombok(Report report) {
        this.report = report;
    }

    /** Adds a fault, curable if the element or the type around it bears an annotation of Lombok. */
    void add(Element bearer, Message message, Place place, Object... arguments) {
        if (isOn(bearer) || isOn(Environment.around(bearer))) {
            report.addCurable(message, place, arguments);
        } else {
            report.add(message, place, arguments);
        }
    }

    /** Returns whether a type has an annotation that hides its fields or its constructor, where nothing seems to be wrong. */
    static boolean hides(Element type) {
        return type.getAnnotationMirrors().stream().map(Mirrors::qualifiedName).anyMatch(HIDING::contains);
    }

    static boolean isOn(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(Lombok::isLombok);
    }

    private static boolean isLombok(AnnotationMirror mirror) {
        return Mirrors.qualifiedName(mirror).startsWith("lombok.");
    }
}
