// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A project in Kotlin, whose compiler hands the processor the stubs that kapt makes. */
class KotlinTests {

    private static final Map<String, String> KOTLIN = Map.of("kotlin.version", "2.4.21");

    @Test
    void classesOfKotlinAndJavaAreTuned_fromTheirStart_andATrialAgain() throws IOException {
        Consumer consumer = Consumer.copy("kotlin", "kotlin", KOTLIN);

        Run run = consumer.maven(Jdk.running(), "test").succeeds().prints("Tests run: 10, Failures: 0, Errors: 0");

        assertThat(first(consumer, "MlpTuning.loss of a small network")).contains(",0.02,64,32,TANH,Adam,");
        assertThat(first(consumer, "PoolTuning.classWithVar")).contains(",7,0.03,true,");
        assertThat(first(consumer, "PoolTuning.record's segments")).contains(",11,");
        String study = "com.example.PoolTuning.record's segments";
        consumer.paste(Jdk.running(), run.replayOf(study))
                .succeeds()
                .prints("of PoolTuning.record's segments was run again: ", ", as before", "Tests run: 1, ");
    }

    @Test
    void whatCannotBeASpace_isSaidInKotlinsWords_atItsPlace() {
        Consumer consumer = Consumer.copy("kotlin-refused", "kotlin-refused", KOTLIN);

        consumer.maven(Jdk.running(), "compile")
                .fails()
                .prints(
                        "Frozen.learningRate: property (val learningRate) must be a var; write var",
                        "WithoutDefault: constructor (WithoutDefault()) must be there without arguments; give each parameter",
                        "Guarded.threads: property (threads) must have a setter for others; remove private",
                        "Single.threads: property (threads) must not be one of an object; ",
                        "Choice: type (an interface) must be sealed for Java, and kapt hides what Kotlin seals; write it in",
                        "Refused.kt")
                .printsNot("cannot find symbol");
    }

    private static String first(Consumer consumer, String study) throws IOException {
        return Files.readAllLines(consumer.file("target/hpo/com.example." + study + "/trials.csv"))
                .get(1);
    }
}
