// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What the names of types mean in a class. The compiler does not say while annotations are processed, so the rules of the language are
 * followed here as far as they leave no doubt.
 */
final class TypeNames {

    private final Environment environment;
    private final TypeElement owner;
    private final List<SourceTrees.Import> imports;
    private final Map<String, List<Element>> members;

    /** Looks at the names in a class. */
    TypeNames(Environment environment, TypeElement owner) {
        this.environment = environment;
        this.owner = owner;
        this.imports = environment.trees().imports(owner);
        List<TypeElement> enclosing = Environment.enclosing(owner);
        this.members = Stream.concat(
                        enclosing.stream(),
                        enclosing.stream().flatMap(type -> environment.elements().getAllMembers(type).stream()))
                .filter(member -> member.getKind().isField() || Environment.isType(member))
                .collect(Collectors.groupingBy(member -> member.getSimpleName().toString()));
    }

    /** Returns whether a name, qualified or not, is certain to be that of a type. */
    boolean mean(String name, TypeElement type) {
        if (!("." + type.getQualifiedName()).endsWith("." + name)) {
            return false;
        }
        String first = name.substring(0, (name + ".").indexOf('.'));
        Optional<TypeElement> start = Environment.enclosing(type).stream()
                .filter(each -> each.getSimpleName().contentEquals(first))
                .filter(each -> ends(type, each, name))
                .findFirst();
        return start.isPresent()
                ? isFound(first, start.get())
                : type.getQualifiedName().contentEquals(name) && isNothingElse(first);
    }

    /** Returns whether a name that ends at a type begins at one around it. */
    private static boolean ends(TypeElement type, TypeElement around, String name) {
        String prefix = around.getQualifiedName().toString();
        String rest = type.getQualifiedName().toString().substring(prefix.length());
        return (around.getSimpleName() + rest).equals(name);
    }

    /** Returns whether a simple name is found to be a type, and nothing hides it. */
    private boolean isFound(String name, TypeElement type) {
        List<Element> members = members(name);
        if (!members.isEmpty()) {
            return members.stream().allMatch(type::equals);
        }
        Optional<SourceTrees.Import> imported = imported(name);
        if (imported.isPresent() || isByStaticImport(name)) {
            return !isByStaticImport(name) && imported.get().name().contentEquals(type.getQualifiedName());
        }
        Optional<TypeElement> near = nearby(name);
        return near.isPresent() ? near.get().equals(type) : isImportedWhole(type);
    }

    /** Returns whether a simple name, that of a package then, is neither a variable's nor a type's. */
    private boolean isNothingElse(String name) {
        return members(name).isEmpty()
                && imported(name).isEmpty()
                && !isByStaticImport(name)
                && nearby(name).isEmpty()
                && imports.stream().filter(each -> each.name().endsWith(".*")).allMatch(each -> environment
                        .type(each.name().replace("*", name))
                        .isEmpty());
    }

    /** Returns the variables and types of a name that the class has, and those around it, and these themselves. */
    private List<Element> members(String name) {
        return members.getOrDefault(name, List.of());
    }

    private Optional<SourceTrees.Import> imported(String name) {
        return imports.stream()
                .filter(each -> !each.isStatic() && each.name().endsWith("." + name))
                .findFirst();
    }

    private boolean isByStaticImport(String name) {
        return imports.stream()
                .anyMatch(each -> each.isStatic()
                        && (each.name().endsWith(".*") || each.name().endsWith("." + name)));
    }

    private Optional<TypeElement> nearby(String name) {
        String around = environment.packageName(owner);
        return environment.type(around.isEmpty() ? name : around + "." + name);
    }

    private boolean isImportedWhole(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return imports.stream()
                .anyMatch(each ->
                        !each.isStatic() && each.name().equals(name.substring(0, name.lastIndexOf('.') + 1) + "*"));
    }
}
