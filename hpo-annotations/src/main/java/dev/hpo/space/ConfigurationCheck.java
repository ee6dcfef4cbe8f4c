// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is wrong with a configuration, all of it in one go. */
final class ConfigurationCheck {

    private ConfigurationCheck() {}

    /**
     * Returns the faults.
     *
     * @param broken names of parameters whose values are known to be wrong; nothing is said of them and what depends on them
     */
    static List<String> faults(Space<?> space, Configuration configuration, Set<String> broken) {
        return List.copyOf(byName(space, configuration, broken).values());
    }

    /** Returns the faults by the names of the parameters that have them; each begins with the name. */
    static Map<String, String> byName(Space<?> space, Configuration configuration, Set<String> broken) {
        Map<String, String> faults = new LinkedHashMap<>();
        Set<String> unknown = new LinkedHashSet<>(configuration.asMap().keySet());
        Set<String> unclear = new HashSet<>(broken);
        for (Parameter<?> parameter : space.parameters()) {
            boolean present = unknown.remove(parameter.name());
            String fault = dependsOn(unclear, parameter) ? "" : fault(parameter, configuration, present);
            if (!fault.isEmpty()) {
                faults.put(parameter.name(), fault);
                unclear.add(parameter.name());
            }
        }
        unknown.forEach(name -> faults.put(name, unknown(name, space)));
        return faults;
    }

    static String unknown(String name, Space<?> space) {
        return name + " must be a parameter of " + space.typeName() + "; " + NearestName.advice(name, names(space));
    }

    private static boolean dependsOn(Set<String> names, Parameter<?> parameter) {
        return !names.isEmpty()
                && (names.contains(parameter.name())
                        || parameter.conditions().stream()
                                .anyMatch(condition ->
                                        names.contains(condition.parent().name())));
    }

    private static String fault(Parameter<?> parameter, Configuration configuration, boolean present) {
        boolean active = parameter.isActive(configuration);
        if (active && !present) {
            return parameter.name() + " must have a value; give "
                    + parameter.domain().describe();
        }
        if (!active && present) {
            return parameter.name() + " must not have a value; " + whyInactive(parameter, configuration);
        }
        Object raw = configuration.asMap().get(parameter.name());
        return raw == null || parameter.domain().contains(raw)
                ? ""
                : parameter.name() + " (" + raw + ") must be in the domain: "
                        + parameter.domain().describe();
    }

    private static String whyInactive(Parameter<?> parameter, Configuration configuration) {
        for (Condition condition : parameter.conditions()) {
            if (!condition.holds(configuration)) {
                String parent = condition.parent().name();
                Object raw = configuration.asMap().get(parent);
                return "it exists only when " + text(condition) + (raw == null ? "" : ", and " + parent + " is " + raw);
            }
        }
        return "it does not exist here";
    }

    private static String text(Condition condition) {
        if (condition instanceof Condition.Equal equal) {
            return equal.parent().name() + " is " + equal.value();
        }
        Condition.AtLeast atLeast = (Condition.AtLeast) condition;
        return atLeast.parent().name() + " is at least " + atLeast.minimum();
    }

    private static List<String> names(Space<?> space) {
        return space.parameters().stream().map(Parameter::name).toList();
    }
}
