// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Whether anything in a search space may change while a model trains. What cannot be told, since a type is missing, counts as such. */
final class AdjustableMembers {

    private final Environment environment;

    AdjustableMembers(Environment environment) {
        this.environment = environment;
    }

    /** Returns whether a type, or one in it, has such a member. */
    boolean mayBeIn(TypeElement type) {
        return mayBeIn(type, new HashSet<>());
    }

    private boolean mayBeIn(TypeElement type, Set<TypeElement> visited) {
        if (!visited.add(type)) {
            return false;
        }
        if (TypeReader.isChoice(type)) {
            return type.getPermittedSubclasses().stream().anyMatch(Environment::isMissing)
                    || PermittedTypes.of(type).stream().anyMatch(permitted -> mayBeIn(permitted, visited));
        }
        return type.getKind() == ElementKind.RECORD ? mayBeInRecord(type, visited) : mayBeInClass(type, visited);
    }

    private boolean mayBeInRecord(TypeElement type, Set<TypeElement> visited) {
        Stream<VariableElement> fields = Environment.fields(type).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC));
        return Stream.concat(fields, type.getRecordComponents().stream())
                .anyMatch(member -> mayBe(member, member.asType(), visited));
    }

    private boolean mayBeInClass(TypeElement type, Set<TypeElement> visited) {
        List<TypeElement> lineage = Environment.lineage(type);
        return Environment.isMissing(lineage.get(0).getSuperclass())
                || lineage.stream()
                        .flatMap(owner -> Environment.fields(owner).stream())
                        .filter(FieldRules::canBeMember)
                        .anyMatch(field -> mayBe(field, environment.fieldType(type, field), visited));
    }

    private boolean mayBe(Element member, TypeMirror type, Set<TypeElement> visited) {
        Shape shape = elementOf(Shape.of(type));
        return shape instanceof Shape.Unknown
                || Marks.unknown(member).isPresent()
                || AdjustableReader.isAdjustable(member)
                || (shape instanceof Shape.Space space && mayBeIn(space.type(), visited));
    }

    private static Shape elementOf(Shape shape) {
        Optional<TypeMirror> element = shape instanceof Shape.Elements list ? list.element() : Optional.empty();
        return element.map(Shape::of).orElse(shape);
    }
}
