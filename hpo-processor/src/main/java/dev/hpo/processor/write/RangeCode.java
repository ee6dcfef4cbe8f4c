// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.write;

import dev.hpo.processor.model.Decimal;
import dev.hpo.processor.model.Naming;
import dev.hpo.processor.model.Range;
import dev.hpo.space.Scale;
import java.util.List;
import java.util.stream.Stream;

/** The code of a domain. */
final class RangeCode {

    private RangeCode() {}

    static String numbers(Range range) {
        return range instanceof Range.Real real ? real(real) : whole((Range.Whole) range);
    }

    private static String real(Range.Real range) {
        String min = new Decimal(range.min()).text();
        String max = new Decimal(range.max()).text();
        String step = new Decimal(range.step()).text();
        return range.step() > 0
                ? "stepped(" + min + ", " + max + ", " + step + ")"
                : scaled(range.scale(), min, max, range.levels());
    }

    private static String whole(Range.Whole range) {
        String min = whole(range.min());
        String max = whole(range.max());
        return range.step() > 0
                ? "stepped(" + min + ", " + max + ", " + whole(range.step()) + ")"
                : scaled(range.scale(), min, max, range.levels());
    }

    private static String scaled(Scale scale, String min, String max, int levels) {
        String method =
                switch (scale) {
                    case LINEAR -> "linear";
                    case LOG -> "log";
                    case ONE_MINUS_LOG -> "oneMinusLog";
                    case LOGIT -> "logit";
                };
        return method + "(" + min + ", " + max + (levels > 0 ? ", " + levels : "") + ")";
    }

    private static String whole(long value) {
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    /**
     * Returns the code of a domain of texts.
     *
     * @param room how many texts may be constants of their own
     */
    static String listed(List<Naming> texts, boolean ordered, int room) {
        List<String> names = texts.stream().map(Naming::name).toList();
        String domain = (ordered ? "ordered(" : "choices(") + TextCode.arguments(names, room) + ")";
        List<String> former = texts.stream()
                .flatMap(text -> text.former().stream().flatMap(name -> Stream.of(name, text.name())))
                .toList();
        return former.isEmpty() ? domain : "formerly(" + domain + ", " + TextCode.arguments(former, room) + ")";
    }
}
