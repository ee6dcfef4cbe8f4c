// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.numeric.Rounded;
import dev.hpo.population.Segments.Entry;
import dev.hpo.sampler.Ask;
import dev.hpo.space.Configuration;
import dev.hpo.space.Domain;
import dev.hpo.space.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Changes the adjustable parameters of a configuration.
 *
 * @param ask what there is to know, and the randomness
 */
record Chooser(Ask ask, PopulationPlan plan, Segments segments) {

    private static final double HALF = 0.5;

    /** Returns the configuration of a member that has copied another one. */
    Configuration explored(Entry winner) {
        Configuration configuration = winner.trial().configuration();
        Map<String, Object> changes = new TreeMap<>();
        if (plan.explorer() instanceof Explorer.Resample) {
            for (Parameter<?> parameter : adjustable(configuration)) {
                changes.put(
                        parameter.name(),
                        parameter.domain().fromUnit(ask.random().nextDouble()));
            }
        } else {
            changes.putAll(moved(configuration, 1));
        }
        if (plan.explorer() instanceof Explorer.Model) {
            changes.putAll(modelled(winner));
        }
        return Steps.changed(ask.space(), configuration, changes);
    }

    /** Returns the configuration of a member that sets out once more from where all have failed: it moves half as far. */
    Configuration retreated(Entry from) {
        Configuration configuration = from.trial().configuration();
        return Steps.changed(ask.space(), configuration, moved(configuration, HALF));
    }

    /** Moves all adjustable parameters, by factors to a power. */
    private Map<String, Object> moved(Configuration configuration, double power) {
        Map<String, Object> changes = new TreeMap<>();
        for (Parameter<?> parameter : adjustable(configuration)) {
            double factor = StrictMath.pow(factor(), power);
            changes.put(parameter.name(), Steps.moved(parameter, configuration.raw(parameter), factor, ask.random()));
        }
        return changes;
    }

    private double factor() {
        if (plan.explorer() instanceof Explorer.Perturb two) {
            return ask.random().nextBoolean() ? two.up() : two.down();
        }
        Explorer.Drift between = plan.explorer() instanceof Explorer.Drift drift ? drift : PopulationPlan.USUAL;
        double low = StrictMath.log(between.down());
        return StrictMath.exp(low + ask.random().nextDouble() * (StrictMath.log(between.up()) - low));
    }

    /** Returns what the model makes of the parameters that it knows; nothing while it knows too little. */
    private Map<String, Object> modelled(Entry winner) {
        Configuration configuration = winner.trial().configuration();
        List<Parameter<?>> ordered =
                adjustable(configuration).stream().filter(Steps::hasOrder).toList();
        Map<String, Object> changes = new TreeMap<>();
        double[] point = new Changes(ask.facts().direction(), segments, ordered)
                .best(winner.segment().generation() + 1, place(configuration, ordered), ask.random());
        for (int axis = 0; axis < point.length; axis++) {
            Parameter<?> parameter = ordered.get(axis);
            changes.put(parameter.name(), parameter.domain().fromUnit(point[axis]));
        }
        return changes;
    }

    private static double[] place(Configuration configuration, List<Parameter<?>> parameters) {
        return parameters.stream()
                .mapToDouble(parameter -> parameter.domain().toUnit(configuration.raw(parameter)))
                .toArray();
    }

    /** Returns the parameters that may change and exist in a configuration, in the order of the space. */
    List<Parameter<?>> adjustable(Configuration configuration) {
        return ask.space().parameters().stream()
                .<Parameter<?>>map(parameter -> parameter)
                .filter(parameter -> plan.adjustable().contains(parameter.name()) && configuration.contains(parameter))
                .toList();
    }

    /** Returns what differs between two configurations, for people. */
    String difference(Configuration before, Configuration after) {
        StringBuilder text = new StringBuilder();
        for (Parameter<?> parameter : adjustable(after)) {
            if (before.contains(parameter) && !before.raw(parameter).equals(after.raw(parameter))) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(parameter.name())
                        .append(' ')
                        .append(shortText(parameter, before, after))
                        .append(" -> ")
                        .append(shortText(parameter, after, before))
                        .append(bound(parameter, after));
            }
        }
        return text.isEmpty() ? "unchanged" : text.toString();
    }

    /** Returns a value with as many digits as it takes to tell it from that of another configuration. */
    private static String shortText(Parameter<?> parameter, Configuration of, Configuration unlike) {
        Domain domain = parameter.domain();
        String text = domain.shortText(of.raw(parameter));
        boolean isAlike = text.equals(domain.shortText(unlike.raw(parameter)));
        return isAlike && of.raw(parameter) instanceof Double value && unlike.raw(parameter) instanceof Double other
                ? Rounded.text(value, other)
                : text;
    }

    /** Returns what differs between two configurations of which the second was to differ in all adjustable parameters: also what cannot, as it is at its bound. */
    String differences(Configuration before, Configuration after) {
        String stays = adjustable(after).stream()
                .filter(parameter -> before.contains(parameter)
                        && before.raw(parameter).equals(after.raw(parameter))
                        && !bound(parameter, after).isEmpty())
                .map(parameter -> ", " + parameter.name() + " stays "
                        + parameter.domain().shortText(after.raw(parameter)) + bound(parameter, after))
                .collect(Collectors.joining());
        return difference(before, after) + stays;
    }

    /** Returns at which bound of its domain a value is: a change that leads farther ends there. */
    private static String bound(Parameter<?> parameter, Configuration configuration) {
        if (!Steps.hasOrder(parameter)) {
            return "";
        }
        Domain domain = parameter.domain();
        Object raw = configuration.raw(parameter);
        return raw.equals(domain.fromUnit(0)) ? " (min)" : raw.equals(domain.fromUnit(1)) ? " (max)" : "";
    }
}
