// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Which annotated types contain which others. */
final class References {

    private static final long MOST_SPACES = 10_000;

    private final Environment environment;
    private final Map<String, List<Edge>> edges = new HashMap<>();
    private final Map<String, Long> spaces = new HashMap<>();

    References(Environment environment) {
        this.environment = environment;
    }

    /** A member, or a permitted type, that is a search space of its own. */
    private record Edge(String label, Element element, TypeElement target) {

        /** Returns how many spaces of the target there are: the largest size if it is in a list. */
        int times() {
            return Marks.of(element).sizes().stream()
                    .flatMap(size -> size.whole("max").stream())
                    .findFirst()
                    .map(max -> Math.max(0, Math.min(SizeReader.LARGEST, max)))
                    .orElse(1);
        }
    }

    /** Returns the qualified names of the annotated types that a type contains as members or permits, in their order. */
    Set<String> direct(TypeElement type) {
        Set<String> names = new LinkedHashSet<>();
        edges(type).forEach(edge -> names.add(edge.target().getQualifiedName().toString()));
        return names;
    }

    /** Reports each member through which a type contains itself. */
    void checkFinite(TypeElement type, Report report) {
        for (Edge edge : edges(type)) {
            Set<String> visited = new HashSet<>();
            path(edge.target(), type, visited).ifPresent(path -> {
                List<String> whole = new ArrayList<>();
                whole.add(edge.label());
                whole.addAll(path);
                report.add(
                        Message.TYPE_RECURSIVE,
                        Place.of(edge.element()),
                        edge.label(),
                        environment.display(edge.target()),
                        String.join(" -> ", whole) + " -> " + environment.display(type));
            });
        }
    }

    /** Reports the members through which a type has more spaces than can be made; it must be finite. */
    void checkSize(TypeElement type, Report report) {
        for (Edge edge : edges(type)) {
            long spaces = spaces(edge);
            if (spaces > MOST_SPACES) {
                String name = environment.display(edge.target());
                report.add(Message.TYPE_DEEP, Place.of(edge.element()), edge.label(), name, MOST_SPACES, spaces);
            }
        }
    }

    /** Reports each member whose type was refused when it was compiled before: its class says why, but is no space. */
    void checkAccepted(TypeElement type, Report report) {
        for (Edge edge : edges(type)) {
            TypeElement target = edge.target();
            boolean isRefused = !environment.isCompiled(target)
                    && environment
                            .type(environment.id(target).qualifiedSpaceName())
                            .filter(space -> Mirrors.has(space, DomainKind.PACKAGE + "GeneratedSpace"))
                            .flatMap(space -> Environment.element(space.getSuperclass()))
                            .filter(above -> above.getQualifiedName().contentEquals("java.lang.Object"))
                            .isPresent();
            if (isRefused) {
                report.add(Message.PART_REFUSED, Place.of(edge.element()), edge.label(), target.getQualifiedName());
            }
        }
    }

    private long spaces(Edge edge) {
        String name = edge.target().getQualifiedName().toString();
        Long known = spaces.get(name);
        if (known == null) {
            spaces.put(name, 0L);
            known = 1 + edges(edge.target()).stream().mapToLong(this::spaces).sum();
            spaces.put(name, known);
        }
        return Math.min(Integer.MAX_VALUE, known * edge.times());
    }

    private Optional<List<String>> path(TypeElement start, TypeElement goal, Set<String> visited) {
        if (start.equals(goal)) {
            return Optional.of(List.of());
        }
        if (!visited.add(start.getQualifiedName().toString())) {
            return Optional.empty();
        }
        for (Edge edge : edges(start)) {
            Optional<List<String>> rest = path(edge.target(), goal, visited);
            if (rest.isPresent()) {
                List<String> path = new ArrayList<>();
                path.add(edge.label());
                path.addAll(rest.get());
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private List<Edge> edges(TypeElement type) {
        String name = type.getQualifiedName().toString();
        List<Edge> known = edges.get(name);
        if (known == null) {
            known = new ArrayList<>();
            collect(type, known, new HashSet<>());
            edges.put(name, known);
        }
        return known;
    }

    private void collect(TypeElement type, List<Edge> found, Set<TypeElement> visited) {
        if (!visited.add(type)) {
            return;
        }
        if (TypeReader.isChoice(type)) {
            PermittedTypes.of(type).forEach(permitted -> permitted(permitted, found, visited));
        } else if (type.getKind() == ElementKind.RECORD) {
            records(type, found);
        } else {
            fields(type, found);
        }
    }

    private void permitted(TypeElement type, List<Edge> found, Set<TypeElement> visited) {
        if (Mirrors.has(type, Shape.SEARCH_SPACE)) {
            found.add(new Edge(environment.display(type), type, type));
        } else {
            collect(type, found, visited);
        }
    }

    private void records(TypeElement type, List<Edge> found) {
        Map<String, Element> fields = new HashMap<>();
        ElementFilter.fieldsIn(type.getEnclosedElements())
                .forEach(field -> fields.put(field.getSimpleName().toString(), field));
        for (RecordComponentElement component : type.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            Element shown = fields.getOrDefault(name, component);
            target(component.asType())
                    .ifPresent(target -> found.add(new Edge(environment.display(type) + "." + name, shown, target)));
        }
    }

    private void fields(TypeElement type, List<Edge> found) {
        for (TypeElement each : Environment.lineage(type)) {
            for (VariableElement field : Environment.fields(each)) {
                if (FieldRules.canBeMember(field)) {
                    String label = environment.display(each) + "." + field.getSimpleName();
                    target(environment.fieldType(type, field))
                            .ifPresent(target -> found.add(new Edge(label, field, target)));
                }
            }
        }
    }

    private static Optional<TypeElement> target(TypeMirror type) {
        Shape shape = Shape.of(type);
        if (shape instanceof Shape.Elements list && list.element().isPresent()) {
            shape = Shape.of(list.element().get());
        }
        return shape instanceof Shape.Space space ? Optional.of(space.type()) : Optional.empty();
    }
}
