// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.PruneWith;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.setting.Setting;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Pruners;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A class of pruners that a test asks for, with options.
 *
 * @param type the class
 * @param declared the options of the annotation, by their names
 * @param given those of configuration parameters, which go before
 */
record PrunerChoice(Class<?> type, Map<String, String> declared, Map<String, String> given) {

    private static final String ANNOTATION = "@" + PruneWith.class.getSimpleName() + " ";

    /** Returns a class without any option. */
    static PrunerChoice of(Class<?> type) {
        return new PrunerChoice(type, Map.of(), Map.of());
    }

    /** Returns what an annotation asks for. */
    static PrunerChoice of(PruneWith asked) {
        return new PrunerChoice(asked.value(), declared(asked), Map.of());
    }

    /** Returns this with options that configuration parameters give. */
    PrunerChoice with(Map<String, String> options) {
        return new PrunerChoice(type, declared, options);
    }

    /**
     * Returns the pruner.
     *
     * @param otherwise makes one of a class whose options are not known here
     * @throws TuningConfigurationException if an option is not right
     */
    Pruner make(Supplier<Pruner> otherwise) {
        Optional<String> name = Pruners.nameOf(type);
        if (name.isEmpty()) {
            requireNone();
            return otherwise.get();
        }
        try {
            Pruner pruner = Pruners.named(name.get(), declared);
            if (given.isEmpty()) {
                return pruner;
            }
        } catch (IllegalArgumentException e) {
            throw new TuningConfigurationException(inAnnotation(String.valueOf(e.getMessage())) + ".", e);
        }
        Map<String, String> all = new LinkedHashMap<>(declared);
        all.putAll(given);
        return named(name.get(), all);
    }

    /**
     * Returns the pruner of a name.
     *
     * @throws TuningConfigurationException if there is none, or an option is not right
     */
    static Pruner named(String name, Map<String, String> options) {
        try {
            return Pruners.named(name, options);
        } catch (IllegalArgumentException e) {
            String message = "hpo." + e.getMessage();
            throw new TuningConfigurationException(message.endsWith("?") ? message : message + ".", e);
        }
    }

    /** What a class of somebody else makes of options is not known here. */
    private void requireNone() {
        declared.forEach((option, value) -> {
            throw notOurs(ANNOTATION + attribute(option), value);
        });
        given.forEach((option, value) -> {
            throw notOurs(Setting.PRUNER.key() + "." + option, value);
        });
    }

    private TuningConfigurationException notOurs(String option, String value) {
        return new TuningConfigurationException(option + " (" + value + ") must be left out with " + type.getName()
                + ", whose options hpo does not know; set it in that class.");
    }

    private static Map<String, String> declared(PruneWith asked) {
        Map<String, String> options = new TreeMap<>();
        for (Method attribute : PruneWith.class.getDeclaredMethods()) {
            Object value = value(attribute, asked);
            if (value instanceof Number && !value.equals(attribute.getDefaultValue())) {
                options.put(option(attribute.getName()), value.toString());
            }
        }
        if (asked.wrapped() != Pruner.class) {
            options.put("wrapped", wrapped(asked.wrapped()));
        }
        return options;
    }

    private static String wrapped(Class<?> type) {
        return Pruners.nameOf(type)
                .orElseThrow(() -> new TuningConfigurationException(ANNOTATION + "wrapped (" + type.getName()
                        + ") must be one of the pruners " + String.join(", ", Pruners.names())
                        + "; wrap another one in a class of your own."));
    }

    private static Object value(Method attribute, PruneWith asked) {
        try {
            return attribute.invoke(asked);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(ANNOTATION + attribute.getName() + " must be readable", e);
        }
    }

    /** Returns a message about {@code pruner.min-steps} as one about {@code @PruneWith minSteps}. */
    private static String inAnnotation(String message) {
        String what = message.substring(message.indexOf('.') + 1, message.indexOf(' '));
        return ANNOTATION + attribute(what) + message.substring(message.indexOf(' '));
    }

    private static String option(String attribute) {
        return attribute.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String attribute(String option) {
        return Arrays.stream(PruneWith.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> option(name).equals(option))
                .findFirst()
                .orElse(option);
    }
}
