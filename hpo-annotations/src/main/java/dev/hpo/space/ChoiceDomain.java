// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of values named by their texts, with or without an order among them.
 *
 * @param choices the texts, each once; at least one
 * @param ordered whether neighbours in the list are taken to behave alike
 * @param formerTexts the choices by the texts that stood for them before, which are read as the present ones
 */
public record ChoiceDomain(List<String> choices, boolean ordered, Map<String, String> formerTexts) implements Domain {

    /** Creates a domain, checking that the choices are distinct. */
    public ChoiceDomain {
        choices = List.copyOf(choices);
        formerTexts = Collections.unmodifiableMap(new LinkedHashMap<>(formerTexts));
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("choices must not be empty");
        }
        if (new HashSet<>(choices).size() < choices.size()) {
            throw new IllegalArgumentException("choices (" + choices + ") must be distinct");
        }
        if (!choices.containsAll(formerTexts.values())) {
            throw new IllegalArgumentException("former texts (" + formerTexts + ") must stand for choices");
        }
    }

    /** Creates a domain whose choices always had the texts they have. */
    public ChoiceDomain(List<String> choices, boolean ordered) {
        this(choices, ordered, Map.of());
    }

    /** Returns the domain of the given texts without an order. */
    public static ChoiceDomain of(String... choices) {
        return new ChoiceDomain(List.of(choices), false);
    }

    /** Returns the domain of the given texts in their order. */
    public static ChoiceDomain ordered(String... choices) {
        return new ChoiceDomain(List.of(choices), true);
    }

    /**
     * Returns this domain, reading a former text as one of its choices.
     *
     * @param former the text that was stored before
     * @param choice the choice it stands for
     */
    public ChoiceDomain formerly(String former, String choice) {
        Map<String, String> texts = new LinkedHashMap<>(formerTexts);
        texts.put(former, choice);
        return new ChoiceDomain(choices, ordered, texts);
    }

    @Override
    public boolean contains(Object raw) {
        return raw instanceof String text && choices.contains(text);
    }

    @Override
    public String canonical(Object raw) {
        return (String)
                Values.require(this, choices.contains(raw) ? raw : formerTexts.getOrDefault(raw, String.valueOf(raw)));
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
        boolean known = choices.contains(text) || formerTexts.containsKey(text);
        return canonical(known ? text : text.strip());
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
