// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads what {@link SpaceDescription} says. Whoever wrote it: what cannot be is an {@link IllegalArgumentException}. */
final class SpaceReader {

    private final Map<String, Parameter<?>> parameters = new LinkedHashMap<>();

    private SpaceReader() {}

    static PlainSpace space(Map<String, ?> description) {
        SpaceReader reader = new SpaceReader();
        for (Object parameter : new JsonObject(description).list("parameters")) {
            reader.add(JsonObject.of(parameter));
        }
        return new PlainSpace(
                new JsonObject(description).text(SpaceDescription.TYPE), List.copyOf(reader.parameters.values()));
    }

    static Optional<Configuration> start(Map<String, ?> description, Space<?> space) {
        JsonObject start = new JsonObject(description).object("start");
        if (start.keys().isEmpty()) {
            return Optional.empty();
        }
        Configuration.Builder builder = Configuration.builder();
        for (Parameter<?> parameter : space.parameters()) {
            if (start.has(parameter.name())) {
                builder.setRaw(parameter, raw(parameter, start.value(parameter.name())));
            }
        }
        return Optional.of(builder.build());
    }

    private static Object raw(Parameter<?> parameter, Object value) {
        return StoredValue.of(parameter, value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "start " + parameter.name() + " (" + value + ") must be in its domain"));
    }

    private void add(JsonObject description) {
        String name = description.text("name");
        String[] former = description.texts("formerNames").toArray(String[]::new);
        Scope place = Scope.root().child(name, former);
        for (Object condition : description.list("conditions")) {
            place = place.when(condition(JsonObject.of(condition)));
        }
        Parameter<?> parameter = parameter(place, description.object("domain"));
        boolean isAdjustable = description.flag(SpaceDescription.ADJUSTABLE);
        if (parameters.put(name, isAdjustable ? parameter.adjustable() : parameter) != null) {
            throw new IllegalArgumentException("parameter (" + name + ") must be there once");
        }
    }

    private Condition condition(JsonObject description) {
        String name = description.text("parameter");
        Parameter<?> parent = parameters.get(name);
        if (parent == null) {
            throw new IllegalArgumentException("condition parameter (" + name + ") must be one before it");
        }
        return description.has("equals")
                ? new Condition.Equal(parent, description.text("equals"))
                : new Condition.AtLeast(parent, description.whole("atLeast"));
    }

    private static Parameter<?> parameter(Scope place, JsonObject domain) {
        String kind = domain.text("kind");
        return switch (kind) {
            case "real" ->
                Parameter.ofDouble(
                        place, new RealDomain(domain.real("min"), domain.real("max"), scale(domain), levels(domain)));
            case "integer" ->
                Parameter.ofLong(
                        place,
                        new IntegerDomain(domain.whole("min"), domain.whole("max"), scale(domain), levels(domain)));
            case "ordinal", "categorical" -> choice(place, kind.equals("ordinal"), domain);
            default ->
                throw new IllegalArgumentException(
                        "kind (" + kind + ") must be one of real, integer, ordinal, categorical");
        };
    }

    private static Parameter<?> choice(Scope place, boolean ordered, JsonObject domain) {
        ChoiceDomain choices = new ChoiceDomain(domain.texts("choices"), ordered);
        List<?> values = domain.list("values");
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("values (" + values + ") must be numbers and truth values");
        }
        return Parameter.ofChoice(place, choices, values.isEmpty() ? choices.choices() : values);
    }

    private static Scale scale(JsonObject domain) {
        return domain.constant("scale", Scale.class);
    }

    private static int levels(JsonObject domain) {
        long levels = domain.has("levels") ? domain.whole("levels") : 0;
        if (levels != (int) levels) {
            throw new IllegalArgumentException("levels (" + levels + ") must be below 2^31");
        }
        return (int) levels;
    }
}
