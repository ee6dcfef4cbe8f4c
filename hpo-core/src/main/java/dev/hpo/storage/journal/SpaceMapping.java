// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Space;
import dev.hpo.storage.journal.line.Assignment;
import dev.hpo.storage.journal.line.Distribution;
import dev.hpo.storage.journal.line.Distribution.Categorical;
import dev.hpo.storage.journal.line.Distribution.Whole;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The way between the configurations of a space and what Optuna stores of them. It loses nothing: numbers are stored as they
 * are, whole ones too, which are at most 2^53, and a choice as its index together with the list of choices. A parameter that does
 * not exist in a configuration is not there.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SpaceMapping {

    private final Space<?> space;
    private final Map<String, Distribution> distributions = new HashMap<>();

    private SpaceMapping(Space<?> space) {
        this.space = space;
        for (Parameter<?> parameter : space.parameters()) {
            distributions.put(parameter.name(), Distribution.of(DomainKind.of(parameter)));
        }
    }

    /** Returns the mapping of a space. */
    public static SpaceMapping of(Space<?> space) {
        return new SpaceMapping(space);
    }

    /** Returns what is stored of a configuration of the space, in the order of its parameters. */
    public Map<String, Assignment> assignments(Configuration configuration) {
        Map<String, Assignment> assignments = new LinkedHashMap<>();
        for (Parameter<?> parameter : space.parameters()) {
            if (configuration.contains(parameter)) {
                Object raw = configuration.raw(parameter);
                Distribution distribution = distribution(parameter);
                assignments.put(parameter.name(), new Assignment(distribution, internal(parameter.domain(), raw)));
            }
        }
        return assignments;
    }

    /** Returns the distribution that stands for the domain of a parameter of the space. */
    public Distribution distribution(Parameter<?> parameter) {
        Distribution distribution = distributions.get(parameter.name());
        if (distribution == null) {
            throw new IllegalArgumentException("parameter (" + parameter.name() + ") must be one of " + space);
        }
        return distribution;
    }

    private static double internal(Domain domain, Object raw) {
        return domain instanceof ChoiceDomain choices
                ? choices.choices().indexOf((String) raw)
                : ((Number) raw).doubleValue();
    }

    /**
     * Returns the configuration of a stored trial, whoever stored it.
     *
     * @throws ConfigurationException if it is none of the space; the message says why
     */
    public Configuration configuration(Map<String, Assignment> stored) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, Assignment> entry : stored.entrySet()) {
            Parameter<?> parameter = space.parameter(entry.getKey())
                    .orElseThrow(() -> new ConfigurationException(
                            "parameter (" + entry.getKey() + ") must be one of the space: " + distributions.keySet()));
            values.put(parameter.name(), raw(parameter, external(entry.getValue())));
        }
        Configuration.Builder builder = Configuration.builder();
        for (Parameter<?> parameter : space.parameters()) {
            Object raw = values.get(parameter.name());
            if (raw != null) {
                builder.setRaw(parameter, raw);
            }
        }
        Configuration configuration = builder.build();
        space.check(configuration);
        return configuration;
    }

    /**
     * Returns a stored value as Optuna hands it out, and as it is in {@code fixed_params}: a number, or a choice.
     *
     * @throws ConfigurationException if it is an index of no choice
     */
    public static @Nullable Object external(Assignment assignment) {
        double internal = assignment.internal();
        if (assignment.distribution().kind() instanceof Categorical categorical) {
            List<@Nullable Object> choices = categorical.choices();
            if (!(internal >= 0 && internal < choices.size())) {
                throw new ConfigurationException("index (" + internal + ") must be that of one of " + choices);
            }
            return choices.get((int) internal);
        }
        if (assignment.distribution().kind() instanceof Whole) {
            return (long) internal;
        }
        return internal;
    }

    /**
     * Returns the value of a parameter as Optuna hands it out, which is what {@code fixed_params} is to have.
     *
     * @param raw the raw value
     */
    public Object external(Parameter<?> parameter, Object raw) {
        Object external = external(new Assignment(distribution(parameter), internal(parameter.domain(), raw)));
        return external == null ? raw : external;
    }

    /**
     * Returns the raw value that one of Optuna's stands for.
     *
     * @param external a number, a truth value, a text or {@code null}
     * @throws ConfigurationException if the parameter has no such value; the message says why
     */
    public Object raw(Parameter<?> parameter, @Nullable Object external) {
        Domain domain = parameter.domain();
        if (domain instanceof ChoiceDomain choices) {
            return parameter.canonical(choice(parameter, choices, external));
        }
        if (external instanceof Number number && domain instanceof RealDomain) {
            return parameter.canonical(number.doubleValue());
        }
        if (external instanceof Number number && domain instanceof IntegerDomain && isWhole(number)) {
            return parameter.canonical(number.longValue());
        }
        return parameter.parse(String.valueOf(external));
    }

    private static boolean isWhole(Number number) {
        return number.doubleValue() == number.longValue();
    }

    private String choice(Parameter<?> parameter, ChoiceDomain domain, @Nullable Object external) {
        if (distribution(parameter).kind() instanceof Categorical categorical) {
            for (int index = 0; index < categorical.choices().size(); index++) {
                if (isSame(categorical.choices().get(index), external)) {
                    return domain.choices().get(index);
                }
            }
        }
        return (String) parameter.parse(String.valueOf(external));
    }

    private static boolean isSame(@Nullable Object choice, @Nullable Object external) {
        if (choice instanceof Number one && external instanceof Number other) {
            return one.doubleValue() == other.doubleValue();
        }
        return choice != null && choice.equals(external);
    }
}
