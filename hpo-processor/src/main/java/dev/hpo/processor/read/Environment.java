// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.TypeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.apiguardian.api.API;

/** The compiler, as the readers see it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Environment {

    private final Elements elements;
    private final Types types;
    private final SourceTrees trees;
    private final Map<String, String> generated = new HashMap<>();
    private final Set<String> compiled = new HashSet<>();

    /** Creates a view of a compiler. */
    public Environment(ProcessingEnvironment processing) {
        this.elements = processing.getElementUtils();
        this.types = processing.getTypeUtils();
        this.trees = SourceTrees.of(processing);
    }

    /** Takes note of the types that are compiled in a round. */
    public void see(Set<? extends Element> roots) {
        roots.forEach(root -> compiled.add(outermost(root)));
    }

    /** Returns whether a declaration is among what is compiled, not in a class file. */
    boolean isCompiled(Element element) {
        return trees.isSource(element) || compiled.contains(outermost(element));
    }

    private static String outermost(Element element) {
        Element outermost = element;
        for (Element e = element; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            outermost = e;
        }
        return isType(outermost) ? ((TypeElement) outermost).getQualifiedName().toString() : "";
    }

    /** Returns where an error is shown, near the place that is wanted if this compiler cannot show it there. */
    public Place shown(Place wanted) {
        return trees.areVisible() ? wanted : Anchors.of(wanted);
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    SourceTrees trees() {
        return trees;
    }

    /** Returns the type of a qualified name, if the compiler knows it. */
    public Optional<TypeElement> type(String qualifiedName) {
        return Optional.ofNullable(elements.getTypeElement(qualifiedName));
    }

    /** Returns whether there is a type of a simple name in a package. */
    public boolean hasType(String packageName, String simpleName) {
        return type(packageName.isEmpty() ? simpleName : packageName + "." + simpleName)
                .isPresent();
    }

    /** Returns whether there is a package of a name; of Eclipse's compiler, which makes what it is asked for, only a compiled one. */
    boolean hasPackage(String name) {
        return trees.areVisible()
                ? elements.getPackageElement(name) != null
                : compiled.stream().anyMatch(type -> type.startsWith(name + "."));
    }

    /** Gives the names of generated classes to types, of two that want the same one to the first by name, in whatever order they come. */
    public void claimNames(Set<TypeElement> wanting) {
        wanting.stream()
                .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
                .forEach(type -> claimant(id(type).qualifiedSpaceName(), type));
    }

    /** Returns the name of the type that a generated class is for: the first that has asked for it. */
    String claimant(String generatedName, TypeElement type) {
        String name = type.getQualifiedName().toString();
        String first = generated.putIfAbsent(generatedName.toLowerCase(Locale.ROOT), name);
        return first == null ? name : first;
    }

    PackageElement packageOf(Element element) {
        return elements.getPackageOf(element);
    }

    /** Returns the name of the package that an element is in. */
    public String packageName(Element element) {
        return packageOf(element).getQualifiedName().toString();
    }

    /** Returns the name of a type. */
    public TypeId id(TypeElement type) {
        Deque<String> names = new ArrayDeque<>();
        for (Element e = type; e != null && isType(e); e = e.getEnclosingElement()) {
            names.addFirst(e.getSimpleName().toString());
        }
        return new TypeId(packageName(type), new ArrayList<>(names));
    }

    String display(TypeElement type) {
        return id(type).display();
    }

    /** Returns what a type, member or parameter is declared in. */
    static Element around(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement(), "only a module is in nothing");
    }

    /** Returns the type of a variable or method, or the first one in it, for people. */
    String text(TypeMirror type, Element declaration) {
        return trees.named(TypeText.of(type), declaration);
    }

    /** Returns the name of a type, member or parameter for people: {@code MlpConfig.learningRate}. */
    String path(Element element) {
        if (isType(element)) {
            return display((TypeElement) element);
        }
        return element.getKind() == ElementKind.CONSTRUCTOR
                ? path(around(element))
                : path(around(element)) + "." + element.getSimpleName();
    }

    /** Returns where a member or parameter is, or what a type is, for people: {@code in class Plain}. */
    static String where(Element element) {
        if (isType(element)) {
            return "at " + kind(element);
        }
        return "in " + kind(around(element)) + " " + around(element).getSimpleName();
    }

    private static String kind(Element element) {
        return element.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static boolean isType(Element element) {
        return element.getKind().isClass() || element.getKind().isInterface();
    }

    /** Returns the declaration of a type, if it is a declared one. */
    static Optional<TypeElement> element(TypeMirror type) {
        boolean isDeclared = type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.ERROR;
        return isDeclared && !isMissing(type)
                ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }

    /** Returns whether a class extends another than {@code Object}. */
    static boolean hasSuperclass(TypeElement type) {
        return element(type.getSuperclass())
                .filter(above -> above.getQualifiedName().contentEquals("java.lang.Object"))
                .isEmpty();
    }

    /**
     * Returns whether a type is declared nowhere. Eclipse's compiler speaks of an error where no more than an argument of the type, or of
     * one around it, is missing; javac does not.
     */
    static boolean isMissing(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                && ((DeclaredType) type).asElement().asType().getKind() == TypeKind.ERROR;
    }

    /** Returns whether two types are the same. To javac, a missing type is the same as any other; here it is as another missing one. */
    boolean isSame(TypeMirror one, TypeMirror other) {
        if (isMissing(one) || isMissing(other)) {
            return isMissing(one) && isMissing(other);
        }
        return types.isSameType(one, other);
    }

    /**
     * Returns the fields of a type. One whose type is missing in another, such as {@code Map.Missing}, has none in some versions of
     * Eclipse's compiler, which fail when they are asked for it; later ones leave it out.
     */
    static List<VariableElement> fields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(Environment::hasType)
                .toList();
    }

    private static boolean hasType(VariableElement field) {
        try {
            return field.asType() != null;
        } catch (NullPointerException e) {
            return false;
        }
    }

    /** Returns what a method returns; nothing where Eclipse's compiler has no type for it, such as {@code Map.Missing}. */
    static Optional<TypeMirror> returned(ExecutableElement method) {
        return Optional.ofNullable(method.getReturnType());
    }

    /**
     * Returns the type of a field as it is seen from a class: a superclass may leave it to a type parameter. The compiler is asked only
     * then: some versions of Eclipse's fail where the class has a field without a type.
     */
    TypeMirror fieldType(TypeElement type, VariableElement field) {
        TypeElement owner = (TypeElement) around(field);
        boolean isWhole = fields(owner).size()
                == ElementFilter.fieldsIn(owner.getEnclosedElements()).size();
        return owner.equals(type) || owner.getTypeParameters().isEmpty() || !isWhole
                ? field.asType()
                : supertype(type, owner)
                        .map(above -> types.asMemberOf(above, field))
                        .orElse(field.asType());
    }

    /** Returns a superclass of a class with its type arguments. */
    private Optional<DeclaredType> supertype(TypeElement type, TypeElement owner) {
        TypeMirror above = type.asType();
        while (above instanceof DeclaredType declared && !declared.asElement().equals(owner)) {
            above = types.directSupertypes(declared).stream()
                    .findFirst()
                    .map(TypeMirror.class::cast)
                    .orElse(types.getNoType(TypeKind.NONE));
        }
        return above instanceof DeclaredType declared ? Optional.of(declared) : Optional.empty();
    }

    /** Returns a class and its superclasses as far as they are there, the topmost first, but for {@code Object}. */
    static List<TypeElement> lineage(TypeElement type) {
        Deque<TypeElement> lineage = new ArrayDeque<>();
        Optional<TypeElement> next = Optional.of(type);
        while (next.isPresent()) {
            lineage.addFirst(next.get());
            next = element(next.get().getSuperclass())
                    .filter(above -> !above.getQualifiedName().contentEquals("java.lang.Object"));
        }
        return List.copyOf(lineage);
    }

    /** Returns the types that a type extends or implements, as far as they are there. */
    static Stream<TypeElement> above(TypeElement type) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .flatMap(above -> element(above).stream());
    }

    /** Returns the type and those around it, the innermost first. */
    static List<TypeElement> enclosing(TypeElement type) {
        List<TypeElement> chain = new ArrayList<>();
        for (Element e = type; e != null && e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            if (isType(e)) {
                chain.add((TypeElement) e);
            }
        }
        return chain;
    }

    /** Returns whether a type is visible everywhere. */
    public static boolean isPublic(TypeElement type) {
        return enclosing(type).stream().allMatch(each -> each.getModifiers().contains(Modifier.PUBLIC));
    }

    /** Returns whether code in a package may name a type or use a member of one. */
    boolean isVisible(Element element, PackageElement from) {
        for (Element e = element; e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            boolean near = packageOf(e).equals(from) && !e.getModifiers().contains(Modifier.PRIVATE);
            if (!near && !e.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            if (e.getEnclosingElement() == null) {
                return true;
            }
        }
        return true;
    }
}
