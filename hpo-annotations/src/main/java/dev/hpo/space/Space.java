// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import dev.hpo.annotations.Experimental;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A typed search space: the parameters of a configuration type and the way between its instances and {@link
 * Configuration}s.
 *
 * <p>The annotation processor generates a subclass for every type annotated with {@code @SearchSpace}, with one public
 * field a parameter:
 *
 * <pre>{@code
 * MlpConfig config = MlpConfigSpace.SPACE.load(Path.of("best.properties"));
 * Configuration point = MlpConfigSpace.SPACE.configuration(config);
 * double rate = point.get(MlpConfigSpace.SPACE.learningRate);
 * }</pre>
 *
 * @param <T> the configuration type
 */
public abstract class Space<T> implements Member {

    private final Class<?> type;
    private final Scope scope;
    private volatile Map<String, Parameter<?>> byName = Map.of();

    /**
     * Creates a space.
     *
     * @param type the configuration type, which error messages name
     * @param scope where in a tree of spaces this one is
     */
    protected Space(Class<?> type, Scope scope) {
        this.type = type;
        this.scope = scope;
    }

    /**
     * Returns the space of a type that the annotation processor has refused. It can be had, but every method of it throws a {@link
     * SpaceRefusedException} with all errors, each time.
     *
     * @param type the qualified name of the type
     * @param errors what the processor has reported
     */
    public static Space<?> refused(String type, String... errors) {
        return new RefusedSpace(type, List.of(errors));
    }

    /**
     * Returns the instance that a configuration stands for.
     *
     * @throws ConfigurationException if a parameter has no value
     * @throws IllegalArgumentException if the constructor of the type rejects the values: such a configuration is infeasible
     */
    public abstract T decode(Configuration configuration);

    /**
     * Adds the values of an instance to a configuration.
     *
     * @throws ConfigurationException if a value is not in its parameter's domain
     */
    public abstract void encode(T instance, Configuration.Builder sink);

    /** Hands every parameter to a consumer, in the order of declaration, a parent before what depends on it. */
    @Override
    public abstract void forEachParameter(Consumer<? super Parameter<?>> consumer);

    /** Returns the same space at another place, its parameters named and conditioned accordingly. */
    public abstract Space<T> at(Scope place);

    /** Returns where a study begins: the start configuration, or why there is none. */
    public Start<T> start() {
        return Start.none();
    }

    /** Returns the start configuration, if there is one. */
    public final Optional<T> initial() {
        return start().instance();
    }

    /** Does nothing, unless the annotation processor has refused the type: then it throws. */
    void requireAccepted() {}

    /** Returns the configuration type. */
    public final Class<?> type() {
        requireAccepted();
        return type;
    }

    /** Returns the name of the configuration type for people: its simple name. */
    public String typeName() {
        return type.getSimpleName();
    }

    /** Returns the place of this space in a tree of spaces. */
    public final Scope scope() {
        requireAccepted();
        return scope;
    }

    /** Returns all parameters, in the order of declaration, a parent before what depends on it. */
    public final List<Parameter<?>> parameters() {
        return List.copyOf(index().values());
    }

    /** Returns the parameter of a name or former name, if there is one. */
    public final Optional<Parameter<?>> parameter(String name) {
        Parameter<?> parameter = index().get(name);
        if (parameter != null) {
            return Optional.of(parameter);
        }
        return index().values().stream()
                .filter(candidate -> candidate.formerNames().contains(name))
                .findFirst();
    }

    /**
     * Returns the parameters that may change while a model trains, in the order of {@link #parameters()}; possibly none.
     *
     * @throws IllegalStateException if another parameter exists only with certain values of one of them: that is structure
     */
    @Experimental
    public final List<Parameter<?>> adjustable() {
        List<Parameter<?>> adjustable =
                parameters().stream().filter(Parameter::isAdjustable).toList();
        Set<String> names = adjustable.stream().map(Parameter::name).collect(Collectors.toSet());
        for (Parameter<?> parameter : parameters()) {
            for (Condition condition : parameter.conditions()) {
                String parent = condition.parent().name();
                if (names.contains(parent)) {
                    throw new IllegalStateException(parent + " must not be adjustable, as " + parameter.name()
                            + " exists only with some of its values; leave out adjustable()");
                }
            }
        }
        return adjustable;
    }

    /**
     * Returns the configuration of an instance.
     *
     * @throws ConfigurationException if a value is not in its parameter's domain
     */
    public final Configuration configuration(T instance) {
        Configuration.Builder builder = Configuration.builder();
        encode(instance, builder);
        return builder.build();
    }

    /**
     * Builds a configuration by choosing a raw value for each parameter that exists, given the choices before it.
     *
     * @param chooser returns the raw value of a parameter; called in the order of {@link #parameters()}
     * @throws ConfigurationException if a chosen value is not in its parameter's domain
     */
    public final Configuration choose(Function<? super Parameter<?>, ?> chooser) {
        Configuration.Builder builder = Configuration.builder();
        for (Parameter<?> parameter : index().values()) {
            if (parameter.isActive(builder.soFar())) {
                builder.setRaw(parameter, chooser.apply(parameter));
            }
        }
        return builder.build();
    }

    /**
     * Checks that a configuration has a value for every parameter that exists in it, and no other.
     *
     * @throws ConfigurationException if it does not; the message names every fault
     */
    public final void check(Configuration configuration) {
        requireAccepted();
        List<String> faults = ConfigurationCheck.faults(this, configuration, Set.of());
        if (!faults.isEmpty()) {
            throw new ConfigurationException(String.join("\n", faults));
        }
    }

    /** Returns a configuration for people: {@code learningRate=3.1e-4, units=64}. */
    public final String display(Configuration configuration) {
        return parameters().stream()
                .filter(configuration::contains)
                .map(parameter -> parameter.name() + "=" + shortText(parameter, configuration))
                .collect(Collectors.joining(", "));
    }

    /**
     * Reads an instance from a {@code .properties} file, such as the {@code best.properties} of a study.
     *
     * @throws IOException if the file cannot be read
     * @throws ConfigurationException if the file is not in UTF-8, or if a key is missing, unknown or out of its domain; the
     *     message names the file and each fault
     * @throws IllegalArgumentException if the constructor of the type rejects the values
     */
    public final T load(Path file) throws IOException {
        requireAccepted();
        return decode(Utf8.load(file, this::read));
    }

    /**
     * Reads an instance from a {@code .properties} file that is a resource of the program.
     *
     * @param name its name, as {@link Class#getResource} takes it: beside the configuration type, or from the root of the class path
     *     if it begins with a slash
     * @throws IOException if there is none of that name, or if it cannot be read
     * @throws ConfigurationException as {@link #load} does
     * @throws IllegalArgumentException if the constructor of the type rejects the values
     */
    public final T loadResource(String name) throws IOException {
        requireAccepted();
        return decode(Utf8.loadResource(type, name, this::read));
    }

    private Configuration read(Reader reader, String source) throws IOException {
        return ConfigurationProperties.read(this, reader, source);
    }

    /** Returns a text that is equal for two spaces exactly if their parameters, domains and conditions are. */
    public final String fingerprint() {
        return Fingerprint.of(this);
    }

    private static String shortText(Parameter<?> parameter, Configuration configuration) {
        return parameter.domain().shortText(configuration.raw(parameter));
    }

    private Map<String, Parameter<?>> index() {
        Map<String, Parameter<?>> known = byName;
        if (known.isEmpty()) {
            List<Parameter<?>> all = new ArrayList<>();
            forEachParameter(all::add);
            known = new LinkedHashMap<>();
            for (Parameter<?> parameter : all) {
                if (known.put(parameter.name(), parameter) != null) {
                    throw new IllegalStateException(typeName() + " has two parameters named " + parameter.name());
                }
            }
            byName = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return typeName() + parameters();
    }
}
