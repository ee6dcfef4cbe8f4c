// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong annotation breaks the build, and Maven's log says where and why. */
class WrongAnnotationTests {

    static Stream<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void allErrorsAreShownInOneBuild_atTheirPlaces(Jdk jdk) {
        Consumer consumer = Consumer.copy("wrong-annotation", "wrong-annotation on " + jdk);

        consumer.maven(jdk, "compile")
                .fails()
                .prints(
                        "MlpConfig.java:[10,27] MlpConfig.learningRate: @LogUniform min (0.0) must be above 0; ",
                        "MlpConfig.java:[11,35] MlpConfig.hiddenUnits: @Uniform max (50) must be above min (100); ",
                        "MlpConfig.java:[12,24] MlpConfig.batchSize: @Choice choice (thirty-two) must be an int; ",
                        "MlpConfig.java:[13,16] MlpConfig.momentum: type (double) must have a domain; ",
                        "CacheConfig.java:[10,15] CacheConfig.segments: field (segments) must not be final; ",
                        "CacheConfig.java:[12,29] CacheConfig.copies: @Uniform max (2.5) must be a whole number for int; ",
                        "Stray.java:[7,5] Stray.share: @Uniform (in class Stray) must be in a type with @SearchSpace; ",
                        "BUILD FAILURE")
                // Errors of the processor, not of generated sources that do not compile.
                .printsNot("Space.java", "cannot find symbol");
    }
}
