// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.lattice;

import dev.hpo.space.Condition;
import dev.hpo.space.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders parameters so that each follows what it depends on as soon as it can. */
final class DepthFirst {

    private final Map<String, Parameter<?>> placed = new LinkedHashMap<>();
    private final Map<String, List<Parameter<?>>> dependents = new LinkedHashMap<>();

    private DepthFirst() {}

    /** Returns the parameters in that order, without those that never exist as they depend on something unknown. */
    static List<Parameter<?>> order(List<Parameter<?>> parameters) {
        DepthFirst order = new DepthFirst();
        for (Parameter<?> parameter : parameters) {
            for (String parent : parents(parameter)) {
                order.dependents
                        .computeIfAbsent(parent, name -> new ArrayList<>())
                        .add(parameter);
            }
        }
        parameters.forEach(order::place);
        return List.copyOf(order.placed.values());
    }

    private void place(Parameter<?> parameter) {
        if (placed.containsKey(parameter.name()) || !placed.keySet().containsAll(parents(parameter))) {
            return;
        }
        placed.put(parameter.name(), parameter);
        dependents.getOrDefault(parameter.name(), List.of()).forEach(this::place);
    }

    private static Set<String> parents(Parameter<?> parameter) {
        Map<String, Condition> byParent = new LinkedHashMap<>();
        parameter
                .conditions()
                .forEach(condition -> byParent.put(condition.parent().name(), condition));
        return byParent.keySet();
    }
}
