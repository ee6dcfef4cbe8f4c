// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.ChoiceModel;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.Naming;
import dev.hpo.processor.model.SpaceModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads a sealed type: each permitted type is an alternative. */
final class ChoiceReader {

    /** As many as the generated constructor has room for, whatever they are. */
    private static final int MOST_ALTERNATIVES = 1000;

    private final Environment environment;
    private final Report report;
    private final TypeReader types;

    ChoiceReader(Environment environment, Report report, TypeReader types) {
        this.environment = environment;
        this.report = report;
        this.types = types;
    }

    Optional<ChoiceModel> read(TypeElement type) {
        NameReader names = new NameReader(ChoiceReader::decapitalised);
        Map<String, TypeElement> simpleNames = new HashMap<>();
        List<TypeElement> permitted = permitted(type);
        if (permitted.size() > MOST_ALTERNATIVES) {
            String name = environment.display(type);
            report.add(
                    Message.TYPE_LARGE,
                    Place.of(type),
                    name,
                    "permitted types",
                    permitted.size(),
                    MOST_ALTERNATIVES,
                    "sealed types");
            return Optional.empty();
        }
        List<ChoiceModel.Alternative> alternatives = new ArrayList<>();
        for (TypeElement each : permitted) {
            Subject subject = new Subject(environment.display(each), each, report);
            checkSiblings(subject, each, permitted);
            String name = each.getSimpleName().toString();
            Naming text =
                    isDistinct(subject, each, simpleNames) ? names.read(subject, name) : NameReader.peek(subject, name);
            alternative(subject, each, text).ifPresent(alternatives::add);
        }
        names.checkDistinct();
        return alternatives.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChoiceModel(environment.id(type), alternatives));
    }

    private List<TypeElement> permitted(TypeElement type) {
        for (TypeMirror mirror : type.getPermittedSubclasses()) {
            if (Environment.element(mirror).isEmpty()) {
                report.addCurable(Message.UNRESOLVED, Place.of(type), environment.display(type), TypeText.of(mirror));
            }
        }
        return PermittedTypes.of(type);
    }

    private void checkSiblings(Subject subject, TypeElement type, List<TypeElement> siblings) {
        for (TypeElement sibling : siblings) {
            boolean extended = !sibling.equals(type)
                    && environment
                            .types()
                            .isSubtype(
                                    environment.types().erasure(type.asType()),
                                    environment.types().erasure(sibling.asType()));
            if (extended) {
                report.add(
                        Message.ALTERNATIVE_OVERLAP,
                        subject.place(),
                        subject.text(),
                        type.getSimpleName(),
                        sibling.getSimpleName());
            }
        }
    }

    private boolean isDistinct(Subject subject, TypeElement type, Map<String, TypeElement> simpleNames) {
        TypeElement other =
                simpleNames.putIfAbsent(decapitalised(type.getSimpleName().toString()), type);
        if (other != null) {
            report.add(
                    Message.ALTERNATIVE_SAME_NAME,
                    subject.place(),
                    subject.text(),
                    type.getSimpleName(),
                    environment.display(other));
        }
        return other == null;
    }

    private Optional<ChoiceModel.Alternative> alternative(Subject subject, TypeElement type, Naming text) {
        Naming segment = new Naming(
                decapitalised(text.name()),
                text.former().stream().map(ChoiceReader::decapitalised).toList());
        if (segment.name().equals("kind")) {
            report.add(Message.ALTERNATIVE_KIND_NAME, subject.place(), subject.text(), text.name());
        }
        if (!checkKind(subject, type)) {
            return Optional.empty();
        }
        if (Mirrors.has(type, Shape.SEARCH_SPACE)) {
            return Optional.of(new ChoiceModel.Alternative(environment.id(type), text, segment, Optional.empty()));
        }
        Optional<SpaceModel> inline = types.read(type);
        return inline.map(space -> new ChoiceModel.Alternative(space.type(), text, segment, Optional.of(space)));
    }

    private boolean checkKind(Subject subject, TypeElement type) {
        boolean sealed = type.getModifiers().contains(Modifier.SEALED);
        boolean open =
                type.getKind() == ElementKind.INTERFACE || type.getModifiers().contains(Modifier.ABSTRACT);
        String advice = "";
        String what = "";
        if (type.getKind() == ElementKind.ENUM) {
            what = "an enum";
            advice = "wrap it in a record with a component of that enum";
        } else if (open && !sealed) {
            what = type.getKind() == ElementKind.INTERFACE ? "an open interface" : "an open abstract class";
            advice = "seal it, so that its own alternatives are known";
        }
        if (!what.isEmpty()) {
            report.add(Message.ALTERNATIVE_KIND, subject.place(), subject.text(), what, advice);
        }
        return what.isEmpty();
    }

    private static String decapitalised(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
