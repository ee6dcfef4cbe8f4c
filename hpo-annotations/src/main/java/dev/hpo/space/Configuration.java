// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value for every parameter that exists: one point of a search space. Immutable, and equal to another with the same values.
 *
 * <p>Values are raw, as {@link Domain} defines them; {@link #get} gives them in their own type.
 */
public final class Configuration {

    private final Map<String, Object> values;

    private Configuration(Map<String, Object> values) {
        this.values = values;
    }

    /** Returns a builder without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the value of a parameter.
     *
     * @throws ConfigurationException if the parameter does not exist in this configuration
     */
    public <T> T get(Parameter<T> parameter) {
        return parameter.value(raw(parameter));
    }

    /**
     * Returns the raw value of a parameter, as its {@link Domain} defines it.
     *
     * @throws ConfigurationException if the parameter does not exist in this configuration
     */
    public Object raw(Parameter<?> parameter) {
        Object raw = values.get(parameter.name());
        if (raw == null) {
            throw new ConfigurationException(
                    parameter.name() + " must have a value; there are only " + values.keySet());
        }
        return raw;
    }

    /** Returns whether a parameter has a value here. */
    public boolean contains(Parameter<?> parameter) {
        return values.containsKey(parameter.name());
    }

    /** Returns the raw values by name, in the order of the space; unmodifiable. */
    public Map<String, Object> asMap() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Configuration that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Collects the values of a configuration. Not safe for use by several threads. */
    public static final class Builder {

        private final Map<String, Object> values = new LinkedHashMap<>();
        private final Configuration view = new Configuration(Collections.unmodifiableMap(values));
        private final Members members = new Members();

        private Builder() {}

        /**
         * Sets the value of a parameter.
         *
         * @throws ConfigurationException if the value is not in the parameter's domain
         */
        public <T> Builder set(Parameter<T> parameter, T value) {
            members.notice(value);
            try {
                values.put(parameter.name(), parameter.raw(value));
            } catch (ConfigurationException e) {
                members.refuse(parameter.name(), value, rule(parameter.domain()));
                throw e;
            }
            return this;
        }

        /**
         * Sets the values of an instance that is a member of another.
         *
         * @param member the space of the member
         * @throws ConfigurationException if a value is not in its parameter's domain, or the instance is {@code null}
         */
        public <T> Builder set(Space<T> member, T instance) {
            requireMember(member.scope(), instance, "an instance of " + member.typeName());
            members.within(() -> member.encode(instance, this));
            return this;
        }

        /**
         * Sets the values of a list that is a member.
         *
         * @param member the parameters of the list
         * @throws ConfigurationException if its size or an element does not fit, or the list is {@code null}
         */
        public <T> Builder set(ListParameter<T> member, List<? extends T> elements) {
            requireMember(member.scope(), elements, "a list");
            members.within(() -> member.encode(elements, this));
            return this;
        }

        /**
         * Sets the values of a list of instances that is a member.
         *
         * @param member the spaces of the list
         * @throws ConfigurationException if its size or a value does not fit, or the list is {@code null}
         */
        public <T, S extends Space<T>> Builder set(ListSpace<T, S> member, List<? extends T> elements) {
            requireMember(member.scope(), elements, "a list");
            members.within(() -> member.encode(elements, this));
            return this;
        }

        private void requireMember(Scope place, @Nullable Object held, String what) {
            members.notice(held);
            if (held == null) {
                members.refuse(place.name(), null, what);
                throw new ConfigurationException(place.name() + " must not be null; give " + what);
            }
        }

        private static String rule(Domain domain) {
            return domain instanceof ChoiceDomain ? domain.describe() : "in " + domain.describe();
        }

        Members members() {
            return members;
        }

        /**
         * Sets the raw value of a parameter.
         *
         * @throws ConfigurationException if the value is not in the parameter's domain
         */
        public Builder setRaw(Parameter<?> parameter, Object raw) {
            values.put(parameter.name(), parameter.canonical(raw));
            return this;
        }

        /** Returns what is set so far, to look at while building; it changes with this builder. */
        public Configuration soFar() {
            return view;
        }

        /** Returns the configuration. */
        public Configuration build() {
            return new Configuration(NamedValues.copyOf(values));
        }
    }
}
