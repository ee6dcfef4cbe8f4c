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
import dev.hpo.processor.model.Range;
import dev.hpo.processor.model.ValueType;

/** The type and the initial value of the field that stands for a member. */
final class MemberCode {

    private MemberCode() {}

    static TypeName type(Content content) {
        if (content instanceof Content.Scalar scalar) {
            return ParameterizedTypeName.get(RuntimeNames.PARAMETER, boxed(scalar));
        }
        if (content instanceof Content.ScalarList list) {
            return ParameterizedTypeName.get(RuntimeNames.LIST_PARAMETER, boxed(list.element()));
        }
        if (content instanceof Content.NestedList list) {
            ClassName element = RuntimeNames.of(list.element());
            return ParameterizedTypeName.get(RuntimeNames.LIST_SPACE, element, RuntimeNames.ownSpace(list.element()));
        }
        return RuntimeNames.ownSpace(((Content.Nested) content).type());
    }

    static CodeBlock initializer(MemberModel member) {
        CodeBlock place = SpaceCode.child(member.naming());
        Content content = member.content();
        if (content instanceof Content.Scalar scalar) {
            return parameter(place, scalar);
        }
        if (content instanceof Content.ScalarList list) {
            return CodeBlock.of(
                    "new $T<>($L, $L, $L, element -> $L)",
                    RuntimeNames.LIST_PARAMETER,
                    place,
                    list.min(),
                    list.max(),
                    parameter(CodeBlock.of("element"), list.element()));
        }
        if (content instanceof Content.NestedList list) {
            return CodeBlock.of(
                    "new $T<>($L, $L, $L, $T::new)",
                    RuntimeNames.LIST_SPACE,
                    place,
                    list.min(),
                    list.max(),
                    RuntimeNames.ownSpace(list.element()));
        }
        return CodeBlock.of("new $T($L)", RuntimeNames.ownSpace(((Content.Nested) content).type()), place);
    }

    private static ClassName boxed(Content.Scalar scalar) {
        return scalar.enumType().map(RuntimeNames::of).orElseGet(() -> RuntimeNames.boxed(scalar.type()));
    }

    private static CodeBlock parameter(CodeBlock place, Content.Scalar scalar) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.$L($L, $L)", RuntimeNames.PARAMETER, factory(scalar), place, RangeCode.arguments(scalar));
        scalar.belief().ifPresent(belief -> code.add(belief(belief, scalar)));
        return code.build();
    }

    private static CodeBlock belief(Belief belief, Content.Scalar scalar) {
        boolean unordered = scalar.range() instanceof Range.Listed listed && !listed.ordered();
        return CodeBlock.of(
                ".$L($L, $L)",
                unordered ? "favouring" : "near",
                RangeCode.value(belief.value(), scalar),
                new Decimal(belief.strength()).text());
    }

    private static String factory(Content.Scalar scalar) {
        if (scalar.range() instanceof Range.Listed) {
            return "ofChoice";
        }
        ValueType type = scalar.type();
        return switch (type) {
            case DOUBLE -> "ofDouble";
            case FLOAT -> "ofFloat";
            case INT -> "ofInt";
            case LONG -> "ofLong";
            case BOOLEAN, STRING, ENUM -> throw new IllegalArgumentException("type (" + type + ") must be a number");
        };
    }
}
