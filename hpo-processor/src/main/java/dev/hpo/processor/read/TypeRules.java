// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** What holds for every type that is a search space. */
final class TypeRules {

    private final Environment environment;
    private final Report report;

    TypeRules(Environment environment, Report report) {
        this.environment = environment;
        this.report = report;
    }

    /** Reports what is wrong with a type as such, and returns whether nothing is. */
    boolean check(TypeElement type) {
        int before = report.size();
        checkKind(type);
        checkPrivate(type);
        checkNesting(type);
        if (!type.getTypeParameters().isEmpty()) {
            add(
                    Message.TYPE_GENERIC,
                    type,
                    environment.display(type)
                            + type.getTypeParameters().stream()
                                    .map(Object::toString)
                                    .toList()
                                    .toString()
                                    .replace('[', '<')
                                    .replace(']', '>'));
        }
        return report.size() == before;
    }

    private void checkKind(TypeElement type) {
        Set<Modifier> modifiers = type.getModifiers();
        boolean sealed = modifiers.contains(Modifier.SEALED);
        switch (type.getKind()) {
            case ENUM ->
                add(
                        Message.TYPE_KIND,
                        type,
                        "an enum",
                        "remove @SearchSpace: an enum member chooses among its constants");
            case ANNOTATION_TYPE ->
                add(Message.TYPE_KIND, type, "an annotation", "move @SearchSpace to the type whose members are tuned");
            case INTERFACE -> {
                if (!sealed) {
                    add(Message.TYPE_NOT_SEALED, type, "an interface");
                }
            }
            case CLASS -> checkClass(type, sealed, modifiers.contains(Modifier.ABSTRACT));
            default -> {}
        }
    }

    private void checkClass(TypeElement type, boolean sealed, boolean isAbstract) {
        if (isAbstract && !sealed) {
            add(Message.TYPE_NOT_SEALED, type, "an abstract class");
        } else if (sealed && !isAbstract) {
            add(Message.TYPE_SEALED_CONCRETE, type);
        }
    }

    private void checkPrivate(TypeElement type) {
        List<TypeElement> chain = Environment.enclosing(type);
        for (TypeElement each : chain) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                String what = each.equals(type) ? "private" : "in a private type";
                add(Message.TYPE_PRIVATE, type, what, each.getSimpleName());
                return;
            }
        }
    }

    private void checkNesting(TypeElement type) {
        for (TypeElement each : Environment.enclosing(type)) {
            boolean inner = each.getNestingKind() == NestingKind.MEMBER
                    && each.getKind() == ElementKind.CLASS
                    && !each.getModifiers().contains(Modifier.STATIC);
            if (inner) {
                add(Message.TYPE_INNER, type);
                return;
            }
        }
    }

    private void add(Message message, TypeElement type, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = environment.display(type);
        System.arraycopy(more, 0, arguments, 1, more.length);
        report.add(message, Place.of(type), arguments);
    }
}
