// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds out whether generated code names something deprecated, which a compiler warns about. */
final class Deprecations {

    private final Environment environment;
    private final Set<TypeElement> visited = new HashSet<>();

    Deprecations(Environment environment) {
        this.environment = environment;
    }

    boolean touches(TypeElement type) {
        if (!visited.add(type)) {
            return false;
        }
        boolean own = Environment.enclosing(type).stream().anyMatch(this::isDeprecated)
                || type.getEnclosedElements().stream().anyMatch(this::isDeprecated);
        return own
                || Environment.fields(type).stream().anyMatch(this::touchesType)
                || type.getPermittedSubclasses().stream().anyMatch(this::touchesPermitted)
                || Environment.element(type.getSuperclass())
                        .filter(above -> !above.getQualifiedName().toString().startsWith("java."))
                        .filter(this::touches)
                        .isPresent();
    }

    private boolean touchesType(Element field) {
        return named(field.asType()).filter(this::isDeprecatedWithMembers).isPresent();
    }

    private boolean touchesPermitted(TypeMirror mirror) {
        return Environment.element(mirror).filter(this::touches).isPresent();
    }

    private boolean isDeprecatedWithMembers(TypeElement type) {
        return !type.getQualifiedName().toString().startsWith("java.")
                && (Environment.enclosing(type).stream().anyMatch(this::isDeprecated)
                        || type.getEnclosedElements().stream().anyMatch(this::isDeprecated));
    }

    private static Optional<TypeElement> named(TypeMirror type) {
        Optional<TypeElement> element = Environment.element(type);
        boolean list = element.filter(each -> each.getQualifiedName().contentEquals("java.util.List"))
                        .isPresent()
                && !((DeclaredType) type).getTypeArguments().isEmpty();
        return list
                ? Environment.element(((DeclaredType) type).getTypeArguments().get(0))
                : element;
    }

    private boolean isDeprecated(Element element) {
        return environment.elements().isDeprecated(element);
    }
}
