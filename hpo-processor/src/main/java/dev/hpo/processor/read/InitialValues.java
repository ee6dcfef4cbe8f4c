// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.TypeId;
import dev.hpo.processor.model.ValueType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Checks those values of a start configuration that are literals in the source. */
final class InitialValues {

    private final Environment environment;
    private final Report report;
    private @Nullable TypeNames names;

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
        List<? extends RecordComponentElement> components = type.getRecordComponents();
        Optional<ExecutableElement> constructor = onlyConstructor(type, components.size());
        if (arguments.size() != components.size() || constructor.isEmpty()) {
            return;
        }
        for (MemberModel member : members) {
            int index = indexOf(components, member.field());
            if (isKeptAsItIs(constructor.get(), components.get(index))) {
                String text = environment.display(type) + "." + member.field();
                check(new Subject(text, method, report), member, arguments.get(index));
            }
        }
    }

    /** Returns the canonical constructor, unless another one could be meant by a call with as many arguments. */
    private static Optional<ExecutableElement> onlyConstructor(TypeElement type, int arguments) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(each -> each.isVarArgs() || each.getParameters().size() == arguments)
                .toList();
        return constructors.size() == 1 ? Optional.of(constructors.get(0)) : Optional.empty();
    }

    private static int indexOf(List<? extends RecordComponentElement> components, String name) {
        return components.stream()
                .map(component -> component.getSimpleName().toString())
                .toList()
                .indexOf(name);
    }

    /** A constructor may give a component another value than its argument, and an accessor return another one. */
    private boolean isKeptAsItIs(ExecutableElement constructor, RecordComponentElement component) {
        String name = component.getSimpleName().toString();
        return !environment.trees().changes(constructor, name)
                && environment.trees().returnsField(component.getAccessor(), name);
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
                && isValue(subject, scalar, literal)) {
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

    /** A name is a value only if it is that of a constant, and of no variable that may hold another one. */
    private boolean isValue(Subject subject, Content.Scalar scalar, SourceTrees.Literal literal) {
        return !literal.isConstantName()
                || scalar.enumType()
                        .flatMap(this::type)
                        .filter(type -> isConstant(subject, type, literal.text().replaceAll("[()]", "")))
                        .isPresent();
    }

    private Optional<TypeElement> type(TypeId id) {
        return environment.type((id.packageName().isEmpty() ? "" : id.packageName() + ".") + id.display());
    }

    /** Returns what names mean in the class of all the subjects. */
    private TypeNames names(Subject subject) {
        if (names == null) {
            names = new TypeNames(environment, (TypeElement) Environment.around(subject.element()));
        }
        return names;
    }

    /** A name alone may have been imported from anywhere. */
    private boolean isConstant(Subject subject, TypeElement type, String expression) {
        int dot = expression.lastIndexOf('.');
        return dot > 0
                && names(subject).mean(expression.substring(0, dot), type)
                && type.getEnclosedElements().stream()
                        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
                        .anyMatch(constant -> constant.getSimpleName().contentEquals(expression.substring(dot + 1)));
    }
}
