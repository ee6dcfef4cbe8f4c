// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Texts of users that hold what terminals and Markdown act upon, where what a search has found is confirmed, accepted and run again. */
@Timeout(120)
class HostileRepeatTests extends AcceptedStudies {

    /** To set the title, to ring, to colour, to turn round what follows, and to write over the line; and a link. */
    private static final String HOSTILE = "\u001b]0;x\u0007\u009b31m\u202e\rTests run: 1 [x](http://x.y) <b>";

    private static final String RAW = "[\\p{Cc}\\p{Cf}&&[^\n\r\t]]|\r(?!\n)";
    private static final String SHOWN = "\\u001b]0;x\\u0007";

    /** Which runs fail, counted in all studies of a test. */
    private static volatile int failingFrom;

    private static volatile int failingTo;
    private static final AtomicInteger MADE = new AtomicInteger();

    private Path page = Path.of("");

    @BeforeEach
    void failNever() {
        fail(0, 0);
        page = module().resolve("page.md");
    }

    private static void fail(int from, int to) {
        failingFrom = from;
        failingTo = to;
        MADE.set(0);
    }

    @Test
    void confirmAcceptAndRetest_sayNothingRaw() throws IOException {
        // One of the runs that confirm fails, and one of those before accepting.
        fail(8, 10);
        EngineExecutionResults accepted = run().with("hpo.accept", "true")
                .with("hpo.markdown", page.toString())
                .of(HostileTestCase.class);

        assertThat(TuningRun.containerFailures(accepted)).isEmpty();
        assertThat(TuningRun.names(accepted))
                .anyMatch(name -> name.startsWith("confirm "))
                .anyMatch(name -> name.startsWith("accept "));
        assertHarmless(accepted);
        assertThat(text()).contains("# metric: " + SHOWN).doesNotContainPattern(RAW);
        assertThat(HostileRepeatTests_HostileSpace.SPACE.load(accepted()).choice())
                .startsWith(HOSTILE);
        forget();

        fail(0, Integer.MAX_VALUE);
        EngineExecutionResults retested = run().with("hpo.mode", "retest")
                .with("hpo.markdown", page.toString())
                .of(HostileTestCase.class);

        assertRed(retested, "what was accepted must be as good as it was", "retest 0: IllegalStateException: " + SHOWN);
        assertHarmless(retested);
        assertThat(reports(HostileTestCase.class).resolve("retest.txt"))
                .content()
                .contains(SHOWN);
    }

    @Test
    void resultThatCannotBeAccepted_saysNothingRaw() throws IOException {
        fail(17, Integer.MAX_VALUE);

        EngineExecutionResults refused = run().with("hpo.accept", "true").of(HostileTestCase.class);

        assertRed(refused, ", to be accepted, must have a value", "IllegalStateException: " + SHOWN);
        assertHarmless(refused);
        assertThat(accepted()).doesNotExist();
    }

    /** Of a block of code in Markdown, which the page of a CI job shows as it is, each line is indented by four at least. */
    private void assertHarmless(EngineExecutionResults results) throws IOException {
        assertThat(console.text()).contains(SHOWN).doesNotContainPattern(RAW);
        assertThat(told(results)).isNotEmpty().allSatisfy(text -> assertThat(text)
                .doesNotContainPattern(RAW));
        try (Stream<Path> files = Files.walk(module())) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(5);
            for (Path file : all) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(RAW);
            }
        }
        if (Files.exists(page)) {
            assertThat(Files.readAllLines(page))
                    .filteredOn(line -> line.contains("http://x.y") || line.contains("<b>"))
                    .allSatisfy(line -> assertThat(line).startsWith("    "));
        }
    }

    /** Returns all that whoever listens to JUnit hears. */
    private static List<String> told(EngineExecutionResults results) {
        Stream<String> names = results.allEvents().stream()
                .map(event -> event.getTestDescriptor().getDisplayName());
        Stream<String> ends = results.allEvents().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .map(thrown -> thrown + " " + thrown.getCause());
        Stream<String> entries = results.allEvents().stream()
                .flatMap(event -> event.getPayload(ReportEntry.class).stream())
                .map(entry -> entry.getKeyValuePairs().toString());
        return Stream.of(names, ends, entries).flatMap(texts -> texts).toList();
    }

    @SearchSpace
    record Hostile(
            @Choice({HOSTILE, HOSTILE + "2"}) String choice,
            @Uniform(min = 0, max = 1) double x) {}

    static class HostileTestCase {

        @TuningTest(trials = 6)
        @Minimize(HOSTILE)
        @Confirm(top = 2, repeats = 4)
        @Accepted(ACCEPTED)
        void tune(Hostile config, Trial trial) {
            int run = MADE.getAndIncrement();
            trial.attribute(HOSTILE, HOSTILE);
            if (run >= failingFrom && run < failingTo) {
                throw new IllegalStateException(HOSTILE, new AssertionError(HOSTILE));
            }
            trial.report(config.x() + .01 * turn(trial));
        }
    }
}
