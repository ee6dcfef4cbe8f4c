// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The keys of configuration parameters that may have been given to a test. An extension can only ask for the value of a key, so
 * they are gathered from where they can come from.
 */
final class GivenKeys {

    private static final String FILE = "junit-platform.properties";

    private GivenKeys() {}

    /**
     * Returns all keys, of which some may belong to other tests.
     *
     * @param launch what runs the test; empty if nothing is known of it
     * @param testClass the class whose loader finds JUnit's configuration file
     */
    static Set<String> of(Optional<Launch> launch, Class<?> testClass) {
        Set<String> keys = new HashSet<>(System.getProperties().stringPropertyNames());
        keys.addAll(launch.map(Launch::keys).orElseGet(() -> inFile(testClass)));
        return keys;
    }

    private static Set<String> inFile(Class<?> testClass) {
        ClassLoader loader = testClass.getClassLoader();
        if (loader == null) {
            return Set.of();
        }
        Properties properties = new Properties();
        try (InputStream file = loader.getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + FILE, e);
        }
        return properties.stringPropertyNames();
    }
}
