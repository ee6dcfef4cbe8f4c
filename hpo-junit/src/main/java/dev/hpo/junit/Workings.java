// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.util.ServiceLoader;

/** Finds what makes the annotations and the launcher work: the providers of this jar. */
final class Workings {

    private Workings() {}

    /**
     * Returns the provider of a service.
     *
     * @throws TuningConfigurationException if the class path has none, as when a jar was made of several and their service files
     *     were not merged
     */
    static <W> W find(Class<W> service) {
        return ServiceLoader.load(service, service.getClassLoader())
                .findFirst()
                .orElseThrow(() -> Unmerged.of(service));
    }

    /** Apart from the rest, since the commands that need no JUnit are found where the class of the error cannot be loaded. */
    private static final class Unmerged {

        private Unmerged() {}

        static RuntimeException of(Class<?> service) {
            return new TuningConfigurationException("META-INF/services/" + service.getName()
                    + " must be on the class path, as it is in hpo-junit; merge the service files of jars that you make"
                    + " one of (maven-shade-plugin: ServicesResourceTransformer).");
        }
    }
}
