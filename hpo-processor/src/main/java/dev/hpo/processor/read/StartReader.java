// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.ProductModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
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
        checkInitializers(type, members);
        return isSpace ? new ProductModel.Start.NewInstance() : new ProductModel.Start.None();
    }

    /** Of a class in Kotlin, javac sees a stub without what its constructor does. */
    private void checkInitializers(TypeElement type, List<MemberModel> members) {
        if (Kotlin.isIn(type) || !environment.trees().showsValues(type)) {
            return;
        }
        List<Subject> missing = new ArrayList<>();
        boolean some = false;
        for (MemberModel member : members) {
            Optional<VariableElement> field = field(type, member.field());
            if (field.isPresent()) {
                Subject subject = new Subject(environment.display(type) + "." + member.field(), field.get(), report);
                boolean lacks = environment.trees().lacksInitializer(field.get());
                some |= !lacks;
                new InitialValues(environment, report).checkInitializer(subject, member);
                if (lacks && !InitialValues.containsDefault(member)) {
                    missing.add(subject);
                }
            }
        }
        if (some && isAllThatSetsFields(type)) {
            missing.forEach(
                    subject -> report.add(Message.INITIAL_MISSING, subject.place(), subject.text(), zero(subject)));
        }
    }

    /** A superclass may set fields through methods that the class overrides, and Lombok adds constructors and moves initialisers. */
    private static boolean isAllThatSetsFields(TypeElement type) {
        boolean isTop = Environment.element(type.getSuperclass())
                .filter(above -> above.getQualifiedName().contentEquals("java.lang.Object"))
                .isPresent();
        return isTop
                && !Lombok.isOn(type)
                && type.getEnclosedElements().stream().noneMatch(Lombok::isOn);
    }

    private static Optional<VariableElement> field(TypeElement type, String name) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private static String zero(Subject subject) {
        return subject.element().asType().getKind().isPrimitive() ? "0" : "null";
    }
}
