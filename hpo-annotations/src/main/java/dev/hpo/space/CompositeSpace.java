// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Several search spaces tuned together, each at a place of its own; its instances are lists of the parts' instances. */
public final class CompositeSpace extends Space<List<Object>> {

    private final List<Space<Object>> parts;

    /**
     * Creates a space of parts.
     *
     * @param parts the spaces, whose parameters must have distinct names
     */
    public CompositeSpace(List<? extends Space<?>> parts) {
        super(List.class, Scope.root());
        this.parts = parts.stream().map(CompositeSpace::ofObjects).toList();
    }

    @Override
    public List<Object> decode(Configuration configuration) {
        List<Object> instances = new ArrayList<>();
        parts.forEach(part -> instances.add(part.decode(configuration)));
        return List.copyOf(instances);
    }

    @Override
    public void encode(List<Object> instances, Configuration.Builder sink) {
        if (instances.size() != parts.size()) {
            throw new ConfigurationException("instances (" + instances + ") must be one of each of " + typeName());
        }
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).encode(instances.get(i), sink);
        }
    }

    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        parts.forEach(part -> part.forEachParameter(consumer));
    }

    @Override
    public CompositeSpace at(Scope place) {
        return new CompositeSpace(
                parts.stream().map(part -> part.at(within(place, part.scope()))).toList());
    }

    private static Scope within(Scope place, Scope part) {
        return place.child(part.name(), part.formerNames().toArray(String[]::new));
    }

    @Override
    public String typeName() {
        return parts.stream().map(Space::typeName).collect(Collectors.joining(" and "));
    }

    /** Returns the start configurations of all parts, if each has one. If only some have, none is lost without a word. */
    @Override
    public Start<List<Object>> start() {
        List<Object> instances = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        boolean isExpected = false;
        for (Space<Object> part : parts) {
            Start<Object> start = part.start();
            start.instance().ifPresent(instances::add);
            isExpected |= start.instance().isPresent() || !start.reason().isEmpty();
            if (start.instance().isEmpty()) {
                reasons.add(start.reason().isEmpty() ? part.typeName() + " has no @Initial method" : start.reason());
            }
        }
        if (reasons.isEmpty()) {
            return Start.of(List.copyOf(instances));
        }
        return isExpected ? Start.none(String.join("; ", reasons)) : Start.none();
    }

    /** Safe, since a part only ever gets back instances it has made or that its own type declares. */
    @SuppressWarnings("unchecked")
    private static Space<Object> ofObjects(Space<?> space) {
        return (Space<Object>) space;
    }
}
