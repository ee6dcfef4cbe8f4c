// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.ProductModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
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
                && areReadAsTheyAre(type, members);
    }

    /**
     * Returns whether each member is read from its field: directly, or by a getter of the same class that just returns it. Any other one
     * may return another field of that name, or set this or another.
     */
    private boolean areReadAsTheyAre(TypeElement type, List<MemberModel> members) {
        Map<String, TypeElement> owners = new HashMap<>();
        Map<String, ExecutableElement> getters = new HashMap<>();
        for (TypeElement each : Environment.lineage(type)) {
            Environment.fields(each).forEach(field -> owners.put(name(field), each));
            ElementFilter.methodsIn(each.getEnclosedElements()).stream()
                    .filter(method -> method.getParameters().isEmpty())
                    .forEach(method -> getters.put(name(method) + "()", method));
        }
        return members.stream().allMatch(member -> {
            String read = member.access().read();
            ExecutableElement getter = getters.get(read);
            return !read.endsWith("()")
                    || (getter != null
                            && Environment.around(getter).equals(owners.get(member.field()))
                            && environment.trees().returnsField(getter, member.field()));
        });
    }

    private void checkInitializers(TypeElement type, List<MemberModel> members, boolean isSpace) {
        Map<String, VariableElement> fields = new HashMap<>();
        Environment.fields(type).forEach(field -> fields.put(name(field), field));
        InitialValues values = new InitialValues(environment, report);
        List<Subject> missing = new ArrayList<>();
        boolean some = false;
        for (MemberModel member : members) {
            VariableElement field = fields.get(member.field());
            if (field != null) {
                Subject subject = new Subject(environment.display(type) + "." + member.field(), field, report);
                boolean lacks = environment.trees().lacksInitializer(field);
                some |= !lacks;
                values.checkInitializer(subject, member);
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

    /** A superclass may set fields through methods that the class overrides, and Lombok adds constructors and moves initialisers. */
    private static boolean isAllThatSetsFields(TypeElement type) {
        return !Environment.hasSuperclass(type)
                && !Lombok.isOn(type)
                && type.getEnclosedElements().stream().noneMatch(Lombok::isOn);
    }

    private static String name(Element element) {
        return element.getSimpleName().toString();
    }

    private static String zero(Subject subject) {
        TypeKind kind = subject.element().asType().getKind();
        return kind == TypeKind.BOOLEAN ? "false" : kind.isPrimitive() ? "0" : "null";
    }
}
