// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.space.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A pruner that can be chosen by name, and how its options are set.
 *
 * @param <P> its class
 */
final class PrunerKind<P extends Pruner> {

    private final String name;
    private final Class<P> type;
    private final Supplier<P> usual;
    private final Map<String, Setter<P>> setters = new LinkedHashMap<>();

    PrunerKind(String name, Class<P> type, Supplier<P> usual) {
        this.name = name;
        this.type = type;
        this.usual = usual;
    }

    /** Adds an option that is a whole number. */
    PrunerKind<P> whole(String option, long least, String byDefault, BiFunction<P, Long, P> set) {
        String allowed = "a whole number of at least " + least;
        return with(
                new PrunerOption(option, allowed, byDefault),
                text -> Optional.of(Long.parseLong(text)).filter(value -> value >= least),
                set);
    }

    /** Adds an option that is a whole number which fits an {@code int}. */
    PrunerKind<P> count(String option, int least, String byDefault, BiFunction<P, Integer, P> set) {
        return whole(option, least, byDefault, (pruner, value) -> set.apply(pruner, Math.toIntExact(value)));
    }

    /** Adds an option that is any other number; what it may be is for the pruner to say. */
    PrunerKind<P> real(String option, String allowed, String byDefault, BiFunction<P, Double, P> set) {
        return with(
                new PrunerOption(option, allowed, byDefault),
                text -> Optional.of(Double.parseDouble(text)).filter(value -> !value.isNaN()),
                set);
    }

    private <V> PrunerKind<P> with(PrunerOption option, Function<String, Optional<V>> parse, BiFunction<P, V, P> set) {
        setters.put(option.name(), new Setter<>(option, (pruner, text) -> {
            try {
                return parse.apply(text.strip())
                        .map(value -> set.apply(pruner, value))
                        .orElseThrow(() -> bad(option, text));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw bad(option, text);
            }
        }));
        return this;
    }

    String name() {
        return name;
    }

    Class<P> type() {
        return type;
    }

    List<PrunerOption> options() {
        return setters.values().stream().map(Setter::option).toList();
    }

    /** Returns the pruner with the default of each option. */
    P usual() {
        return usual.get();
    }

    /**
     * Sets options of a pruner.
     *
     * @param texts the values of options, by their names
     * @throws IllegalArgumentException if one is unknown, or a value is not right
     */
    P set(P pruner, Map<String, String> texts) {
        P set = pruner;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Setter<P> setter = setters.get(text.getKey());
            if (setter == null) {
                throw unknown(text.getKey(), text.getValue());
            }
            set = setter.action.apply(set, text.getValue());
        }
        return set;
    }

    boolean has(String option) {
        return setters.containsKey(option);
    }

    private IllegalArgumentException unknown(String option, String text) {
        String what = "pruner." + option + " (" + text + ") must be an option of the pruner " + name + "; ";
        return new IllegalArgumentException(
                setters.isEmpty() ? what + "it has none" : what + NearestName.advice(option, setters.keySet()));
    }

    private IllegalArgumentException bad(PrunerOption option, String text) {
        return new IllegalArgumentException("pruner." + option.name() + " (" + text + ") must be " + option.allowed()
                + "; the pruner " + name + " has " + option.usual() + " by default");
    }

    private record Setter<P>(PrunerOption option, BiFunction<P, String, P> action) {}
}
