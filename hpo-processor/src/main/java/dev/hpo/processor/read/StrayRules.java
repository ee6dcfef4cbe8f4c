// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.apiguardian.api.API;

/** Finds our annotations in places where they mean nothing. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StrayRules {

    private final Environment environment;
    private final Set<TypeElement> superclasses = new HashSet<>();
    private final Set<Element> seen = new HashSet<>();

    /** Creates rules for one compilation. */
    public StrayRules(Environment environment) {
        this.environment = environment;
    }

    /** Returns what is wrong with the annotations of a round, given its types with {@code @SearchSpace}. */
    public List<Fault> check(Set<? extends TypeElement> annotations, RoundEnvironment round, Set<TypeElement> spaces) {
        spaces.forEach(this::addSuperclasses);
        List<Fault> faults = new ArrayList<>();
        for (Element element : annotated(annotations, round)) {
            Optional<AnnotationMirror> first = first(element);
            if (first.isPresent() && seen.add(element)) {
                Report report = new Report(element, environment);
                check(new Subject(environment.path(element), element, report), first.get());
                faults.addAll(report.faults());
            }
        }
        round.getRootElements().forEach(root -> localTypes(root, faults));
        return faults;
    }

    /** Returns the field of a record component: it has a place in the source, and not every compiler shows it by itself. */
    private static Element fieldOf(Element element) {
        if (element.getKind() != ElementKind.RECORD_COMPONENT) {
            return element;
        }
        return ElementFilter.fieldsIn(Environment.around(element).getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(element.getSimpleName()))
                .map(Element.class::cast)
                .findFirst()
                .orElse(element);
    }

    private Set<Element> annotated(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<Element> elements = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).forEach(element -> elements.add(fieldOf(element)));
        }
        if (!environment.trees().areVisible()) {
            round.getRootElements().forEach(root -> addFieldsOfRecords(root, elements));
        }
        return elements;
    }

    /** Eclipse's compiler leaves the components of records out when it is asked for annotated elements. */
    private static void addFieldsOfRecords(Element element, Set<Element> found) {
        if (element.getKind() == ElementKind.RECORD) {
            found.addAll(ElementFilter.fieldsIn(element.getEnclosedElements()));
        }
        ElementFilter.typesIn(element.getEnclosedElements()).forEach(inner -> addFieldsOfRecords(inner, found));
    }

    /** Returns the first of our annotations in the source, a domain if there is one, whichever the compiler shows first. */
    private static Optional<AnnotationMirror> first(Element element) {
        List<AnnotationMirror> ours = element.getAnnotationMirrors().stream()
                .map(AnnotationMirror.class::cast)
                .filter(mirror ->
                        Mirrors.qualifiedName(mirror).startsWith(DomainKind.PACKAGE) && !isSearchSpace(mirror))
                .toList();
        return ours.stream()
                .filter(mirror -> DomainKind.of(Mirrors.qualifiedName(mirror))
                        .filter(DomainKind::isDomain)
                        .isPresent())
                .findFirst()
                .or(() -> ours.stream().findFirst());
    }

    private void localTypes(Element root, List<Fault> faults) {
        if (!Environment.isType(root)) {
            return;
        }
        for (SourceTrees.LocalType local : environment.trees().localTypes((TypeElement) root)) {
            if (local.annotations().contains("SearchSpace")) {
                Place place = Place.of(root, local.printer());
                faults.add(new Fault(Message.TYPE_LOCAL, place, List.of(local.name())));
            }
        }
    }

    private void check(Subject subject, AnnotationMirror mirror) {
        switch (subject.element().getKind()) {
            case FIELD, ENUM_CONSTANT -> field(subject, mirror);
            case PARAMETER -> parameter(subject, mirror);
            case METHOD -> initial(subject, mirror);
            case CLASS, RECORD, INTERFACE, ENUM -> type(subject, mirror);
            case ANNOTATION_TYPE -> annotation(subject, mirror);
            default -> {}
        }
    }

    private void field(Subject subject, AnnotationMirror mirror) {
        Element owner = Environment.around(subject.element());
        boolean naming = DomainKind.of(Mirrors.qualifiedName(mirror)).isEmpty();
        if (subject.element().getKind() == ElementKind.ENUM_CONSTANT) {
            if (!naming) {
                stray(subject, mirror, "at a member whose type is the enum", "annotate that member");
            }
        } else if (owner.getKind() == ElementKind.INTERFACE || owner.getKind() == ElementKind.ENUM) {
            stray(subject, mirror, "at a record component or a field of a class", "remove it");
        } else if (!belongsToSpace((TypeElement) owner)) {
            stray(
                    subject,
                    mirror,
                    "in a type with @SearchSpace",
                    "annotate " + owner.getSimpleName() + ", or remove it");
        }
    }

    /** A name's parameter is one of a test method. The compiler copies it from a record component to the constructor. */
    private void parameter(Subject subject, AnnotationMirror mirror) {
        Element method = Environment.around(subject.element());
        boolean copied = method.getKind() == ElementKind.RECORD
                || (method.getKind() == ElementKind.CONSTRUCTOR
                        && Environment.around(method).getKind() == ElementKind.RECORD);
        boolean configuration = Shape.of(subject.element().asType()) instanceof Shape.Space;
        if (!copied && !configuration && !(Shape.of(subject.element().asType()) instanceof Shape.Unknown)) {
            stray(subject, mirror, "at a parameter whose type is a @SearchSpace", "remove it");
        }
    }

    private void initial(Subject subject, AnnotationMirror mirror) {
        if (!Mirrors.qualifiedName(mirror).equals(InitialReader.INITIAL)) {
            return;
        }
        TypeElement owner = (TypeElement) Environment.around(subject.element());
        boolean space = Mirrors.has(owner, Shape.SEARCH_SPACE);
        boolean isProduct = owner.getKind() == ElementKind.RECORD || owner.getKind() == ElementKind.CLASS;
        if ((space && isProduct && !TypeReader.isChoice(owner)) || isCompanion(owner, subject.element())) {
            return;
        }
        String advice = "annotate " + owner.getSimpleName() + ", or remove @Initial";
        if (space || isPermitted(owner, new HashSet<>())) {
            advice = "write it in the record or class that contains this type";
        } else if (belongsToSpace(owner)) {
            advice = "write it in the class with @SearchSpace that extends this one";
        }
        subject.report()
                .add(
                        Message.INITIAL_PLACE,
                        Place.of(subject.element(), mirror),
                        subject.text(),
                        owner.getSimpleName(),
                        advice);
    }

    /** Kotlin writes a {@code @JvmStatic} method twice: in the class, and in its companion object. */
    private static boolean isCompanion(TypeElement owner, Element method) {
        return owner.getSimpleName().contentEquals("Companion")
                && Environment.around(owner).getEnclosedElements().stream()
                        .anyMatch(twin -> twin.getKind() == ElementKind.METHOD
                                && twin.getSimpleName().equals(method.getSimpleName())
                                && Mirrors.has(twin, InitialReader.INITIAL));
    }

    private void type(Subject subject, AnnotationMirror mirror) {
        boolean naming = NameReader.isNamed(subject.element());
        if (naming && !isPermitted((TypeElement) subject.element(), new HashSet<>())) {
            stray(subject, mirror, "at a permitted type of a sealed type with @SearchSpace", "remove it");
        }
    }

    private void annotation(Subject subject, AnnotationMirror mirror) {
        if (NameReader.isNamed(subject.element())) {
            stray(subject, mirror, "at a member or permitted type", "remove it");
        }
        subject.report().addAll(new AnnotationRules(environment).check((TypeElement) subject.element()));
    }

    private void stray(Subject subject, AnnotationMirror mirror, String rule, String advice) {
        Element element = subject.element();
        String where = Environment.where(element);
        subject.report()
                .add(
                        Message.STRAY,
                        Place.of(element, mirror),
                        subject.text(),
                        "@" + Mirrors.simpleName(mirror),
                        where,
                        rule,
                        advice);
    }

    /** An abstract class may have subclasses in another project. */
    private boolean belongsToSpace(TypeElement type) {
        boolean extensible =
                type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.ABSTRACT);
        return Mirrors.has(type, Shape.SEARCH_SPACE)
                || superclasses.contains(type)
                || extensible
                || isPermitted(type, new HashSet<>());
    }

    /** Returns whether a type is permitted, directly or through other sealed types, by one that is a space. */
    private boolean isPermitted(TypeElement type, Set<TypeElement> visited) {
        for (TypeMirror mirror : environment.types().directSupertypes(type.asType())) {
            Optional<TypeElement> above = Environment.element(mirror)
                    .filter(element -> element.getModifiers().contains(Modifier.SEALED))
                    .filter(visited::add);
            boolean permitted = above.filter(
                            element -> Mirrors.has(element, Shape.SEARCH_SPACE) || isPermitted(element, visited))
                    .isPresent();
            if (permitted) {
                return true;
            }
        }
        return false;
    }

    private void addSuperclasses(TypeElement type) {
        Optional<TypeElement> above = Environment.element(type.getSuperclass());
        while (above.isPresent() && superclasses.add(above.get())) {
            above = Environment.element(above.get().getSuperclass());
        }
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            Environment.element(permitted)
                    .filter(element -> !element.equals(type))
                    .ifPresent(this::addSuperclasses);
        }
    }

    private static boolean isSearchSpace(AnnotationMirror mirror) {
        return Mirrors.qualifiedName(mirror).equals(Shape.SEARCH_SPACE);
    }
}
