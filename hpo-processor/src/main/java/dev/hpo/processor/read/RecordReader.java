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
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads a record: each component is a member. */
final class RecordReader {

    private final Environment environment;
    private final Report report;
    private final MemberReader members;

    RecordReader(Environment environment, Report report, MemberReader members) {
        this.environment = environment;
        this.report = report;
        this.members = members;
    }

    Optional<ProductModel> read(TypeElement type) {
        Map<String, VariableElement> fields = new HashMap<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            fields.put(field.getSimpleName().toString(), field);
        }
        NameReader names = new NameReader();
        List<MemberModel> found = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            VariableElement field = fields.get(name);
            Element shown = field == null ? component : field;
            Subject subject = new Subject(environment.display(type) + "." + name, shown, report);
            member(subject, component, names).ifPresent(found::add);
        }
        names.checkDistinct();
        checkStatics(type, fields);
        ProductModel.Start start = new StartReader(environment, report).read(type, found);
        return Optional.of(new ProductModel(environment.id(type), ProductModel.Construction.RECORD, found, start));
    }

    private Optional<MemberModel> member(Subject subject, RecordComponentElement component, NameReader names) {
        String name = component.getSimpleName().toString();
        checkReserved(subject, name);
        Naming naming = names.read(subject, name);
        Optional<Content> content = members.read(subject, component.asType());
        MemberModel.Access access = new MemberModel.Access(name + "()", "", Shape.primitive(component.asType()));
        return content.map(held -> new MemberModel(name, naming, held, access));
    }

    static void checkReserved(Subject subject, String name) {
        if (name.equals("SPACE")) {
            subject.report().add(Message.NAME_RESERVED, subject.place(), subject.text(), name);
        }
    }

    private void checkStatics(TypeElement type, Map<String, VariableElement> fields) {
        fields.values().stream()
                .filter(field -> field.getModifiers().contains(Modifier.STATIC))
                .forEach(field -> new FieldRules(environment, report).checkStatic(type, field));
    }
}
