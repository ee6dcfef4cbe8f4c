// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The parameters of a list of simple values: its size, and one for each element that can exist.
 *
 * @param <T> the type of the elements
 */
public final class ListParameter<T> implements Member {

    /** The number of elements. */
    public final Parameter<Integer> size;

    private final Scope scope;
    private final List<Parameter<T>> elements;

    /**
     * Creates the parameters of a list.
     *
     * @param scope the place of the list
     * @param min the smallest number of elements
     * @param max the largest number of elements
     * @param element makes the parameter of an element at its place
     */
    public ListParameter(Scope scope, int min, int max, Function<Scope, Parameter<T>> element) {
        this.scope = scope;
        this.size = ListScopes.size(scope, min, max);
        this.elements =
                ListScopes.elements(scope, size, min, max).stream().map(element).toList();
    }

    /**
     * Returns the parameter of an element.
     *
     * @param index from 0 to below the largest size
     */
    public Parameter<T> get(int index) {
        return elements.get(index);
    }

    /** Returns the place of the list. */
    Scope scope() {
        return scope;
    }

    /** Returns the list that a configuration holds. */
    public List<T> decode(Configuration configuration) {
        List<T> values = new ArrayList<>();
        for (Parameter<T> element : elements.subList(0, configuration.get(size))) {
            values.add(configuration.get(element));
        }
        return List.copyOf(values);
    }

    /** Adds a list to a configuration. */
    public void encode(List<? extends T> values, Configuration.Builder sink) {
        sink.set(size, ListScopes.requireValues(size, values).size());
        for (int i = 0; i < values.size(); i++) {
            sink.set(elements.get(i), values.get(i));
        }
    }

    /** Hands the size and then the elements to a consumer. */
    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(size);
        elements.forEach(consumer);
    }
}
