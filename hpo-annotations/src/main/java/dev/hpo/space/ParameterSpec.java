// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import dev.hpo.annotations.Experimental;
import java.util.function.Function;

/**
 * What a parameter is apart from its place: the type of its values, its domain, what is believed of them, and whether they may change
 * while a model trains.
 *
 * <p>Generated code gets one from the methods of {@link MemberSpace} and puts it at a place, or at those of a list's elements.
 *
 * @param <T> the type of the values in the user's configuration
 */
public final class ParameterSpec<T> {

    private final Function<Scope, Parameter<T>> maker;

    ParameterSpec(Function<Scope, Parameter<T>> maker) {
        this.maker = maker;
    }

    /** Returns the parameter at a place. */
    public Parameter<T> at(Scope place) {
        return maker.apply(place);
    }

    /**
     * Returns the parameters of a list of such values.
     *
     * @param place the place of the list
     * @param min the smallest number of elements
     * @param max the largest number of elements
     */
    public ListParameter<T> list(Scope place, int min, int max) {
        return new ListParameter<>(place, min, max, maker);
    }

    /** Returns this with the belief that good values lie near a number; see {@link Parameter#near}. */
    public ParameterSpec<T> near(double raw, double spread) {
        return nearRaw(raw, spread);
    }

    /** Returns this with the belief that good values lie near a whole number; see {@link Parameter#near}. */
    public ParameterSpec<T> near(long raw, double spread) {
        return nearRaw(raw, spread);
    }

    /** Returns this with the belief that good values lie near a choice, given by its text; see {@link Parameter#near}. */
    public ParameterSpec<T> near(String raw, double spread) {
        return nearRaw(raw, spread);
    }

    /** Returns this with the belief that a choice, given by its text, is good; see {@link Parameter#favouring}. */
    public ParameterSpec<T> favouring(String raw, double weight) {
        return new ParameterSpec<>(place -> {
            Parameter<T> parameter = at(place);
            return parameter.favouring(parameter.value(parameter.canonical(raw)), weight);
        });
    }

    /** Returns this as one that may change while a model trains; see {@link Parameter#adjustable}. */
    @Experimental
    public ParameterSpec<T> adjustable() {
        return new ParameterSpec<>(place -> at(place).adjustable());
    }

    private ParameterSpec<T> nearRaw(Object raw, double spread) {
        return new ParameterSpec<>(place -> {
            Parameter<T> parameter = at(place);
            return parameter.near(parameter.value(parameter.canonical(raw)), spread);
        });
    }
}
