// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
 * The domains, sizes, priors and words on change that a member bears, directly or through annotations that bear them.
 *
 * @param domains the domains
 * @param sizes the sizes
 * @param priors the priors
 * @param adjustables what says whether it may change
 */
record Marks(List<Mark> domains, List<Mark> sizes, List<Mark> priors, List<Mark> adjustables) {

    /** Returns the marks of a member, or those of an annotation that it hands on. */
    static Marks of(Element member) {
        List<Mark> found = new ArrayList<>();
        for (AnnotationMirror mirror : Mirrors.of(member)) {
            collect(mirror, found);
        }
        return new Marks(
                found.stream().filter(mark -> mark.kind().isDomain()).toList(),
                of(DomainKind.SIZE, found),
                of(DomainKind.PRIOR, found),
                of(DomainKind.ADJUSTABLE, found));
    }

    private static List<Mark> of(DomainKind kind, List<Mark> marks) {
        return marks.stream().filter(mark -> mark.kind() == kind).toList();
    }

    Stream<Mark> all() {
        return Stream.of(domains, sizes, priors, adjustables).flatMap(List::stream);
    }

    /** Returns an annotation of the member that the compiler does not know yet. */
    static Optional<AnnotationMirror> unknown(Element member) {
        return Mirrors.of(member).stream()
                .filter(mirror -> mirror.getAnnotationType().getKind() == TypeKind.ERROR)
                .findFirst();
    }

    /** Adds what an annotation leads to, the nearest first, so that each is found by the shortest way. */
    private static void collect(AnnotationMirror carrier, List<Mark> found) {
        Set<String> visited = new HashSet<>();
        Deque<Path> paths = new ArrayDeque<>(List.of(new Path(carrier, carrier, Optional.empty(), 0)));
        while (!paths.isEmpty()) {
            Path path = paths.removeFirst();
            String name = Mirrors.qualifiedName(path.mirror());
            Optional<DomainKind> kind = DomainKind.of(name);
            if (kind.isPresent()) {
                found.add(path.mark(kind.get()));
            } else if (!name.startsWith("java.") && visited.add(name)) {
                paths.addAll(path.further());
            }
        }
    }

    /** The way from the annotation on the member to one that an annotation type bears. */
    private record Path(AnnotationMirror carrier, AnnotationMirror mirror, Optional<TypeElement> bearer, int depth) {

        List<Path> further() {
            TypeElement annotation = Mirrors.type(mirror);
            return annotation.getAnnotationMirrors().stream()
                    .map(inner -> new Path(carrier, inner, Optional.of(annotation), depth + 1))
                    .toList();
        }

        Mark mark(DomainKind kind) {
            return bearer.isPresent()
                    ? new Mark(kind, mirror, Optional.of(carrier), bearer, depth)
                    : Mark.direct(kind, mirror);
        }
    }
}
