// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.ProductModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * Finds out where the start configuration of a type comes from.
 *
 * <p>What is generated never depends on what only some compilers show, such as initialisers: they serve errors alone.
 */
final class StartReader {

    private final Environment environment;
    private final Report report;

    StartReader(Environment environment, Report report) {
        this.environment = environment;
        this.report = report;
    }

    /** Returns where the start configuration comes from; that of a permitted type comes with what contains it. */
    ProductModel.Start read(TypeElement type, List<MemberModel> members) {
        boolean isSpace = Mirrors.has(type, Shape.SEARCH_SPACE);
        Optional<ProductModel.Start> method =
                isSpace ? new InitialReader(environment, report).read(type, members) : Optional.empty();
        if (method.isPresent()) {
            return method.get();
        }
        if (type.getKind() == ElementKind.RECORD) {
            return new ProductModel.Start.None();
        }
        if (areCertain(type, members)) {
            checkInitializers(type, members, isSpace);
        }
        return isSpace ? new ProductModel.Start.NewInstance() : new ProductModel.Start.None();
    }

    /**
     * Returns whether a new instance has, as it is read, just what its initialisers say. Of a class in Kotlin, javac sees a stub without
     * what its constructor does.
     */
    private boolean areCertain(TypeElement type, List<MemberModel> members) {
        return !Kotlin.isIn(type)
                && ClassReader.hasConstructor(environment, type)
                && environment.trees().showsValues(type)
                && members.stream()
                        .flatMap(member -> getter(type, member).stream())
                        .noneMatch(getter -> environment.trees().maySetFields(getter, type));
    }

    private void checkInitializers(TypeElement type, List<MemberModel> members, boolean isSpace) {
        List<Subject> missing = new ArrayList<>();
        boolean some = false;
        for (MemberModel member : members) {
            Optional<VariableElement> field = field(type, member.field());
            if (field.isPresent() && isReadAsItIs(type, member)) {
                Subject subject = new Subject(environment.display(type) + "." + member.field(), field.get(), report);
                boolean lacks = environment.trees().lacksInitializer(field.get());
                some |= !lacks;
                new InitialValues(environment, report).checkInitializer(subject, member);
                if (lacks && !InitialValues.containsDefault(member)) {
                    missing.add(subject);
                }
            }
        }
        if (some && isSpace && isAllThatSetsFields(type)) {
            missing.forEach(
                    subject -> report.add(Message.INITIAL_MISSING, subject.place(), subject.text(), zero(subject)));
        }
    }

    private boolean isReadAsItIs(TypeElement type, MemberModel member) {
        return getter(type, member)
                .map(getter -> environment.trees().returnsField(getter, member.field()))
                .orElse(true);
    }

    /** Returns the method that reads a member, if one does. */
    private Optional<ExecutableElement> getter(TypeElement type, MemberModel member) {
        return ElementFilter.methodsIn(environment.elements().getAllMembers(type)).stream()
                .filter(method -> method.getParameters().isEmpty())
                .filter(method -> member.access().read().equals(method.getSimpleName() + "()"))
                .findFirst();
    }

    /** A superclass may set fields through methods that the class overrides, and Lombok adds constructors and moves initialisers. */
    private static boolean isAllThatSetsFields(TypeElement type) {
        return !Environment.hasSuperclass(type)
                && !Lombok.isOn(type)
                && type.getEnclosedElements().stream().noneMatch(Lombok::isOn);
    }

    private static Optional<VariableElement> field(TypeElement type, String name) {
        return Environment.fields(type).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private static String zero(Subject subject) {
        TypeKind kind = subject.element().asType().getKind();
        return kind == TypeKind.BOOLEAN ? "false" : kind.isPrimitive() ? "0" : "null";
    }
}
