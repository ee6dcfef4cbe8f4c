// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** What a class has of its own and from what is above it. */
final class Inherited {

    private final Environment environment;
    private final TypeElement type;
    private final Set<TypeElement> lineage = new LinkedHashSet<>();
    private boolean unknown;

    Inherited(Environment environment, TypeElement type) {
        this.environment = environment;
        this.type = type;
        add(type);
    }

    private void add(TypeElement next) {
        if (next.getQualifiedName().contentEquals("java.lang.Object") || !lineage.add(next)) {
            return;
        }
        unknown |= Environment.isMissing(next.getSuperclass())
                || next.getInterfaces().stream().anyMatch(Environment::isMissing);
        Environment.above(next).forEach(this::add);
    }

    /** Returns of how many types it has something. */
    int size() {
        return lineage.size();
    }

    /** Returns whether it is below a type that it is declared in: what is declared there would be in it, without an end. */
    boolean isFromAround() {
        return Environment.enclosing(type).stream().skip(1).anyMatch(lineage::contains);
    }

    /** Returns whether a type above it is missing. */
    boolean isUnknown() {
        return unknown;
    }

    /** Returns those of the methods that are of a kind, without those that others override, whatever kind these are of. */
    List<ExecutableElement> methods(Predicate<ExecutableElement> kind) {
        List<ExecutableElement> all = new ArrayList<>();
        lineage.forEach(each -> all.addAll(ElementFilter.methodsIn(each.getEnclosedElements())));
        return all.stream()
                .filter(kind)
                .filter(method -> all.stream().noneMatch(other -> overrides(other, method)))
                .toList();
    }

    private boolean overrides(ExecutableElement other, ExecutableElement method) {
        return !other.equals(method)
                && other.getSimpleName().equals(method.getSimpleName())
                && isBelow((TypeElement) Environment.around(other), (TypeElement) Environment.around(method))
                && environment.elements().overrides(other, method, type);
    }

    /** Eclipse's compiler finds that an overridden method overrides the other one too. */
    private boolean isBelow(TypeElement one, TypeElement other) {
        Types types = environment.types();
        return (one.getKind().isClass() && other.getKind().isInterface())
                || types.isSubtype(types.erasure(one.asType()), types.erasure(other.asType()));
    }

    /** Returns the types that are declared in them. */
    List<TypeElement> types() {
        List<TypeElement> types = new ArrayList<>();
        lineage.forEach(each -> types.addAll(ElementFilter.typesIn(each.getEnclosedElements())));
        return types;
    }
}
