// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The parameters of a list whose elements are search spaces of their own: its size, and a space for each element that can
 * exist.
 *
 * @param <T> the type of the elements
 * @param <S> the type of the elements' space
 */
public final class ListSpace<T, S extends Space<T>> implements Member {

    /** The number of elements. */
    public final Parameter<Integer> size;

    private final Scope scope;
    private final List<S> elements;

    /**
     * Creates the spaces of a list.
     *
     * @param scope the place of the list
     * @param min the smallest number of elements
     * @param max the largest number of elements
     * @param element makes the space of an element at its place
     */
    public ListSpace(Scope scope, int min, int max, Function<Scope, S> element) {
        this.scope = scope;
        this.size = ListScopes.size(scope, min, max);
        this.elements =
                ListScopes.elements(scope, size, min, max).stream().map(element).toList();
    }

    /**
     * Returns the space of an element.
     *
     * @param index from 0 to below the largest size
     */
    public S get(int index) {
        return elements.get(index);
    }

    /** Returns the place of the list. */
    Scope scope() {
        return scope;
    }

    /** Returns the list that a configuration holds. */
    public List<T> decode(Configuration configuration) {
        List<T> values = new ArrayList<>();
        for (S element : elements.subList(0, configuration.get(size))) {
            values.add(element.decode(configuration));
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

    /** Hands the size and then the parameters of the elements to a consumer. */
    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(size);
        elements.forEach(element -> element.forEachParameter(consumer));
    }
}
