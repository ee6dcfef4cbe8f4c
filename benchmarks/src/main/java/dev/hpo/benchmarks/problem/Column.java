// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A parameter of a table.
 *
 * @param name its name, which is that of its column in a table with named columns
 * @param domain its values
 * @param when the values of other columns with which it exists: one of the list, for each column; empty if it always does
 */
record Column(String name, Domain domain, Map<String, List<String>> when) {

    static Column read(Entry entry) {
        return new Column(entry.text("name"), domain(entry), entry.has("when") ? entry.lists("when") : Map.of());
    }

    boolean isCategorical() {
        return domain instanceof ChoiceDomain;
    }

    private static Domain domain(Entry entry) {
        return switch (entry.text("type")) {
            case "categorical" ->
                new ChoiceDomain(entry.has("choices") ? entry.texts("choices") : indices(entry), false);
            case "int" ->
                entry.has("radix")
                        ? IntegerDomain.of(Scale.LINEAR, 0, entry.whole("radix") - 1)
                        : IntegerDomain.of(scale(entry), entry.whole("low"), entry.whole("high"));
            case "float" -> RealDomain.of(scale(entry), entry.number("low"), entry.number("high"));
            default ->
                throw new ProblemException(
                        entry.source() + ": type (" + entry.text("type") + ") must be categorical, int or float");
        };
    }

    private static List<String> indices(Entry entry) {
        return IntStream.range(0, (int) entry.whole("radix"))
                .mapToObj(Integer::toString)
                .toList();
    }

    private static Scale scale(Entry entry) {
        String scale = entry.has("scale") ? entry.text("scale") : "linear";
        return switch (scale) {
            case "linear" -> Scale.LINEAR;
            case "log" -> Scale.LOG;
            default -> throw new ProblemException(entry.source() + ": scale (" + scale + ") must be linear or log");
        };
    }
}
