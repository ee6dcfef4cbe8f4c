// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.pruner.PrunerOption;
import dev.hpo.pruner.Pruners;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The configuration parameters for options of pruners, such as {@code hpo.pruner.warmup}. */
final class PrunerKeys {

    private static final String PREFIX = Setting.PRUNER.key() + ".";

    private PrunerKeys() {}

    /** Returns all of them, whichever pruner has the option. */
    static List<String> all() {
        return Pruners.names().stream()
                .flatMap(name -> Pruners.options(name).stream())
                .map(PrunerOption::name)
                .distinct()
                .map(option -> PREFIX + option)
                .toList();
    }

    /**
     * Returns the options that are given, by their names.
     *
     * @param parameters returns the value of a configuration parameter by its key
     */
    static Map<String, String> given(Function<String, Optional<String>> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String key : all()) {
            parameters.apply(key).ifPresent(value -> given.put(key.substring(PREFIX.length()), value.strip()));
        }
        return given;
    }
}
