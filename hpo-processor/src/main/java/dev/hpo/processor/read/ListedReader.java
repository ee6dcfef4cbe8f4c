// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.Naming;
import dev.hpo.processor.model.Range;
import dev.hpo.processor.model.ValueType;
import dev.hpo.space.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads the values of a choice: those listed by an annotation, or all of an enum or boolean. */
final class ListedReader {

    private final Environment environment;
    private final Subject subject;

    ListedReader(Environment environment, Subject subject) {
        this.environment = environment;
        this.subject = subject;
    }

    static Range booleans() {
        return new Range.Listed(
                List.of(
                        new Range.Option(new Naming("false", List.of()), false),
                        new Range.Option(new Naming("true", List.of()), true)),
                false,
                true);
    }

    /** Returns all constants of an enum, in their order. */
    Optional<Range> constants(TypeElement type, boolean ordered) {
        Map<String, Range.Option> options = constants(type);
        if (options.isEmpty()) {
            subject.report().add(Message.ENUM_EMPTY, subject.place(), subject.text(), type.getSimpleName());
            return Optional.empty();
        }
        return Optional.of(new Range.Listed(List.copyOf(options.values()), ordered, true));
    }

    /** Returns the values that an annotation lists. */
    Optional<Range> listed(Mark mark, Shape.Value shape) {
        Optional<List<AnnotationValue>> texts = mark.texts();
        if (texts.isEmpty()) {
            subject.report()
                    .addCurable(Message.UNRESOLVED, mark.place(subject.element()), subject.text(), mark.label());
            return Optional.empty();
        }
        boolean ordered = mark.kind() == DomainKind.ORDINAL;
        if (texts.get().isEmpty() && ordered && shape.enumType().isPresent()) {
            return constants(shape.enumType().get(), true);
        }
        List<Range.Option> options = options(mark, texts.get(), shape);
        return options.size() == texts.get().size() && !options.isEmpty()
                ? Optional.of(new Range.Listed(options, ordered, false))
                : Optional.empty();
    }

    /** Checks what does not depend on the type of the member. */
    void checkTexts(Mark mark) {
        if (mark.texts().filter(List::isEmpty).isPresent() && mark.kind() == DomainKind.CHOICE) {
            empty(mark, ValueType.STRING);
        }
        mark.texts().ifPresent(texts -> options(mark, texts, null));
    }

    private List<Range.Option> options(Mark mark, List<AnnotationValue> texts, Shape.@Nullable Value shape) {
        if (texts.isEmpty() && shape != null) {
            empty(mark, shape.type());
        }
        Map<String, Range.Option> constants =
                shape == null ? Map.of() : shape.enumType().map(this::constants).orElse(Map.of());
        List<Range.Option> options = new ArrayList<>();
        Set<Object> values = new HashSet<>();
        for (AnnotationValue value : texts) {
            String text = value.getValue().toString();
            Place place = mark.place(subject.element(), value);
            Optional<Range.Option> option = shape == null
                    ? Optional.of(plain(text, text))
                    : shape.enumType().isPresent()
                            ? constant(
                                    mark,
                                    place,
                                    text,
                                    constants,
                                    shape.enumType().get())
                            : parsed(mark, place, text, shape.type());
            option.filter(each -> isNew(mark, place, text, values.add(each.value())))
                    .ifPresent(options::add);
        }
        return options;
    }

    private void empty(Mark mark, ValueType type) {
        String example = mark.kind() + (type.isWhole() ? "({\"16\", \"32\"})" : "({\"first\", \"second\"})");
        subject.report()
                .add(
                        Message.CHOICES_EMPTY,
                        mark.place(subject.element(), "value"),
                        subject.text(),
                        mark.label(),
                        example);
    }

    private boolean isNew(Mark mark, Place place, String text, boolean added) {
        if (!added) {
            subject.report().add(Message.CHOICE_TWICE, place, subject.text(), mark.label(), text);
        }
        return added;
    }

    private Optional<Range.Option> constant(
            Mark mark, Place place, String text, Map<String, Range.Option> constants, TypeElement type) {
        Range.Option option = constants.get(text);
        if (option == null) {
            unreadable(
                    mark,
                    place,
                    text,
                    "a constant of " + type.getSimpleName(),
                    NearestName.advice(text, constants.keySet()));
        }
        return Optional.ofNullable(option);
    }

    private Optional<Range.Option> parsed(Mark mark, Place place, String text, ValueType type) {
        try {
            Object value =
                    switch (type) {
                        case INT -> Integer.valueOf(text);
                        case LONG -> Long.valueOf(text);
                        case DOUBLE, FLOAT -> Double.valueOf(text);
                        case BOOLEAN -> truth(text);
                        case STRING, ENUM -> text;
                    };
            if (value instanceof Double number && !Double.isFinite(number)) {
                subject.report().add(Message.CHOICE_NOT_FINITE, place, subject.text(), mark.label(), text);
                return Optional.empty();
            }
            return Optional.of(plain(text, value));
        } catch (NumberFormatException e) {
            unreadable(mark, place, text, kind(type), advice(type));
            return Optional.empty();
        }
    }

    private static boolean truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new NumberFormatException(text);
    }

    private static String kind(ValueType type) {
        return switch (type) {
            case INT -> "an int";
            case BOOLEAN -> "true or false";
            default -> "a " + type;
        };
    }

    private static String advice(ValueType type) {
        return switch (type) {
            case INT -> "write a whole number from -2147483648 to 2147483647";
            case LONG -> "write a whole number from -9223372036854775808 to 9223372036854775807";
            case BOOLEAN -> "write it in small letters, or leave the annotation out for both";
            default -> "write a number such as 0.5 or 1e-3";
        };
    }

    private void unreadable(Mark mark, Place place, String text, String kind, String advice) {
        subject.report().add(Message.CHOICE_UNREADABLE, place, subject.text(), mark.label(), text, kind, advice);
    }

    private static Range.Option plain(String text, Object value) {
        return new Range.Option(new Naming(text, List.of()), value);
    }

    private Map<String, Range.Option> constants(TypeElement type) {
        Map<String, Range.Option> options = new LinkedHashMap<>();
        NameReader names = new NameReader();
        for (Element constant : type.getEnclosedElements()) {
            if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
                String name = constant.getSimpleName().toString();
                Subject named = new Subject(environment.display(type) + "." + name, constant, subject.report());
                options.put(name, new Range.Option(names.read(named, name), name));
            }
        }
        names.checkDistinct();
        return options;
    }
}
