// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.hpo.processor.model.TypeId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Decides by which name generated code calls each type: by the simple one, after an import, where no other type has it, else
 * by the whole one.
 *
 * <p>It does so for types where Java expects a type. In front of a dot in an expression a variable would come first, and every
 * member is one, so that no generated expression begins with the name of a type (but see {@link #callee}).
 */
final class TypeNames {

    private final String packageName;
    private final Set<String> declared;
    private final Predicate<String> isTypeOfPackage;
    private final Map<String, Set<TypeId>> used = new TreeMap<>();
    private final Set<TypeId> inFull = new HashSet<>();

    /**
     * Creates names without any type.
     *
     * @param packageName the package of the file
     * @param declared the simple names of the classes in the file
     * @param isTypeOfPackage whether there is a type of a simple name in that package
     */
    TypeNames(String packageName, Set<String> declared, Predicate<String> isTypeOfPackage) {
        this.packageName = packageName;
        this.declared = declared;
        this.isTypeOfPackage = isTypeOfPackage;
    }

    /** Returns the name of a type; before {@link #settle}, it only remembers that the type is used. */
    ClassName of(TypeId type) {
        TypeId outermost = outermost(type);
        used.computeIfAbsent(outermost.simpleName(), name -> new TreeSet<>(Comparator.comparing(TypeNames::whole)))
                .add(outermost);
        if (inFull.contains(outermost)) {
            // To JavaPoet a type of no package, whose name it writes as it is.
            return ClassName.get("", whole(type));
        }
        List<String> inner = type.names().subList(1, type.names().size());
        return ClassName.get(type.packageName(), outermost.simpleName(), inner.toArray(String[]::new));
    }

    private static TypeId outermost(TypeId type) {
        return new TypeId(type.packageName(), type.names().subList(0, 1));
    }

    /**
     * Returns what a static method of a type is called on. A variable of the type's name comes before the type, so that the
     * method is called on a null of that type then.
     *
     * @param variables the names of the variables there
     */
    CodeBlock callee(TypeId type, Collection<String> variables) {
        ClassName name = of(type);
        return CodeBlock.of(isHidden(type, variables) ? "(($T) null)" : "$T", name);
    }

    /** Returns whether a variable comes before a type where an expression begins with the type's name. */
    boolean isHidden(TypeId type, Collection<String> variables) {
        TypeId outermost = outermost(type);
        return variables.contains(root(inFull.contains(outermost) ? whole(outermost) : outermost.simpleName()));
    }

    /**
     * Gives each type that was used its name.
     *
     * @throws HiddenTypeException if there is none for one of them
     */
    void settle() {
        used.forEach((simpleName, types) -> {
            Optional<TypeId> winner = declared.contains(simpleName) ? Optional.empty() : winner(types);
            for (TypeId type : types) {
                if (winner.filter(type::equals).isEmpty()) {
                    requireWhole(type);
                    inFull.add(type);
                }
            }
        });
    }

    /** Returns whether each type has its simple name, as before {@link #settle}. */
    boolean areSimple() {
        return inFull.isEmpty();
    }

    /** The simple name goes to the type that has no other, then to that of the package itself. */
    private Optional<TypeId> winner(Set<TypeId> types) {
        return types.stream()
                .min(Comparator.comparing(this::isNamedInFull).thenComparing(type -> !isNear(type)))
                .filter(type -> isNear(type) || !isRoot(type.simpleName()));
    }

    private void requireWhole(TypeId type) {
        if (!isNamedInFull(type)) {
            throw new HiddenTypeException(type, packageName, root(whole(type)));
        }
    }

    /** Returns whether the whole name means the type: not if its first part is that of a type, or if it has no package. */
    private boolean isNamedInFull(TypeId type) {
        String root = root(whole(type));
        return !type.packageName().isEmpty() && !isTypeOfPackage.test(root) && !declared.contains(root);
    }

    /** Returns whether whole names begin with a name. */
    private boolean isRoot(String name) {
        return used.values().stream().flatMap(Set::stream).anyMatch(type -> root(whole(type))
                .equals(name));
    }

    private boolean isNear(TypeId type) {
        return type.packageName().equals(packageName);
    }

    private static String whole(TypeId type) {
        return type.packageName().isEmpty() ? type.display() : type.packageName() + "." + type.display();
    }

    private static String root(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
