// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.ProductModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Finds out whether a new instance of a class is a start configuration. */
final class StartReader {

    private final Environment environment;
    private final Report report;

    StartReader(Environment environment, Report report) {
        this.environment = environment;
        this.report = report;
    }

    /**
     * Returns the start configuration of a class: a new instance, unless no field of the class has an initialiser.
     *
     * <p>If the constructor does anything, its result is not known here, and first use tells.
     */
    ProductModel.Start read(TypeElement type, List<MemberModel> members) {
        if (!environment.trees().areVisible() || constructorActs(type)) {
            return new ProductModel.Start.NewInstance();
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
        if (!some && !missing.isEmpty()) {
            return new ProductModel.Start.None();
        }
        missing.forEach(subject -> report.add(Message.INITIAL_MISSING, subject.place(), subject.text(), zero(subject)));
        return new ProductModel.Start.NewInstance();
    }

    private boolean constructorActs(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .anyMatch(this::acts);
    }

    private boolean acts(ExecutableElement constructor) {
        return environment.trees().acts(constructor);
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
