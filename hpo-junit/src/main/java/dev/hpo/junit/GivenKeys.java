// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of configuration parameters that may have been given to a test. An extension can only ask for the value of a key, so
 * they are gathered from where they can come from.
 */
final class GivenKeys {

    private GivenKeys() {}

    /**
     * Returns all keys, of which some may belong to other tests.
     *
     * @param launch what runs the test, which knows those of JUnit's configuration file and of its caller; empty if nothing is known of it
     */
    static Set<String> of(Optional<Launch> launch) {
        Set<String> keys = new HashSet<>(System.getProperties().stringPropertyNames());
        keys.addAll(launch.map(Launch::keys).orElse(Set.of()));
        return keys;
    }
}
