// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A build of several modules runs ordinary and tuning tests with Surefire of old and new, the oldest of which has a launcher of its
 * own that is older than hpo, and a trial again with the line that the summary says.
 */
class SurefireTests {

    @ParameterizedTest
    @CsvSource({"2.22.2, 5.10.5", "3.0.0, 5.10.5", "3.6.1, 6.1.3"})
    void testsRun_andATrialAgainFromTheRoot(String surefire, String junit) {
        Consumer consumer = Consumer.copy(
                "surefire", "surefire-" + surefire, Map.of("surefire.version", surefire, "junit.version", junit));

        Run run = consumer.maven(Jdk.running(), "test")
                .succeeds()
                .prints(
                        "Tests run: 1, Failures: 0, Errors: 0, Skipped: 0",
                        "Tests run: 6, Failures: 0, Errors: 0, Skipped: 0",
                        "files     target/hpo/com.example.LineTests.tune/",
                        "or run the trial again in the test tree");
        assertThat(consumer.file("tuning/target/hpo/com.example.LineTests.Steep.tune/best.properties"))
                .exists();

        consumer.paste(Jdk.running(), run.replayOf("com.example.LineTests.Steep.tune"))
                .succeeds()
                .prints(" of LineTests.Steep.tune was run again: ", ", as before", "Tests run: 1, ")
                .printsNot(" of LineTests.tune was run again");
    }
}
