// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import dev.hpo.annotations.Experimental;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One hyperparameter of a search space: its name, its domain, when it exists, and the type of its values.
 *
 * <p>Generated search spaces hold these as typed keys: {@code configuration.get(MlpConfigSpace.SPACE.learningRate)} is a
 * {@code Double}. Two parameters are equal if their names, domains and conditions are; what is
 * believed of their good values, and whether they may change while a model trains, makes no difference.
 *
 * @param <T> the type of the values in the user's configuration
 */
public final class Parameter<T> implements Member {

    private final Scope scope;
    private final Domain domain;
    private final Function<Object, T> fromRaw;
    private final Function<T, Object> toRaw;
    private final Remarks remarks;

    /** What is said of a parameter and is no part of its identity. */
    private record Remarks(Optional<Prior> prior, boolean isAdjustable) {}

    private Parameter(Scope scope, Domain domain, Function<Object, T> fromRaw, Function<T, Object> toRaw) {
        this(scope, domain, fromRaw, toRaw, new Remarks(Optional.empty(), false));
    }

    private Parameter(
            Scope scope, Domain domain, Function<Object, T> fromRaw, Function<T, Object> toRaw, Remarks remarks) {
        this.scope = scope;
        this.domain = domain;
        this.fromRaw = fromRaw;
        this.toRaw = toRaw;
        this.remarks = remarks;
    }

    /** Returns a parameter of type {@code double}. */
    public static Parameter<Double> ofDouble(Scope scope, RealDomain domain) {
        return new Parameter<>(scope, domain, raw -> (Double) raw, value -> value);
    }

    /** Returns a parameter of type {@code float}; its raw values are the decimal texts of floats, as a double. */
    public static Parameter<Float> ofFloat(Scope scope, RealDomain domain) {
        if (!((float) domain.min() < (float) domain.max()
                && Float.isFinite((float) domain.min())
                && Float.isFinite((float) domain.max())
                && (domain.min() == 0 || (float) domain.min() != 0))) {
            throw new IllegalArgumentException(scope.name() + " bounds (" + domain.min() + ", " + domain.max()
                    + ") must differ as floats, and be finite");
        }
        return new Parameter<>(scope, domain, raw -> ((Double) raw).floatValue(), value -> floatToRaw(domain, value));
    }

    /** Returns a parameter of type {@code int}; the domain must lie within the range of an int. */
    public static Parameter<Integer> ofInt(Scope scope, IntegerDomain domain) {
        if (domain.min() < Integer.MIN_VALUE || domain.max() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    scope.name() + " bounds (" + domain.min() + ", " + domain.max() + ") must be ints");
        }
        return new Parameter<>(scope, domain, raw -> Math.toIntExact((Long) raw), Integer::longValue);
    }

    /** Returns a parameter of type {@code long}. */
    public static Parameter<Long> ofLong(Scope scope, IntegerDomain domain) {
        return new Parameter<>(scope, domain, raw -> (Long) raw, value -> value);
    }

    /**
     * Returns a parameter that takes one of some values.
     *
     * @param scope its place
     * @param domain the texts that stand for the values
     * @param values the values, in the order of the texts
     * @throws IllegalArgumentException if there are not as many values as texts
     */
    public static <T> Parameter<T> ofChoice(Scope scope, ChoiceDomain domain, List<? extends T> values) {
        List<T> choices = List.copyOf(values);
        if (choices.size() != domain.choices().size()) {
            throw new IllegalArgumentException(
                    "values (" + choices + ") must be as many as the choices (" + domain.choices() + ")");
        }
        return new Parameter<>(
                scope,
                domain,
                raw -> choices.get(domain.choices().indexOf((String) raw)),
                value -> choiceToRaw(domain, choices, value));
    }

    /**
     * Returns this parameter with the belief that good values lie near one: a normal distribution on the parameter's scale.
     *
     * @param value a value of the domain, whose values must have an order
     * @param spread the standard deviation, as a share of the range on the scale; above 0, at most 1
     * @throws ConfigurationException if the value is not in the domain
     * @throws IllegalArgumentException if the values have no order, or the spread is out of its range
     */
    public Parameter<T> near(T value, double spread) {
        return withPrior(new NormalPrior(domain, raw(value), spread));
    }

    /**
     * Returns this parameter with the belief that one of its choices, which have no order, is good.
     *
     * @param choice the choice
     * @param weight the share of the probability that it gets, the rest being spread over all choices; above 0, at most 0.9
     * @throws ConfigurationException if there is no such choice
     * @throws IllegalArgumentException if the values have an order, or the weight is out of its range
     */
    public Parameter<T> favouring(T choice, double weight) {
        return withPrior(new ChoicePrior(domain, raw(choice), weight));
    }

    private Parameter<T> withPrior(Prior belief) {
        return with(new Remarks(Optional.of(belief), remarks.isAdjustable()));
    }

    /**
     * Returns this parameter as one that may change while a model trains, such as a learning rate. What decides whether another parameter
     * exists must not be one; see {@link Space#adjustable}.
     */
    @Experimental
    public Parameter<T> adjustable() {
        return with(new Remarks(remarks.prior(), true));
    }

    private Parameter<T> with(Remarks others) {
        return new Parameter<>(scope, domain, fromRaw, toRaw, others);
    }

    /** Returns the name, unique in its space, such as {@code optimizer.adam.beta1} or {@code layers[0].units}. */
    public String name() {
        return scope.name();
    }

    /** Returns the names under which values of this parameter may be stored from before, possibly none. */
    public List<String> formerNames() {
        return scope.formerNames();
    }

    /** Returns the values this parameter can take. */
    public Domain domain() {
        return domain;
    }

    /** Returns where good values are believed to lie; empty if nothing is believed. */
    public Optional<Prior> prior() {
        return remarks.prior();
    }

    /** Returns whether this parameter may change while a model trains. */
    @Experimental
    public boolean isAdjustable() {
        return remarks.isAdjustable();
    }

    /** Returns what must hold for this parameter to exist, the outermost condition first; empty if it always does. */
    public List<Condition> conditions() {
        return scope.conditions();
    }

    /** Returns whether this parameter exists in a configuration that holds its parents. */
    public boolean isActive(Configuration configuration) {
        for (Condition condition : scope.conditions()) {
            if (!condition.holds(configuration)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the value that a raw value stands for.
     *
     * @param raw a value of the domain
     */
    public T value(Object raw) {
        return fromRaw.apply(raw);
    }

    /**
     * Returns the raw value of a value.
     *
     * @throws ConfigurationException if it is not in the domain, or {@code null}
     */
    public Object raw(T value) {
        if (value == null) {
            throw new ConfigurationException(name() + " must not be null; give " + domain.describe());
        }
        return named(() -> domain.canonical(toRaw.apply(value)));
    }

    /**
     * Returns the raw value that survives the way through the type of the values: a float has fewer digits than a double.
     *
     * @throws ConfigurationException if it is not in the domain
     */
    public Object canonical(Object raw) {
        return named(() -> domain.canonical(toRaw.apply(fromRaw.apply(domain.canonical(raw)))));
    }

    /**
     * Returns the raw value that a text stands for.
     *
     * @throws ConfigurationException if it stands for none; the message names this parameter
     */
    public Object parse(String text) {
        return named(() -> canonical(domain.parse(text)));
    }

    /**
     * Returns the value that a configuration holds.
     *
     * @throws ConfigurationException if this parameter does not exist in it
     */
    public T decode(Configuration configuration) {
        return value(configuration.raw(this));
    }

    /** Hands this parameter to a consumer. */
    @Override
    public void forEachParameter(Consumer<? super Parameter<?>> consumer) {
        consumer.accept(this);
    }

    private Object named(Supplier<Object> action) {
        try {
            return action.get();
        } catch (ConfigurationException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(name() + " ") ? e : new ConfigurationException(name() + " " + message, e);
        }
    }

    private static Object floatToRaw(RealDomain domain, float value) {
        if (value == (float) domain.max()) {
            return domain.max();
        }
        if (value == (float) domain.min()) {
            return domain.min();
        }
        double decimal = Double.parseDouble(Float.toString(value));
        if (domain.levels() > 0 && domain.min() < decimal && decimal < domain.max()) {
            double level = domain.nearestLevel(decimal);
            return (float) level == value ? level : decimal;
        }
        return decimal;
    }

    private static <T> Object choiceToRaw(ChoiceDomain domain, List<T> values, T value) {
        int index = values.indexOf(value);
        return index < 0 ? String.valueOf(value) : domain.choices().get(index);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameter<?> that
                && name().equals(that.name())
                && domain.equals(that.domain)
                && conditions().equals(that.conditions());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name() + ": " + domain.describe();
    }
}
