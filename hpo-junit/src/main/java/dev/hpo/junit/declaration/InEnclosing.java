// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds annotations of classes, where a nested class takes over those of the class around it. */
final class InEnclosing {

    private InEnclosing() {}

    static <A extends Annotation> Optional<A> find(Class<?> type, Class<A> annotation) {
        for (Class<?> place = type; place != null; place = place.getEnclosingClass()) {
            Optional<A> found = AnnotationSupport.findAnnotation(place, annotation);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
