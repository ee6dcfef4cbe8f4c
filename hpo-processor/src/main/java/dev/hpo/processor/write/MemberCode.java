// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
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

    TypeName type(Content content) {
        if (content instanceof Content.Scalar scalar) {
            return ParameterizedTypeName.get(names.of(RuntimeTypes.PARAMETER), boxed(scalar));
        }
        if (content instanceof Content.ScalarList list) {
            return ParameterizedTypeName.get(names.of(RuntimeTypes.LIST_PARAMETER), boxed(list.element()));
        }
        if (content instanceof Content.NestedList list) {
            return ParameterizedTypeName.get(
                    names.of(RuntimeTypes.LIST_SPACE), names.of(list.element()), space(list.element()));
        }
        return space(((Content.Nested) content).type());
    }

    private ClassName boxed(Content.Scalar scalar) {
        return names.of(scalar.enumType().orElseGet(() -> RuntimeTypes.boxed(scalar.type())));
    }

    private ClassName space(TypeId type) {
        return names.of(type.space());
    }

    CodeBlock initializer(MemberModel member) {
        CodeBlock place = CodeBlock.of("scope.child($L)", segment(member.naming()));
        Content content = member.content();
        if (content instanceof Content.Scalar scalar) {
            return CodeBlock.of("$L.at($L)", parameter(scalar), place);
        }
        if (content instanceof Content.ScalarList list) {
            return CodeBlock.of("$L.list($L, $L, $L)", parameter(list.element()), place, list.min(), list.max());
        }
        if (content instanceof Content.NestedList list) {
            return CodeBlock.of(
                    "new $T($L, $L, $L, $T::new)", type(list), place, list.min(), list.max(), space(list.element()));
        }
        return CodeBlock.of("new $T($L)", type(content), place);
    }

    /** Returns the arguments by which a scope is asked for a place. */
    String segment(Naming naming) {
        String name = TextCode.literal(naming.name());
        return naming.former().isEmpty() ? name : name + ", " + TextCode.arguments(naming.former(), room);
    }

    private CodeBlock parameter(Content.Scalar scalar) {
        CodeBlock code = scalar.range() instanceof Range.Listed listed
                ? choice(listed, scalar)
                : CodeBlock.of("$L($L)", numbers(scalar.type()), RangeCode.numbers(scalar.range()));
        String belief =
                scalar.belief().map(held -> belief(held, scalar.range())).orElse("");
        return CodeBlock.of("$L$L$L", code, belief, scalar.isAdjustable() ? ".adjustable()" : "");
    }

    private CodeBlock choice(Range.Listed listed, Content.Scalar scalar) {
        if (scalar.enumType().isPresent()) {
            return constants(listed, names.of(scalar.enumType().get()));
        }
        boolean both = scalar.type() == ValueType.BOOLEAN && listed.complete();
        String method =
                switch (scalar.type()) {
                    case BOOLEAN -> "booleans";
                    case STRING -> "strings";
                    default -> numbers(scalar.type());
                };
        return CodeBlock.of("$L($L)", method, both ? "" : domain(listed));
    }

    private CodeBlock constants(Range.Listed listed, ClassName type) {
        boolean renamed = listed.options().stream().anyMatch(option -> !option.text()
                .equals(new Naming(option.value().toString(), List.of())));
        if (listed.complete() && !renamed) {
            return CodeBlock.of("$L($T.class)", listed.ordered() ? "orderedConstants" : "constants", type);
        }
        List<String> constants = listed.options().stream()
                .map(option -> option.value().toString())
                .toList();
        String named = renamed ? ", " + TextCode.arguments(constants, room) : "";
        return CodeBlock.of("constants($T.class, $L$L)", type, domain(listed), named);
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
