// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import java.util.Optional;
import java.util.function.Function;

/**
 * JUnit's parallel execution, as it is configured.
 *
 * @param isEnabled whether tests may run concurrently at all
 * @param threads how many may, as far as the configuration tells
 */
record Parallelism(boolean isEnabled, int threads) {

    /** The parameter that enables parallel execution. */
    static final String ENABLED = "junit.jupiter.execution.parallel.enabled";

    private static final String CONFIG = "junit.jupiter.execution.parallel.config.";

    /**
     * Reads the configuration.
     *
     * @param parameters returns the value of a configuration parameter by its key
     * @param processors how many processors the machine has
     */
    static Parallelism of(Function<String, Optional<String>> parameters, int processors) {
        boolean isEnabled =
                parameters.apply(ENABLED).filter("true"::equalsIgnoreCase).isPresent();
        String strategy = parameters.apply(CONFIG + "strategy").orElse("dynamic");
        double threads =
                switch (strategy) {
                    case "fixed" -> number(parameters, "fixed.parallelism", processors);
                    case "dynamic" -> number(parameters, "dynamic.factor", 1) * processors;
                    default -> processors;
                };
        return new Parallelism(isEnabled, (int) Math.max(1, threads));
    }

    /** A value that JUnit itself refuses is not for us to complain about. */
    private static double number(Function<String, Optional<String>> parameters, String name, double fallback) {
        try {
            return parameters.apply(CONFIG + name).map(Double::valueOf).orElse(fallback);
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
