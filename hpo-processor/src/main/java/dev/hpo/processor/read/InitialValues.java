// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Checks those values of a start configuration that are literals in the source. */
final class InitialValues {

    private final Environment environment;
    private final Report report;

    InitialValues(Environment environment, Report report) {
        this.environment = environment;
        this.report = report;
    }

    /**
     * Checks the arguments of the constructor call that a start method returns.
     *
     * @param members those of the type that could be read; nothing is known of the arguments of a class
     */
    void checkArguments(TypeElement type, ExecutableElement method, List<MemberModel> members) {
        if (type.getKind() != ElementKind.RECORD) {
            return;
        }
        List<SourceTrees.Literal> arguments = environment
                .trees()
                .constructorArguments(method, type.getSimpleName().toString());
        List<String> components = type.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .toList();
        if (arguments.size() != components.size()) {
            return;
        }
        for (MemberModel member : members) {
            String text = environment.display(type) + "." + member.field();
            check(new Subject(text, method, report), member, arguments.get(components.indexOf(member.field())));
        }
    }

    /** Checks the initialiser of a field, if it has one. */
    void checkInitializer(Subject subject, MemberModel member) {
        environment
                .trees()
                .initializer((VariableElement) subject.element())
                .ifPresent(literal -> check(subject, member, literal));
    }

    /** Returns whether the value that a field has without an initialiser is one of its domain. */
    static boolean containsDefault(MemberModel member) {
        if (!(member.content() instanceof Content.Scalar scalar)) {
            return false;
        }
        Object value =
                switch (scalar.type()) {
                    case DOUBLE, FLOAT, INT, LONG -> 0;
                    case BOOLEAN -> false;
                    case STRING, ENUM -> "";
                };
        boolean isNull = scalar.type() == ValueType.STRING || scalar.type() == ValueType.ENUM;
        return !isNull && RuntimeDomain.of(scalar).contains(value);
    }

    private void check(Subject subject, MemberModel member, SourceTrees.Literal literal) {
        if (member.content() instanceof Content.Scalar scalar
                && literal.value().isPresent()
                && isValue(scalar, literal)) {
            RuntimeDomain domain = RuntimeDomain.of(scalar);
            if (!domain.contains(literal.value().get())) {
                report.add(
                        Message.INITIAL_VALUE,
                        Place.of(subject.element(), literal.printer()),
                        subject.text(),
                        literal.text(),
                        domain.description());
            }
        }
    }

    /** A name is a value only if it is that of a constant. */
    private boolean isValue(Content.Scalar scalar, SourceTrees.Literal literal) {
        if (!literal.isConstantName()) {
            return true;
        }
        Optional<TypeElement> type = scalar.enumType()
                .flatMap(id ->
                        environment.type((id.packageName().isEmpty() ? "" : id.packageName() + ".") + id.display()));
        return type.stream()
                .flatMap(each -> each.getEnclosedElements().stream())
                .map(Element::getSimpleName)
                .anyMatch(name -> name.contentEquals(literal.value().orElse("").toString()));
    }
}
