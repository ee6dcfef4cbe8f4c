// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A named module says which of its packages it must open to whom, and works once it does. */
class ModulesTests {

    private static final String TO_ANNOTATIONS = "opens com.example.config to dev.hpo.annotations;";
    private static final String ADDED = "--add-opens com.example.tuned/com.example.config=ALL-UNNAMED";

    @Test
    void closedPackage_isNamed_withWhatToWrite() {
        Consumer consumer = Consumer.copy("modules", "modules closed", Map.of("opens", ""));

        consumer.maven(Jdk.running(), "test")
                .fails()
                .prints(
                        "com.example.config.CacheConfigSpace (in module com.example.tuned) must be open to hpo; write"
                                + " \"opens com.example.config;\" in the module-info.java of com.example.tuned, or run the"
                                + " tests with " + ADDED,
                        "resource (best.properties) must be in a package that is open to hpo; write \"" + TO_ANNOTATIONS
                                + "\" in the module-info.java of com.example.tuned")
                .printsNot("InaccessibleObjectException");
    }

    @Test
    void packageThatIsOpenAsSaid_isTuned_andItsResourceIsRead() {
        Consumer consumer = Consumer.copy("modules", "modules opened", Map.of("opens", TO_ANNOTATIONS));

        consumer.maven(Jdk.running(), "test", "-DargLine=" + ADDED)
                .succeeds()
                .prints("Tests run: 4, Failures: 0, Errors: 0");
    }
}
