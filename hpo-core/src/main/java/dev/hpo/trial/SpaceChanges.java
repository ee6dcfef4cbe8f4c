// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.space.VisibleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What has become of a search space since a run began with it, for people.
 *
 * <pre>
 * rate: renamed from learningRate, narrowed (0.001 to 0.1, log; was 1e-4 to 1, log)
 * momentum: added
 * activation: new choice (gelu), removed choices (relu, tanh)
 * layers[4..7].units: added
 * </pre>
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class SpaceChanges {

    /** How many go on one line. */
    private static final int MOST = 5;

    private final Map<String, Parameter<?>> then;
    private final Map<String, Parameter<?>> now;

    /** Which parameters of then are there now, by the names of now. */
    private final Map<String, Parameter<?>> kept = new HashMap<>();

    /** The names of now by those of then. */
    private final Map<String, String> names = new HashMap<>();

    private SpaceChanges(Space<?> then, Space<?> now) {
        this.then = byName(then);
        this.now = byName(now);
        this.now.values().forEach(parameter -> keptFrom(parameter).ifPresent(former -> {
            kept.put(parameter.name(), former);
            names.put(former.name(), parameter.name());
        }));
    }

    private static Map<String, Parameter<?>> byName(Space<?> space) {
        return space.parameters().stream().collect(Collectors.toMap(Parameter::name, parameter -> parameter));
    }

    /** A name that is still in use is nobody's former one. */
    private Optional<Parameter<?>> keptFrom(Parameter<?> parameter) {
        return Stream.concat(
                        Stream.of(parameter.name()),
                        parameter.formerNames().stream().filter(former -> !now.containsKey(former)))
                .flatMap(name -> Stream.<Parameter<?>>ofNullable(then.get(name)))
                .findFirst();
    }

    /**
     * Returns what differs, a line for each parameter; empty if nothing does. Start configurations are not looked at.
     *
     * @param then the space at that time
     * @param now the present space
     */
    public static List<String> between(StoredSpace then, Space<?> now) {
        return between(then, now, space -> new StartChanges(Optional.empty(), Optional.empty()));
    }

    /**
     * Returns what differs, start configurations included, a line for each parameter; empty if nothing does.
     *
     * @param then the space at that time
     * @param now the present space
     * @param start the present start configuration, if there is one
     */
    public static List<String> between(StoredSpace then, Space<?> now, Optional<Configuration> start) {
        return between(then, now, space -> new StartChanges(then.start(space), start));
    }

    /** Returns whether the same parameters may change while a model trains, which is no change of a space; also if it was not kept. */
    public static boolean isAdjustedAlike(StoredSpace then, Space<?> now) {
        try {
            return then.space()
                    .filter(space -> !names(space.adjustable()).equals(names(now.adjustable())))
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** Returns some changes on one line, of many only the first. */
    public static String inShort(List<String> changes) {
        int more = changes.size() - MOST;
        return String.join("; ", changes.subList(0, Math.min(MOST, changes.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static List<String> between(StoredSpace then, Space<?> now, Function<Space<?>, StartChanges> starts) {
        boolean isSame = then.fingerprint().equals(now.fingerprint());
        List<String> changes;
        try {
            changes = then.space()
                    .map(space -> between(space, now, starts.apply(space), isSame))
                    .orElse(List.of());
        } catch (IllegalArgumentException e) {
            return isSame ? List.of() : List.of(unknown(now) + ", of which too little can be read: " + e.getMessage());
        }
        return changes.isEmpty() && !isSame ? List.of(unknown(now)) : changes;
    }

    private static String unknown(Space<?> now) {
        return "the search space of " + now.typeName() + " was another one";
    }

    private static List<String> between(Space<?> then, Space<?> now, StartChanges starts, boolean isSame) {
        SpaceChanges changes = new SpaceChanges(then, now);
        ElementLines lines = new ElementLines();
        for (Parameter<?> parameter : now.parameters()) {
            Parameter<?> former = changes.kept.get(parameter.name());
            if (former == null) {
                lines.add(parameter.name(), "added");
            } else {
                List<String> phrases = changes.phrases(former, parameter);
                starts.of(former, parameter).ifPresent(phrases::add);
                lines.add(parameter.name(), String.join(", ", phrases));
            }
        }
        then.parameters().stream()
                .map(Parameter::name)
                .filter(name -> !changes.names.containsKey(name))
                .forEach(name -> lines.add(name, "removed"));
        List<String> all = new ArrayList<>(lines.all());
        starts.ofAll().ifPresent(all::add);
        if (!isSame && all.isEmpty() && !names(then.parameters()).equals(names(now.parameters()))) {
            all.add("the parameters are in another order");
        }
        return all.stream().map(VisibleText::of).toList();
    }

    private static List<String> names(List<Parameter<?>> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    private List<String> phrases(Parameter<?> former, Parameter<?> parameter) {
        List<String> phrases = new ArrayList<>();
        if (!former.name().equals(parameter.name())) {
            phrases.add("renamed from " + former.name());
        }
        phrases.addAll(DomainChanges.between(former.domain(), parameter.domain()));
        String condition = conditions(parameter);
        String before = formerConditions(former);
        if (!condition.equals(before)) {
            phrases.add("exists " + condition + " (was " + before + ")");
        }
        return phrases;
    }

    private static String conditions(Parameter<?> parameter) {
        return text(parameter.conditions().stream()
                .map(condition -> text(
                        condition,
                        condition.parent().name(),
                        condition instanceof Condition.Equal equal ? equal.value() : ""))
                .toList());
    }

    /** The conditions of then, with the names of now, so that a renamed parent makes no difference. */
    private String formerConditions(Parameter<?> former) {
        return text(former.conditions().stream()
                .map(condition -> {
                    String parent = condition.parent().name();
                    return text(condition, names.getOrDefault(parent, parent), valueNow(condition));
                })
                .toList());
    }

    private Object valueNow(Condition condition) {
        if (!(condition instanceof Condition.Equal equal)) {
            return "";
        }
        Parameter<?> parent = now.get(names.getOrDefault(equal.parent().name(), ""));
        return parent != null && parent.domain() instanceof ChoiceDomain choices && !choices.contains(equal.value())
                ? Objects.requireNonNullElse(choices.formerTexts().get(equal.value()), equal.value())
                : equal.value();
    }

    private static String text(Condition condition, String parent, Object value) {
        return condition instanceof Condition.AtLeast atLeast
                ? parent + " is at least " + atLeast.minimum()
                : parent + " is " + value;
    }

    private static String text(List<String> conditions) {
        return conditions.isEmpty() ? "always" : "if " + String.join(" and ", conditions);
    }
}
