// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Which fields of a type are members. */
final class FieldRules {

    private final Environment environment;
    private final Report report;

    FieldRules(Environment environment, Report report) {
        this.environment = environment;
        this.report = report;
    }

    /** Returns whether a field whose type is a search space is a member, if nothing is wrong with it. */
    static boolean canBeMember(VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        return !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.FINAL)
                && (!modifiers.contains(Modifier.TRANSIENT) || claim(field).isPresent());
    }

    /** Returns whether a field is a member, and reports it if it claims to be one and cannot. */
    boolean isMember(TypeElement owner, VariableElement field) {
        if (field.getModifiers().contains(Modifier.STATIC)) {
            checkStatic(owner, field);
        } else if (isFinal(owner, field) && claim(field).isPresent()) {
            report.add(
                    Message.FIELD_FINAL,
                    Place.of(field),
                    environment.display(owner) + "." + field.getSimpleName(),
                    field.getSimpleName());
        }
        return isVariable(owner, field) && isWanted(field);
    }

    /** Returns whether a field is a member, or could be once what is missing of it is there; nothing is reported. */
    static boolean couldBeMember(TypeElement owner, VariableElement field) {
        boolean isMissing = Marks.unknown(field).isPresent() || Shape.of(field.asType()) instanceof Shape.Unknown;
        return isVariable(owner, field) && (isMissing || isWanted(field));
    }

    private static boolean isVariable(TypeElement owner, VariableElement field) {
        return !field.getModifiers().contains(Modifier.STATIC) && !isFinal(owner, field);
    }

    private static boolean isWanted(VariableElement field) {
        return claim(field).isPresent()
                || (!field.getModifiers().contains(Modifier.TRANSIENT) && isTunableByItself(field));
    }

    /** Reports a static field that claims to be a member. */
    void checkStatic(TypeElement owner, VariableElement field) {
        claim(field)
                .ifPresent(mirror -> report.add(
                        Message.FIELD_STATIC,
                        Place.of(field, mirror),
                        environment.display(owner) + "." + field.getSimpleName(),
                        field.getSimpleName(),
                        "@" + Mirrors.simpleName(mirror)));
    }

    /** Returns the annotation by which a field claims to be a member. */
    private static Optional<AnnotationMirror> claim(VariableElement field) {
        Optional<AnnotationMirror> domain =
                Marks.of(field).all().findFirst().map(mark -> mark.carrier().orElse(mark.mirror()));
        return domain.or(() -> Mirrors.find(field, NameReader.NAME).map(AnnotationMirror.class::cast))
                .or(() -> Mirrors.find(field, NameReader.FORMERLY_NAMED).map(AnnotationMirror.class::cast));
    }

    private static boolean isFinal(TypeElement owner, VariableElement field) {
        boolean byLombok = Mirrors.has(owner, "lombok.Value") && !Mirrors.has(field, "lombok.experimental.NonFinal");
        return byLombok || field.getModifiers().contains(Modifier.FINAL);
    }

    private static boolean isTunableByItself(VariableElement field) {
        Shape shape = Shape.of(field.asType());
        return shape instanceof Shape.Space
                || (shape instanceof Shape.Value value
                        && switch (value.type()) {
                            // A Boolean without an annotation may be meant to be null.
                            case BOOLEAN -> field.asType().getKind().isPrimitive();
                            case ENUM -> true;
                            default -> false;
                        });
    }
}
