// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import java.util.HashSet;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The keys of configuration parameters that may have been given to a test. An extension can only ask for the value of a key, so
 * they are gathered from where they can come from.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class GivenKeys {

    private GivenKeys() {}

    /**
     * Returns all keys, of which some may belong to other tests.
     *
     * @param launched those that the launcher knows, of JUnit's configuration file and of its caller
     */
    public static Set<String> of(Set<String> launched) {
        Set<String> keys = new HashSet<>(System.getProperties().stringPropertyNames());
        keys.addAll(launched);
        return keys;
    }
}
