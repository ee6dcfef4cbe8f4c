// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.space.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds configuration parameters that begin like ours and are none. */
@API(status = Status.INTERNAL, since = "0.1")
public final class SettingNames {

    private SettingNames() {}

    /**
     * Checks all keys that may have been given.
     *
     * @param candidates keys from anywhere
     * @param parameters returns the value of a key that was really given to this test
     * @throws TuningConfigurationException if one is unknown; the message names all of these, each with the nearest known key
     */
    public static void check(Collection<String> candidates, Function<String, Optional<String>> parameters) {
        Set<String> unknown = new TreeSet<>();
        for (String key : candidates) {
            if (key.startsWith(Setting.PREFIX) && !keys().contains(key)) {
                parameters.apply(key).ifPresent(value -> unknown.add(complaint(key, value)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new TuningConfigurationException(String.join("\n", unknown));
        }
    }

    private static String complaint(String key, String value) {
        return key + " (" + value + ") must be a known parameter; "
                + NearestName.of(key, keys())
                        .map(near ->
                                Setting.ofKey(near).map(SettingNames::advice).orElse("did you mean " + near + "?"))
                        .orElseGet(() -> "there are " + String.join(", ", keys()) + ".");
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(Setting.keys());
        keys.addAll(PrunerKeys.all());
        return keys;
    }

    private static String advice(Setting setting) {
        return "did you mean " + setting.key() + ", " + setting.allowed() + "?";
    }
}
