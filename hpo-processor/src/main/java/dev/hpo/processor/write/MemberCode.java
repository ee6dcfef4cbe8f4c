// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import dev.hpo.processor.model.Belief;
import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.Decimal;
import dev.hpo.processor.model.MemberModel;
import dev.hpo.processor.model.Naming;
import dev.hpo.processor.model.Range;
import dev.hpo.processor.model.TypeId;
import dev.hpo.processor.model.ValueType;
import java.util.List;

/** The type and the initial value of the field that stands for a member. */
final class MemberCode {

    private final TypeNames names;
    private final int room;

    /**
     * Creates code.
     *
     * @param room how many texts of a list may be constants of their own
     */
    MemberCode(TypeNames names, int room) {
        this.names = names;
        this.room = room;
    }

    String type(Content content) {
        if (content instanceof Content.Scalar scalar) {
            return names.of(RuntimeTypes.PARAMETER) + "<" + boxed(scalar) + ">";
        }
        if (content instanceof Content.ScalarList list) {
            return names.of(RuntimeTypes.LIST_PARAMETER) + "<" + boxed(list.element()) + ">";
        }
        if (content instanceof Content.NestedList list) {
            String element = names.of(list.element());
            return names.of(RuntimeTypes.LIST_SPACE) + "<" + element + ", " + space(list.element()) + ">";
        }
        return space(((Content.Nested) content).type());
    }

    private String boxed(Content.Scalar scalar) {
        return names.of(scalar.enumType().orElseGet(() -> RuntimeTypes.boxed(scalar.type())));
    }

    private String space(TypeId type) {
        return names.of(type.space());
    }

    String initializer(MemberModel member) {
        String place = "scope.child(" + segment(member.naming()) + ")";
        Content content = member.content();
        if (content instanceof Content.Scalar scalar) {
            return parameter(scalar) + ".at(" + place + ")";
        }
        if (content instanceof Content.ScalarList list) {
            return parameter(list.element()) + ".list(" + place + ", " + list.min() + ", " + list.max() + ")";
        }
        if (content instanceof Content.NestedList list) {
            return "new " + type(list) + "(" + place + ", " + list.min() + ", " + list.max() + ", "
                    + space(list.element()) + "::new)";
        }
        return "new " + type(content) + "(" + place + ")";
    }

    /** Returns the arguments by which a scope is asked for a place. */
    String segment(Naming naming) {
        String name = TextCode.literal(naming.name());
        return naming.former().isEmpty() ? name : name + ", " + TextCode.arguments(naming.former(), room);
    }

    private String parameter(Content.Scalar scalar) {
        String code = scalar.range() instanceof Range.Listed listed
                ? choice(listed, scalar)
                : numbers(scalar.type()) + "(" + RangeCode.numbers(scalar.range()) + ")";
        return code
                + scalar.belief().map(belief -> belief(belief, scalar.range())).orElse("");
    }

    private String choice(Range.Listed listed, Content.Scalar scalar) {
        if (scalar.enumType().isPresent()) {
            return constants(listed, names.of(scalar.enumType().get()) + ".class");
        }
        boolean both = scalar.type() == ValueType.BOOLEAN && listed.complete();
        String method =
                switch (scalar.type()) {
                    case BOOLEAN -> "booleans";
                    case STRING -> "strings";
                    default -> numbers(scalar.type());
                };
        return method + "(" + (both ? "" : domain(listed)) + ")";
    }

    private String constants(Range.Listed listed, String type) {
        boolean renamed = listed.options().stream().anyMatch(option -> !option.text()
                .equals(new Naming(option.value().toString(), List.of())));
        if (listed.complete() && !renamed) {
            return (listed.ordered() ? "orderedConstants(" : "constants(") + type + ")";
        }
        List<String> constants = listed.options().stream()
                .map(option -> option.value().toString())
                .toList();
        return "constants(" + type + ", " + domain(listed) + (renamed ? ", " + TextCode.arguments(constants, room) : "")
                + ")";
    }

    private String domain(Range.Listed listed) {
        List<Naming> texts = listed.options().stream().map(Range.Option::text).toList();
        return RangeCode.listed(texts, listed.ordered(), room);
    }

    private static String numbers(ValueType type) {
        return switch (type) {
            case DOUBLE -> "doubles";
            case FLOAT -> "floats";
            case INT -> "ints";
            case LONG -> "longs";
            case BOOLEAN, STRING, ENUM -> throw new IllegalArgumentException("type (" + type + ") must be a number");
        };
    }

    private static String belief(Belief belief, Range range) {
        String strength = new Decimal(belief.strength()).text();
        if (range instanceof Range.Listed listed) {
            String text = listed.options().stream()
                    .filter(option -> option.value().equals(belief.value()))
                    .map(option -> TextCode.literal(option.text().name()))
                    .findFirst()
                    .orElseThrow();
            return (listed.ordered() ? ".near(" : ".favouring(") + text + ", " + strength + ")";
        }
        String value = belief.value() instanceof Double number ? new Decimal(number).text() : belief.value() + "L";
        return ".near(" + value + ", " + strength + ")";
    }
}
