// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.Naming;
import dev.hpo.processor.model.ProductModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads a class: its annotated fields, and those that can be tuned by themselves, are members; inherited ones too. */
final class ClassReader {

    /** As many as the generated constructor has room for, whatever they are; a record cannot have so many. */
    private static final int MOST_MEMBERS = 500;

    private final Environment environment;
    private final Report report;
    private final MemberReader members;
    private final PackageElement from;

    ClassReader(Environment environment, Report report, MemberReader members, PackageElement from) {
        this.environment = environment;
        this.report = report;
        this.members = members;
        this.from = from;
    }

    Optional<ProductModel> read(TypeElement type) {
        ProductModel.Construction construction = construction(type);
        NameReader names = new NameReader();
        Accessors accessors = new Accessors(environment, from, type);
        Map<String, String> owners = new HashMap<>();
        List<MemberModel> found = new ArrayList<>();
        for (TypeElement owner : lineage(type)) {
            for (VariableElement field : Environment.fields(owner)) {
                Subject subject = new Subject(environment.display(owner) + "." + field.getSimpleName(), field, report);
                boolean isMember = new FieldRules(environment, report).isMember(owner, field);
                if (isNew(subject, isMember, owners) && isMember) {
                    member(subject, type, accessors, names).ifPresent(found::add);
                }
            }
        }
        checkNumber(type, found);
        names.checkDistinct();
        if (found.isEmpty() && report.isClean()) {
            report.add(Message.TYPE_EMPTY, Place.of(type), environment.display(type), "a class");
        }
        ProductModel.Start start = new StartReader(environment, report).read(type, found);
        return Optional.of(new ProductModel(environment.id(type), construction, found, start));
    }

    private void checkNumber(TypeElement type, List<MemberModel> found) {
        if (found.size() > MOST_MEMBERS) {
            report.add(
                    Message.TYPE_LARGE,
                    Place.of(type),
                    environment.display(type),
                    "members",
                    found.size(),
                    MOST_MEMBERS,
                    "search spaces");
        }
    }

    private Optional<MemberModel> member(Subject subject, TypeElement type, Accessors accessors, NameReader names) {
        VariableElement field = (VariableElement) subject.element();
        String name = field.getSimpleName().toString();
        RecordReader.checkReserved(subject, name);
        Naming naming = names.read(subject, name);
        TypeMirror fieldType = environment.fieldType(type, field);
        Optional<MemberModel.Access> access = accessors.access(subject, field, fieldType);
        Optional<Content> content = members.read(subject, fieldType);
        return content.flatMap(held -> access.map(way -> new MemberModel(name, naming, held, way)));
    }

    /** Reports a field that hides an inherited member, be it one itself or not: by the name, generated code would reach this one. */
    private boolean isNew(Subject subject, boolean isMember, Map<String, String> owners) {
        String name = subject.element().getSimpleName().toString();
        String other = isMember ? owners.putIfAbsent(name, subject.text()) : owners.get(name);
        if (other != null) {
            report.add(Message.FIELD_HIDDEN, subject.place(), subject.text(), name, other);
        }
        return other == null;
    }

    /** Where no constructor can be called without arguments, the start method knows the arguments of another one. */
    private ProductModel.Construction construction(TypeElement type) {
        if (hasConstructor(environment, type)) {
            return ProductModel.Construction.CLASS;
        }
        boolean isSpace = Mirrors.has(type, Shape.SEARCH_SPACE);
        if (isSpace && InitialReader.hasMethod(type)) {
            return ProductModel.Construction.START;
        }
        String advice = isSpace
                ? "add one, make the type a record, or return a new instance from an @Initial method"
                : "add one, or make the type a record";
        new Lombok(report)
                .add(
                        type,
                        Message.TYPE_NO_CONSTRUCTOR,
                        Place.of(type),
                        environment.display(type),
                        type.getSimpleName() + "()",
                        advice);
        return ProductModel.Construction.CLASS;
    }

    /** Returns whether generated code can make an instance without arguments. */
    static boolean hasConstructor(Environment environment, TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE)
                        && Accessors.throwsNothingChecked(environment, constructor));
    }

    /** Returns the class and its superclasses, the topmost first; reports one that is missing. */
    private List<TypeElement> lineage(TypeElement type) {
        List<TypeElement> lineage = Environment.lineage(type);
        TypeMirror above = lineage.get(0).getSuperclass();
        if (Environment.isMissing(above)) {
            report.addCurable(Message.UNRESOLVED, Place.of(type), environment.display(type), TypeText.of(above));
        }
        return lineage;
    }
}
