// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build that does not run the processor is told so, and how to. */
class NoProcessorTests {

    static Stream<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void missingSpace_isExplained(Jdk jdk) {
        Consumer consumer = Consumer.copy("no-processor", "no-processor on " + jdk);
        List<String> arguments = new ArrayList<>(List.of("test"));
        if (jdk.version() < 23) {
            arguments.add("-Dmaven.compiler.proc=none");
        }

        consumer.maven(jdk, arguments.toArray(String[]::new))
                .fails()
                .prints(
                        "No search space was generated for com.example.LineConfig (expected class com.example.LineConfigSpace).",
                        "The annotation processor did not run when LineConfig was compiled.",
                        "JDK 23 and later run no processor",
                        "<artifactId>hpo-processor</artifactId>",
                        "then build cleanly.");
    }
}
