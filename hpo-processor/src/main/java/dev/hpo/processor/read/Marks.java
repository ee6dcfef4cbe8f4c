// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;

/**
 * The domains and sizes that a member bears, directly or through annotations that bear them.
 *
 * @param domains the domains
 * @param sizes the sizes
 */
record Marks(List<Mark> domains, List<Mark> sizes) {

    static Marks of(Element member) {
        List<Mark> found = new ArrayList<>();
        for (AnnotationMirror mirror : Mirrors.of(member)) {
            collect(mirror, mirror, new HashSet<>(), found);
        }
        return new Marks(
                found.stream().filter(mark -> mark.kind() != DomainKind.SIZE).toList(),
                found.stream().filter(mark -> mark.kind() == DomainKind.SIZE).toList());
    }

    boolean isEmpty() {
        return domains.isEmpty() && sizes.isEmpty();
    }

    /** Returns an annotation of the member that the compiler does not know yet. */
    static Optional<AnnotationMirror> unknown(Element member) {
        return Mirrors.of(member).stream()
                .filter(mirror -> mirror.getAnnotationType().getKind() == TypeKind.ERROR)
                .findFirst();
    }

    private static void collect(
            AnnotationMirror mirror, AnnotationMirror carrier, Set<String> visited, List<Mark> found) {
        String name = Mirrors.qualifiedName(mirror);
        Optional<DomainKind> kind = DomainKind.of(name);
        if (kind.isPresent()) {
            Optional<AnnotationMirror> through = mirror == carrier ? Optional.empty() : Optional.of(carrier);
            found.add(new Mark(kind.get(), mirror, through));
        } else if (!name.startsWith("java.") && visited.add(name)) {
            Mirrors.type(mirror).getAnnotationMirrors().forEach(inner -> collect(inner, carrier, visited, found));
        }
    }
}
