// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * The domains, sizes and priors that a member bears, directly or through annotations that bear them.
 *
 * @param domains the domains
 * @param sizes the sizes
 * @param priors the priors
 */
record Marks(List<Mark> domains, List<Mark> sizes, List<Mark> priors) {

    static Marks of(Element member) {
        List<Mark> found = new ArrayList<>();
        for (AnnotationMirror mirror : Mirrors.of(member)) {
            collect(new Path(mirror, mirror, Optional.empty()), new HashSet<>(), found);
        }
        return new Marks(
                found.stream().filter(mark -> mark.kind().isDomain()).toList(),
                found.stream().filter(mark -> mark.kind() == DomainKind.SIZE).toList(),
                found.stream().filter(mark -> mark.kind() == DomainKind.PRIOR).toList());
    }

    Stream<Mark> all() {
        return Stream.of(domains, sizes, priors).flatMap(List::stream);
    }

    /** Returns an annotation of the member that the compiler does not know yet. */
    static Optional<AnnotationMirror> unknown(Element member) {
        return Mirrors.of(member).stream()
                .filter(mirror -> mirror.getAnnotationType().getKind() == TypeKind.ERROR)
                .findFirst();
    }

    private static void collect(Path path, Set<String> visited, List<Mark> found) {
        String name = Mirrors.qualifiedName(path.mirror());
        Optional<DomainKind> kind = DomainKind.of(name);
        if (kind.isPresent()) {
            found.add(path.mark(kind.get()));
        } else if (!name.startsWith("java.") && visited.add(name)) {
            TypeElement annotation = Mirrors.type(path.mirror());
            for (AnnotationMirror inner : annotation.getAnnotationMirrors()) {
                collect(new Path(path.carrier(), inner, Optional.of(annotation)), visited, found);
            }
        }
    }

    /** The way from the annotation on the member to one that an annotation type bears. */
    private record Path(AnnotationMirror carrier, AnnotationMirror mirror, Optional<TypeElement> bearer) {

        Mark mark(DomainKind kind) {
            return bearer.isPresent()
                    ? new Mark(kind, mirror, Optional.of(carrier), bearer)
                    : Mark.direct(kind, mirror);
        }
    }
}
