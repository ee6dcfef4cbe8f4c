// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.Decimal;
import dev.hpo.processor.model.Naming;
import dev.hpo.processor.model.Range;
import dev.hpo.processor.model.ValueType;
import dev.hpo.space.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The code of a domain. */
final class RangeCode {

    private static final Pattern AT_SEPARATOR = Pattern.compile("(?<=[\\u2028\\u2029])|(?=[\\u2028\\u2029])");

    private RangeCode() {}

    /** Returns what follows the place in the arguments of a parameter's factory: the domain, and the values of a choice. */
    static CodeBlock arguments(Content.Scalar scalar) {
        Range range = scalar.range();
        if (range instanceof Range.Listed listed) {
            return listed(listed, scalar);
        }
        return range instanceof Range.Real real ? real(real) : whole((Range.Whole) range);
    }

    private static CodeBlock real(Range.Real range) {
        String min = new Decimal(range.min()).text();
        String max = new Decimal(range.max()).text();
        if (range.step() > 0) {
            return CodeBlock.of(
                    "$T.stepped($L, $L, $L)", RuntimeNames.REAL_DOMAIN, min, max, new Decimal(range.step()).text());
        }
        if (range.levels() > 0) {
            return CodeBlock.of(
                    "new $T($L, $L, $L, $L)", RuntimeNames.REAL_DOMAIN, min, max, scale(range.scale()), range.levels());
        }
        return CodeBlock.of("$T.of($L, $L, $L)", RuntimeNames.REAL_DOMAIN, scale(range.scale()), min, max);
    }

    private static CodeBlock whole(Range.Whole range) {
        String min = whole(range.min());
        String max = whole(range.max());
        if (range.step() > 0) {
            return CodeBlock.of("$T.stepped($L, $L, $L)", RuntimeNames.INTEGER_DOMAIN, min, max, whole(range.step()));
        }
        if (range.levels() > 0) {
            return CodeBlock.of(
                    "new $T($L, $L, $L, $L)",
                    RuntimeNames.INTEGER_DOMAIN,
                    min,
                    max,
                    scale(range.scale()),
                    range.levels());
        }
        return CodeBlock.of("$T.of($L, $L, $L)", RuntimeNames.INTEGER_DOMAIN, scale(range.scale()), min, max);
    }

    private static CodeBlock scale(Scale scale) {
        return CodeBlock.of("$T.$L", RuntimeNames.SCALE, scale.name());
    }

    private static String whole(long value) {
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    private static CodeBlock listed(Range.Listed range, Content.Scalar scalar) {
        return CodeBlock.of(
                "$L, $T.of($L)",
                domain(range.options().stream().map(Range.Option::text).toList(), range.ordered()),
                List.class,
                range.options().stream()
                        .map(option -> value(option.value(), scalar))
                        .collect(CodeBlock.joining(", ")));
    }

    /** Returns the code of a domain of texts. */
    static CodeBlock domain(List<Naming> texts, boolean ordered) {
        CodeBlock names = texts.stream().map(text -> literal(text.name())).collect(CodeBlock.joining(", "));
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.$L($L)", RuntimeNames.CHOICE_DOMAIN, ordered ? "ordered" : "of", names);
        for (Naming text : texts) {
            text.former().forEach(former -> code.add(".formerly($S, $S)", former, text.name()));
        }
        return code.build();
    }

    /** Returns a text as code. JavaPoet breaks lines at Unicode's separators too, and would do so inside the quotes. */
    private static CodeBlock literal(String text) {
        return Arrays.stream(AT_SEPARATOR.split(text, -1))
                .map(part -> switch (part) {
                    case "\u2028" -> CodeBlock.of("\"\\u2028\"");
                    case "\u2029" -> CodeBlock.of("\"\\u2029\"");
                    default -> CodeBlock.of("$S", part);
                })
                .collect(CodeBlock.joining(" + "));
    }

    /** Returns a value of a parameter as code. */
    static CodeBlock value(Object value, Content.Scalar scalar) {
        if (scalar.type() == ValueType.ENUM) {
            return CodeBlock.of("$T.$L", RuntimeNames.of(scalar.enumType().orElseThrow()), value);
        }
        if (value instanceof String text) {
            return literal(text);
        }
        if (value instanceof Double number) {
            return CodeBlock.of("$L$L", new Decimal(number).text(), scalar.type() == ValueType.FLOAT ? "f" : "");
        }
        return CodeBlock.of("$L$L", value, scalar.type() == ValueType.LONG ? "L" : "");
    }
}
