// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.HashSet;
import java.util.List;

/**
 * A list of values named by their texts, with or without an order among them.
 *
 * @param choices the texts, each once; at least one
 * @param ordered whether neighbours in the list are taken to behave alike
 */
public record ChoiceDomain(List<String> choices, boolean ordered) implements Domain {

    /** Creates a domain, checking that the choices are distinct. */
    public ChoiceDomain {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("choices must not be empty");
        }
        if (new HashSet<>(choices).size() < choices.size()) {
            throw new IllegalArgumentException("choices (" + choices + ") must be distinct");
        }
    }

    /** Returns the domain of the given texts without an order. */
    public static ChoiceDomain of(String... choices) {
        return new ChoiceDomain(List.of(choices), false);
    }

    /** Returns the domain of the given texts in their order. */
    public static ChoiceDomain ordered(String... choices) {
        return new ChoiceDomain(List.of(choices), true);
    }

    @Override
    public boolean contains(Object raw) {
        return raw instanceof String text && choices.contains(text);
    }

    @Override
    public String fromUnit(double position) {
        return choices.get((int) Unit.cell(Unit.clamp(position), choices.size()));
    }

    @Override
    public double toUnit(Object raw) {
        return Unit.middle(choices.indexOf((String) Values.require(this, raw)), choices.size());
    }

    @Override
    public long cardinality() {
        return choices.size();
    }

    @Override
    public String valueAt(long index) {
        return choices.get(Math.toIntExact(index));
    }

    @Override
    public String parse(String text) {
        return (String) Values.require(this, text);
    }

    @Override
    public String shortText(Object raw) {
        return raw.toString();
    }

    @Override
    public String describe() {
        return "one of " + String.join(", ", choices) + (ordered ? ", in this order" : "");
    }
}
