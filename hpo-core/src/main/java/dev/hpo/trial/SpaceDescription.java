// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Space;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Describes a space as values of JSON, without anything that is empty.
 *
 * <pre>
 * {"type", "parameters": [{"name", "formerNames": [],
 *   "domain": {"kind": "real" or "integer", "min", "max", "scale", "levels"},
 *     or {"kind": "ordinal" or "categorical", "choices": [], "values": []},
 *   "adjustable": true,
 *   "conditions": [{"parameter", "equals" or "atLeast"}]}], "start": {name: value}}
 * </pre>
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class SpaceDescription {

    static final String TYPE = "type";
    static final String ADJUSTABLE = "adjustable";

    private SpaceDescription() {}

    static Map<String, Object> of(Space<?> space, Optional<Configuration> start) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put(TYPE, type(space));
        description.put("parameters", parameters(space));
        start.ifPresent(configuration -> description.put("start", new LinkedHashMap<>(configuration.asMap())));
        return description;
    }

    /** Returns the name of the configuration type, with its package. */
    public static String type(Space<?> space) {
        return space instanceof PlainSpace plain
                ? plain.standsFor()
                : space.type().getName();
    }

    /** Returns the descriptions of a space's parameters. */
    public static List<Map<String, Object>> parameters(Space<?> space) {
        return space.parameters().stream().map(SpaceDescription::of).toList();
    }

    private static Map<String, Object> of(Parameter<?> parameter) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", parameter.name());
        if (!parameter.formerNames().isEmpty()) {
            description.put("formerNames", parameter.formerNames());
        }
        description.put("domain", domain(parameter));
        if (parameter.isAdjustable()) {
            description.put(ADJUSTABLE, true);
        }
        if (!parameter.conditions().isEmpty()) {
            description.put(
                    "conditions",
                    parameter.conditions().stream().map(SpaceDescription::of).toList());
        }
        return description;
    }

    private static Map<String, Object> domain(Parameter<?> parameter) {
        Domain domain = parameter.domain();
        if (domain instanceof RealDomain real) {
            return range("real", List.of(real.min(), real.max()), real.scale(), real.levels());
        }
        if (domain instanceof IntegerDomain whole) {
            return range("integer", List.of(whole.min(), whole.max()), whole.scale(), whole.levels());
        }
        ChoiceDomain choice = (ChoiceDomain) domain;
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("kind", choice.ordered() ? "ordinal" : "categorical");
        description.put("choices", choice.choices());
        ChoiceValues.scalars(parameter, choice).ifPresent(values -> description.put("values", values));
        return description;
    }

    private static Map<String, Object> range(String kind, List<Number> bounds, Scale scale, int levels) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("kind", kind);
        description.put("min", bounds.get(0));
        description.put("max", bounds.get(1));
        description.put("scale", scale.name());
        if (levels > 0) {
            description.put("levels", (long) levels);
        }
        return description;
    }

    private static Map<String, Object> of(Condition condition) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("parameter", condition.parent().name());
        if (condition instanceof Condition.Equal equal) {
            description.put("equals", equal.value().toString());
        } else if (condition instanceof Condition.AtLeast atLeast) {
            description.put("atLeast", atLeast.minimum());
        }
        return description;
    }
}
