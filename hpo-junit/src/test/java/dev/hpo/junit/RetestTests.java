// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Running again what was accepted. */
@Timeout(120)
class RetestTests extends AcceptedStudies {

    private static final String TUNED = "[engine:junit-jupiter]/[class:" + TunedTestCase.class.getName()
            + "]/[test-template:tune(dev.hpo.junit.Point, dev.hpo.study.Trial)]";
    private static final String TEST = "AcceptedStudies.TunedTestCase.tune";

    @Test
    void asGoodAsBefore_isGreenAfterTenRuns() throws IOException {
        acceptFirst(TunedTestCase.class);
        Point accepted = PointSpace.SPACE.load(accepted());

        EngineExecutionResults results = retest(TunedTestCase.class);

        assertGreen(results);
        assertThat(RUNS).hasSize(10).containsOnly(accepted);
        assertThat(TuningRun.names(results)).hasSize(10).first().asString().matches("retest 0: x=.*, n=\\d");
        assertThat(printed())
                .contains(
                        "hpo: " + TEST + ": runs again what was accepted, at most 20 times",
                        "  verdict   as good as when it was accepted, as far as can be seen",
                        "  drift     not watched (no earlier re-test here)",
                        "  file      " + ACCEPTED);
        assertThat(ids(TunedTestCase.class)).containsExactly(" #1", " #1 retest", " #1 retest 2");
    }

    @Test
    void summary_isLeftInAFile_andForTheCiPage() throws IOException {
        acceptFirst(TunedTestCase.class);
        Path page = Files.writeString(module().resolve("page.md"), "A line of *markup*");

        assertGreen(run().with("hpo.seed", "1")
                .with("hpo.mode", "retest")
                .with("hpo.markdown", page.toString())
                .of(TunedTestCase.class));

        String verdict = "  verdict   as good as when it was accepted, as far as can be seen";
        assertThat(reports(TunedTestCase.class).resolve("retest.txt")).content().contains(verdict);
        // What follows a line of text, however indented, is no code but the rest of its paragraph.
        assertThat(page)
                .content()
                .startsWith("A line of *markup*\n\n    ---")
                .contains("\n    " + verdict + "\n")
                .endsWith("-\n\n");
    }

    @Test
    void verdict_isAReportEntry_andItsSummaryAnAttachedFile() throws IOException {
        acceptFirst(TunedTestCase.class);
        loss = 1;
        Path attached = Files.createDirectory(module().resolve("attached"));

        EngineExecutionResults results =
                run().with("hpo.seed", "1").with("hpo.mode", "retest").of(TunedTestCase.class);
        new LaunchedRun(module().resolve("launched"))
                .with("hpo.mode", "retest")
                .with("junit.platform.reporting.output.dir", attached.toString())
                .of(DiscoverySelectors.selectClass(TunedTestCase.class));

        assertThat(results.containerEvents().reportingEntryPublished().stream()
                        .map(event ->
                                event.getRequiredPayload(ReportEntry.class).getKeyValuePairs()))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("study", "dev.hpo.junit.AcceptedStudies.TunedTestCase.tune")
                        .containsEntry("metric", "distance")
                        .containsEntry("re-test", "worse")
                        .containsEntry("runs", "8")
                        .containsEntry("failed runs", "0")
                        .containsKeys("value then", "value now"));
        try (Stream<Path> files = Files.walk(attached)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyElementsOf(new Version().isAtLeast(5, 12) ? List.of("retest.txt") : List.of());
        }
    }

    @Test
    void muchWorse_isRedAfterTwoBatches_andSaysWhatToRun() {
        acceptFirst(TunedTestCase.class);
        loss = 1;

        assertRed(
                retest(TunedTestCase.class),
                TEST + ": what was accepted must be as good as it was, but distance is ",
                " in 8 runs, and was ",
                " in 10 (worse by ",
                "; find out what has changed, or search again and accept what is found:\n",
                " -Dhpo.mode=auto -Dhpo.accept=true ");
        assertThat(RUNS).hasSize(8);
        assertThat(printed()).contains("  verdict   worse than when it was accepted");
    }

    /** Whoever goes on with the run to accept it has nothing to go on with: its number is what accepts it. */
    @Test
    void goingOnWithWhatWasRefuted_namesTheCommandThatAcceptsIt() throws IOException {
        acceptFirst(TunedTestCase.class);
        loss = 1;
        assertRed(retest(TunedTestCase.class), "what was accepted must be as good as it was");
        forget();

        assertRed(
                run().with("hpo.resume", "1").with("hpo.accept", "true").of(TunedTestCase.class),
                "hpo.resume (1) must be a run with something left to do, but all 6 trials are done; a re-test has found"
                        + " since that it is not what it was, so that it is accepted, if at all, by runs that are made now:\n",
                " -Dhpo.accept=1 ");

        assertThat(RUNS).isEmpty();
        assertGreen(run().with("hpo.accept", "1").of(TunedTestCase.class));
        assertThat(RUNS).hasSize(10);
        assertRed(
                run().with("hpo.resume", "1")
                        .with("hpo.accept", "true")
                        .with("hpo.patience", "9")
                        .of(TunedTestCase.class),
                "; what it has found is accepted, whatever it was set to, with\n",
                " -Dhpo.accept=1 ");
    }

    @Test
    void verdict_isToldEvenIfItsFileCannotBeWritten() throws IOException {
        acceptFirst(TunedTestCase.class);
        Files.createDirectories(reports(TunedTestCase.class).resolve("retest.txt/full"));
        assertRed(retest(TunedTestCase.class), "retest.txt in ");
        loss = 1;

        EngineExecutionResults results = retest(TunedTestCase.class);

        assertRed(results, "what was accepted must be as good as it was");
        assertThat(TuningRun.containerFailures(results).get(0).getSuppressed())
                .singleElement()
                .satisfies(fault -> assertThat(fault).hasMessageContaining("retest.txt in "));
    }

    @Test
    void configurationThatFailsNow_isRed_andSaysWhatItFailsOf() throws IOException {
        acceptFirst(TunedTestCase.class);
        failing = 0;

        EngineExecutionResults results = retest(TunedTestCase.class);

        assertRed(
                results,
                "but 8 of 8 runs failed, and 0 of 10 when it was accepted",
                "\nretest 0: IllegalStateException: no data, at dev.hpo.junit.AcceptedStudies.measure(AcceptedStudies.java:");
        assertThat(printed())
                .contains(
                        "TunedTestCase.tune  retest 0 failed: IllegalStateException: no data",
                        "hpo: " + TEST + ": retest 1: failed: IllegalStateException: no data")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  at dev.hpo.junit.AcceptedStudies.measure(AcceptedStudies.java:"));
        assertThat(Files.readString(reports(TunedTestCase.class).resolve("retest.txt"))
                        .replaceAll("\\s+", " "))
                .contains(
                        " cause retest 0: IllegalStateException: no data, at dev.hpo.junit.AcceptedStudies.measure(AcceptedStudies.java:");
        assertThat(TuningRun.aborts(results)).hasSize(8).first().satisfies(abort -> assertThat(abort)
                .hasMessageContaining("retest 0 failed: IllegalStateException: no data"));
    }

    @Test
    void lossThatDoesNotMatter_isGreen() {
        acceptFirst(LenientTestCase.class);
        loss = 1;

        assertGreen(retest(LenientTestCase.class));
        assertThat(RUNS).hasSize(10);
    }

    @Test
    void objectiveWithoutNoise_isComparedAllTheSame() {
        noise = 0;
        acceptFirst(TunedTestCase.class);

        assertGreen(retest(TunedTestCase.class));
        assertThat(printed()).contains("  worse by  0").anySatisfy(line -> assertThat(line)
                .startsWith("  how sure  values do not vary"));
        loss = .01;
        assertRed(retest(TunedTestCase.class), "(worse by 0.01)");
    }

    @Test
    void drift_isWatchedFromTheSecondOn() {
        assertGreen(run().with("hpo.seed", "1").with("hpo.accept", "true").of(TunedTestCase.class));
        for (int retest = 0; retest < 2; retest++) {
            forget();
            assertGreen(retest(TunedTestCase.class));
        }

        assertThat(printed()).anySatisfy(line -> assertThat(line).startsWith("  drift     none in 2 re-tests ("));
    }

    @ParameterizedTest
    @MethodSource("atOnce")
    void runsCanBeMadeAtOnce(Pool pool, Class<?> testCase) {
        acceptFirst(testCase);

        assertGreen(pool.apply(run())
                .with("hpo.seed", "1")
                .with("hpo.mode", "retest")
                .of(testCase));
        assertThat(RUNS).hasSize(10).containsOnly(RUNS.get(0));
        forget();
        loss = 2;
        assertRed(
                pool.apply(run())
                        .with("hpo.seed", "1")
                        .with("hpo.mode", "retest")
                        .of(testCase),
                "must be as good as it was");
        assertThat(RUNS).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void retestThatIsCut_goesOn(int run) {
        acceptFirst(TunedTestCase.class);
        cutAt = run;
        retest(TunedTestCase.class);
        List<Point> all = List.copyOf(RUNS);
        goOnAfterCut();

        EngineExecutionResults results = retest(TunedTestCase.class);

        assertGreen(results);
        assertThat(RUNS).hasSize(all.size() - run + 1);
        assertThat(ids(TunedTestCase.class)).containsExactly(" #1", " #1 retest", " #1 retest 2");
        assertThat(printed())
                .contains("hpo: " + TEST + ": runs again what was accepted, at most 20 times"
                        + (run == 1 ? "" : "; goes on after " + (run - 1) + " runs"));
    }

    @Test
    void singleInvocation_isThatRunAgain() {
        acceptFirst(TunedTestCase.class);
        String id = TUNED + "/[test-template-invocation:#3]";

        run().of(selectUniqueId(id));
        assertThat(printed())
                .anySatisfy(line -> assertThat(line).matches("hpo: trial 2 of .* was run again: .*, as before"));
        forget();
        run().of(selectUniqueId(id.replace("#3", "#9")));
        assertThat(printed())
                .anySatisfy(line -> assertThat(line).matches("hpo: accept 2 of .* was run again: .*, as before"));
        retest(TunedTestCase.class);
        forget();
        EngineExecutionResults results = run().with("hpo.mode", "retest").of(selectUniqueId(id));

        assertGreen(results);
        assertThat(RUNS).hasSize(1);
        assertThat(printed())
                .singleElement()
                .asString()
                .matches("hpo: retest 2 of .* was run again: value .*, as before");
    }

    @Test
    void memory_willDo() {
        acceptFirst(TunedTestCase.class);

        assertGreen(run().with("hpo.seed", "1")
                .with("hpo.mode", "retest")
                .with("hpo.storage", "memory")
                .of(TunedTestCase.class));
        assertThat(RUNS).hasSize(10);
        assertThat(ids(TunedTestCase.class)).containsExactly(" #1", " #1 retest");
    }

    @Test
    void missingFile_isRed() {
        assertRed(
                retest(TunedTestCase.class),
                TEST + ": " + ACCEPTED + " must be there to be run again; accept a result to have it");
        assertThat(RUNS).isEmpty();
    }

    @Test
    void fileThatWasChangedByHand_isRed() throws IOException {
        acceptFirst(TunedTestCase.class);
        String text = text();

        Files.writeString(accepted(), text.replaceAll("n = \\d", "n = 7"));
        assertRed(retest(TunedTestCase.class), ACCEPTED + ": check (", "n value (7) must be in the domain: 1 to 3");
        Files.writeString(accepted(), text.replaceAll("x = .*", "x = 5"));
        assertRed(retest(TunedTestCase.class), ACCEPTED + ": check (", "changed by hand");
        Files.writeString(accepted(), "x = 5\nn = 1\n");
        assertRed(retest(TunedTestCase.class), ACCEPTED + " must say in its comments what speaks for its values");
        assertThat(RUNS).isEmpty();
    }

    @Test
    void metricThatWasChanged_isRed() throws IOException {
        acceptFirst(TunedTestCase.class);
        String text = text();

        assertRed(
                run().with("hpo.mode", "retest").of(OtherMetricTestCase.class),
                "must measure what the accepted values are of (minimize distance, last)");
        assertThat(text()).isEqualTo(text);
    }

    @Test
    void testWithoutAFile_isSkipped() {
        EngineExecutionResults results = retest(UnacceptedTestCase.class);

        assertGreen(results);
        assertThat(RUNS).isEmpty();
        assertThat(results.testEvents().skipped().count()).isEqualTo(1);
        results.testEvents().skipped().list().forEach(event -> assertThat(event.getPayload(String.class))
                .hasValue("nothing is run again with hpo.mode=retest, as the test has no @Accepted that names a file"));
    }

    @Test
    void spaceThatWasChanged_isRunAgainIfItAdmitsWhatWasAccepted() throws IOException {
        acceptFirst(TunedTestCase.class);

        EngineExecutionResults results = retest(RenamedTestCase.class);

        assertGreen(results);
        assertThat(printed()).contains("  space     has changed since, and admits what was accepted all the same");
        forget();
        Files.writeString(accepted(), text().replaceAll("x = .*", "x = 20"));
        assertRed(retest(RenamedTestCase.class), "position value (20.0) must be in the domain: 0 to 12");
    }

    @Test
    void singleFailure_isNotRed_whateverEndsASearch() {
        acceptFirst(OnceFailingTestCase.class);
        OnceFailingTestCase.isFailing = true;
        try {
            EngineExecutionResults results = run().with("hpo.seed", "1")
                    .with("hpo.fail-fast", "true")
                    .with("hpo.mode", "retest")
                    .of(OnceFailingTestCase.class);

            assertGreen(results);
            assertThat(RUNS).hasSize(10);
            assertThat(printed()).anySatisfy(line -> assertThat(line).startsWith("  failed    1 of 10 runs now"));
        } finally {
            OnceFailingTestCase.isFailing = false;
        }
    }

    static class OnceFailingTestCase {

        private static boolean isFailing;

        @TuningTest(trials = 6)
        @Minimize("distance")
        @Accepted(ACCEPTED)
        void tune(Point point, Trial trial) {
            if (isFailing && RUNS.size() == 2) {
                RUNS.add(point);
                throw new IllegalStateException("once");
            }
            measure(point, trial);
        }
    }

    static class OtherMetricTestCase {

        @TuningTest(trials = 6)
        @Maximize("distance")
        @Accepted(ACCEPTED)
        void tune(Point point, Trial trial) {
            measure(point, trial);
        }
    }
}
