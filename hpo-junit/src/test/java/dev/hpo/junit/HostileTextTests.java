// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Texts of users that hold what terminals and editors act upon. */
class HostileTextTests {

    /** To set the title, to ring, to colour, to turn round what follows, and to write over the line. */
    private static final String HOSTILE = "\u001b]0;x\u0007\u009b31m\u202e\u007f\rTests run: 1";

    private static final String RAW = "[\\p{Cc}\\p{Cf}&&[^\n\r\t]]|\r(?!\n)";

    @RegisterExtension
    final PrintedText console = new PrintedText();

    private Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void controlCodes_reachNoConsoleNoFileAndNoReport() throws IOException {
        EngineExecutionResults results = new TuningRun(folder).of(HostileTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(1).aborted(5));
        assertThat(console.text()).contains("\\u001b]0;x\\u0007").doesNotContainPattern(RAW);
        assertThat(told(results)).isNotEmpty().allSatisfy(text -> assertThat(text)
                .doesNotContainPattern(RAW));
        assertThat(told(results)).anyMatch(text -> text.contains("\\u001b]0;x\\u0007"));
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThanOrEqualTo(5);
        for (Path file : files) {
            // In the study's own file, as in any JSON of Optuna's, the one of them that JSON does not escape stands as
            // it is.
            String text = Files.readString(file).replace(file.toString().endsWith(".log") ? "\u007f" : "\0", "");
            assertThat(text).as(file.toString()).doesNotContainPattern(RAW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hpo.fail-fast", "hpo.fail-if-most-fail"})
    void testsThatFail_sayNothingRawEither(String setting) {
        EngineExecutionResults results = new TuningRun(folder)
                .with(setting, "true")
                .with("hpo.trials", "5")
                .of(HostileTestCase.class);

        assertThat(TuningRun.containerFailures(results)).hasSize(1);
        assertThat(told(results)).allSatisfy(text -> assertThat(text).doesNotContainPattern(RAW));
    }

    @Test
    void exceptionThatIsHarmless_staysWhatItIs() {
        IllegalStateException harmless = new IllegalStateException("line\n\ttwo", new AssertionError("x"));
        assertThat(VisibleFault.of((Throwable) harmless)).isSameAs(harmless);
    }

    @Test
    void exceptionsInACircle_areMadeVisibleToo() {
        IllegalStateException one = new IllegalStateException(HOSTILE);
        IllegalStateException other = new IllegalStateException(HOSTILE, one);
        one.initCause(other);
        assertThat(trace(VisibleFault.of((Throwable) one)))
                .startsWith("dev.hpo.junit.VisibleFault: java.lang.IllegalStateException: \\u001b]0;x")
                .contains("HostileTextTests.exceptionsInACircle")
                .doesNotContainPattern(RAW);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Returns all that whoever listens to JUnit hears. */
    private static List<String> told(EngineExecutionResults results) {
        Stream<String> names = results.allEvents().stream()
                .map(event -> event.getTestDescriptor().getDisplayName());
        Stream<String> ends = results.allEvents().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(HostileTextTests::trace);
        Stream<String> entries = results.allEvents().stream()
                .flatMap(event -> event.getPayload(ReportEntry.class).stream())
                .map(entry -> entry.getKeyValuePairs().toString());
        return Stream.of(names, ends, entries).flatMap(texts -> texts).toList();
    }

    private static String trace(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @SearchSpace
    record Hostile(
            @Choice({HOSTILE, HOSTILE + "2"}) String choice,
            @Uniform(min = 0, max = 1) double x) {}

    static class HostileTestCase {

        @TuningTest(trials = 6)
        @Minimize(HOSTILE)
        void tune(Hostile config, Trial trial) {
            trial.attribute(HOSTILE, HOSTILE);
            trial.metric(HOSTILE, 1, 2);
            switch (trial.number()) {
                case 1 -> throw new IllegalStateException(HOSTILE, new AssertionError(HOSTILE));
                case 2 -> trial.prune(HOSTILE);
                case 3 -> trial.infeasible(HOSTILE);
                case 4 -> trial.metric(HOSTILE, 1, 2);
                case 5 -> Assumptions.assumeTrue(false, HOSTILE);
                default -> trial.report(1, trial.number());
            }
        }
    }
}
