// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.space.CompositeSpace;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The configurations that a tuning method takes, together one search space.
 *
 * <p>A single one keeps the names of its parameters; several are prefixed, and their instances come as a list.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ConfigurationSlots {

    private final String test;
    private final List<ConfigurationSlot> slots;

    private ConfigurationSlots(String test, List<ConfigurationSlot> slots) {
        this.test = test;
        this.slots = slots;
    }

    /**
     * Returns the configurations that a method takes.
     *
     * @param annotation what errors call its annotation
     * @param test what errors call the method
     * @throws TuningConfigurationException if there is none, or two cannot be told apart
     */
    static ConfigurationSlots of(String annotation, String test, Method method) {
        List<ConfigurationSlot> slots = Arrays.stream(method.getParameters())
                .flatMap(parameter -> ConfigurationSlot.of(parameter).stream())
                .toList();
        if (slots.isEmpty()) {
            throw new TuningConfigurationException(annotation + " " + test
                    + " must take a configuration; add a parameter whose type is a @SearchSpace.");
        }
        Set<String> prefixes = new HashSet<>();
        for (ConfigurationSlot slot : slots) {
            if (!prefixes.add(slot.prefix())) {
                throw new TuningConfigurationException(
                        annotation + " " + test + " must not take two configurations named " + slot.prefix()
                                + "; give each a @Name of its own.");
            }
        }
        return new ConfigurationSlots(test, slots);
    }

    /** Returns the types of all, in the order of the method's parameters. */
    List<Class<?>> types() {
        return slots.stream().<Class<?>>map(ConfigurationSlot::type).toList();
    }

    /** Returns the space of all, whose instances {@link #value} takes apart. */
    public Space<?> space() {
        if (slots.size() == 1) {
            ConfigurationSlot only = slots.get(0);
            return only.name().isEmpty() ? SpaceLookup.of(only.type()) : placed(only);
        }
        return new CompositeSpace(slots.stream().map(ConfigurationSlots::placed).toList());
    }

    private static Space<?> placed(ConfigurationSlot slot) {
        return SpaceLookup.of(slot.type()).at(Scope.root().child(slot.prefix()));
    }

    /** Returns whether a parameter, of any method or constructor of the test class, takes one of these. */
    public boolean accepts(Parameter parameter) {
        return ConfigurationSlot.of(parameter)
                .filter(wanted -> slots.stream().anyMatch(slot -> slot.type() == wanted.type()))
                .isPresent();
    }

    /**
     * Returns the value of a parameter that is accepted.
     *
     * @param instance an instance of {@link #space()}
     * @throws TuningConfigurationException if it is not clear which configuration the parameter means
     */
    public Object value(Parameter parameter, Object instance) {
        ConfigurationSlot wanted = ConfigurationSlot.of(parameter).orElseThrow();
        List<ConfigurationSlot> found = meant(wanted);
        if (found.size() != 1) {
            throw new TuningConfigurationException(
                    parameter.getDeclaringExecutable().getName() + " parameter (" + wanted + ") must mean one of "
                            + slots.stream().map(ConfigurationSlot::toString).collect(Collectors.joining(", ")) + " of "
                            + test + "; give it the @Name of one.");
        }
        return slots.size() == 1 ? instance : ((List<?>) instance).get(slots.indexOf(found.get(0)));
    }

    /** Without a name it means the one that has none either, else the only one of its type. */
    private List<ConfigurationSlot> meant(ConfigurationSlot wanted) {
        if (slots.contains(wanted)) {
            return List.of(wanted);
        }
        return slots.stream()
                .filter(slot -> slot.type() == wanted.type() && wanted.name().isEmpty())
                .toList();
    }
}
