// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunStore;
import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Accepting what a certain run has found, and which one that is where nobody says it. */
@Timeout(120)
class AcceptedRunTests extends AcceptedStudies {

    @ParameterizedTest
    @CsvSource({
        "hpo.trials, 4, all 4 trials are done",
        "hpo.patience, 1, no better value in 1 trials",
        "hpo.sampler, random, all 6 trials are done",
        "hpo.seed, 7, all 6 trials are done"
    })
    void run_isAcceptedWhateverItWasSetTo(String key, String value, String end) throws IOException {
        assertGreen(run().with(key, value).of(TunedTestCase.class));
        assertThat(printed()).anySatisfy(line -> assertThat(line).contains("-Dhpo.accept=1 "));
        forget();

        assertGreen(run().with("hpo.accept", "1").of(TunedTestCase.class));

        assertThat(RUNS).hasSize(10).containsOnly(RUNS.get(0));
        assertThat(text()).contains(".TunedTestCase.tune, run 1, trial ");
        assertThat(printed()).contains("  ended     " + end);
        assertThat(ids(TunedTestCase.class)).containsExactly(" #1", " #1 retest");
    }

    @Test
    void runThatAFailureHasEnded_isAccepted() throws IOException {
        failing = 4;
        assertThat(TuningRun.containerFailures(
                        run().with("hpo.fail-fast", "true").of(TunedTestCase.class)))
                .hasSize(1);
        failing = Integer.MAX_VALUE;
        forget();

        assertGreen(run().with("hpo.accept", "1").with("hpo.fail-fast", "true").of(TunedTestCase.class));

        assertThat(RUNS).hasSize(10);
        assertThat(text()).contains("\n# failed runs: 0\n");
    }

    @Test
    void runThatFails_isMadeUpFor_whateverEndsASearch() throws IOException {
        run().of(TunedTestCase.class);
        forget();
        failing = 3;
        mended = 4;

        EngineExecutionResults results =
                run().with("hpo.accept", "1").with("hpo.fail-fast", "true").of(TunedTestCase.class);

        assertGreen(results);
        assertThat(TuningRun.testFailures(results)).isEmpty();
        assertThat(RUNS).hasSize(11);
        assertThat(text()).contains("\n# runs: 10, which have chosen nothing\n", "\n# failed runs: 1\n");
    }

    @Test
    void earlierRun_isAccepted_whateverTheModeIs() throws IOException {
        run().of(TunedTestCase.class);
        run().with("hpo.resume", "never").of(TunedTestCase.class);

        assertGreen(run().with("hpo.accept", "1").with("hpo.mode", "auto").of(TunedTestCase.class));
        assertThat(text()).contains(", run 1, trial ");
        assertGreen(run().with("hpo.accept", "2").with("hpo.mode", "retest").of(TunedTestCase.class));
        assertThat(text()).contains(", run 2, trial ");
    }

    @Test
    void whatWasConfirmed_isAcceptedWithTheCommandThatIsPrinted() throws IOException {
        run().with("hpo.confirm", "true").with("hpo.confirm.top", "2").of(TunedTestCase.class);
        assertThat(printed()).anySatisfy(line -> assertThat(line).contains("-Dhpo.accept=1 "));
        List<String> mean = printed().stream()
                .filter(line -> line.startsWith("  distance  "))
                .toList();
        forget();

        assertGreen(run().with("hpo.seed", "9").with("hpo.accept", "1").of(TunedTestCase.class));

        assertThat(RUNS).as("five count").hasSize(5);
        assertThat(printed())
                .containsAll(mean)
                .noneMatch(line -> line.contains("running the best configurations again"));
        assertThat(ids(TunedTestCase.class)).containsExactly(" #1", " #1 confirm", " #1 retest");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void acceptingThatIsCut_goesOn_andNeverSearches(int at) throws IOException {
        run().with("hpo.trials", "4").of(TunedTestCase.class);
        forget();
        cutAt = at;
        run().with("hpo.accept", "1").of(TunedTestCase.class);
        goOnAfterCut();

        assertGreen(run().with("hpo.accept", "1").of(TunedTestCase.class));

        assertThat(RUNS).hasSize(11 - at);
        assertThat(ids(TunedTestCase.class)).containsExactly(" #1", " #1 retest");
        assertThat(new TuningRun(module().resolve(".hpo")).runs(TunedTestCase.class, "tune"))
                .allMatch(RunRecord::isFinished);
    }

    @ParameterizedTest
    @CsvSource({"hpo.replay, 0", "hpo.resume, 2"})
    void otherThingToDo_isRefused(String key, String value) {
        run().of(TunedTestCase.class);
        forget();

        assertRed(
                run().with("hpo.accept", "1").with(key, value).of(TunedTestCase.class),
                "hpo.accept (1) must not be given with " + key + "; leave out one of the two.");
        assertThat(RUNS).isEmpty();
    }

    @Test
    void runIsAccepted_whereResumingIsSetForAllTests() {
        run().of(TunedTestCase.class);
        forget();

        assertGreen(run().with("hpo.accept", "1").with("hpo.resume", "never").of(TunedTestCase.class));
        assertThat(RUNS).hasSize(10);
    }

    @Test
    void auto_searchesNothingThatMayNotBeWritten() {
        assertGreen(accept(TunedTestCase.class));
        loss = 1;
        forget();

        assertRed(run().with("hpo.mode", "auto").of(LenientTestCase.class), "AcceptedStudies.TunedTestCase.tune");
        assertThat(RUNS).isEmpty();
    }

    @Test
    void memory_hasNoRuns() {
        run().of(TunedTestCase.class);

        assertRed(
                run().with("hpo.accept", "1").with("hpo.storage", "memory").of(TunedTestCase.class),
                "hpo.accept (1) must be a run that is kept; leave out hpo.storage=memory, which keeps none");
    }

    @Test
    void testWithoutAFile_isSkipped() {
        EngineExecutionResults results = run().with("hpo.accept", "1").of(UnacceptedTestCase.class);

        assertGreen(results);
        assertThat(RUNS).isEmpty();
        assertThat(results.testEvents().skipped().count()).isEqualTo(1);
    }

    @Test
    void whatWasFoundToBeWorse_isNotAcceptedAgain_unlessItIsNamed() throws IOException {
        assertGreen(accept(TunedTestCase.class));
        loss = 2;
        assertRed(retest(TunedTestCase.class), "must be as good as it was");
        forget();

        assertGreen(accept(TunedTestCase.class));

        assertThat(RUNS).hasSize(6 + 10);
        assertThat(text()).contains(", run 2, trial ");
    }

    @Test
    void whatWasFoundToBeWorse_isAcceptedByHowItIsNow_ifItIsNamed() throws IOException {
        assertGreen(accept(ConfirmedTestCase.class));
        String before = text();
        loss = 2;
        assertRed(retest(ConfirmedTestCase.class), "must be as good as it was");
        forget();

        assertGreen(run().with("hpo.accept", "1").of(ConfirmedTestCase.class));

        assertThat(RUNS).hasSize(10).containsOnly(PointSpace.SPACE.load(accepted()));
        assertThat(text()).isNotEqualTo(before).contains(", run 1, trial ", "\n# mean: 2.");
        assertThat(TuningRun.containerFailures(retest(ConfirmedTestCase.class))).isEmpty();
        forget();
        assertGreen(run().with("hpo.accept", "1").of(ConfirmedTestCase.class));
        assertThat(RUNS).as("that speaks for it from now on").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true"})
    void confirmationThatFailed_isMadeAgain(String accept) throws IOException {
        failing = 11;
        assertRed(run().of(ConfirmedTestCase.class), "best configuration must work when it is run again");
        failing = Integer.MAX_VALUE;
        forget();

        assertGreen(run().with("hpo.accept", accept).of(ConfirmedTestCase.class));

        assertThat(RUNS).hasSize(4 + 5 + 5);
        assertThat(text()).contains(", run 1, trial ");
    }

    @Test
    void searchOnAFreshCheckout_isAcceptedAfterAFailedRetest() throws IOException {
        assertGreen(accept(TunedTestCase.class));
        String before = text();
        delete(module().resolve(".hpo"));
        loss = 2;
        forget();

        EngineExecutionResults results =
                run().with("hpo.mode", "auto").with("hpo.accept", "true").of(TunedTestCase.class);

        assumeThat(System.getenv("CI")).as("there nothing is searched").isNullOrEmpty();
        assertGreen(results);
        assertThat(text()).isNotEqualTo(before).contains(", run 1, trial ");
        assertThat(RUNS).hasSize(8 + 6 + 10);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void runThatIsNotThere_isRefused() {
        run().of(TunedTestCase.class);
        forget();

        assertRed(
                run().with("hpo.accept", "7").of(TunedTestCase.class),
                "hpo.accept (7) must be a run in ",
                "; -Dhpo.accept=true searches and accepts what it finds.");
        assertThat(RUNS).isEmpty();
    }

    @Test
    void runThatWasInterrupted_isRefused() {
        cutAt = 4;
        run().of(TunedTestCase.class);
        goOnAfterCut();

        assertRed(
                run().with("hpo.accept", "1").of(TunedTestCase.class),
                "hpo.accept (1) must be a run that has come to its end, but its process died; -Dhpo.resume=1 goes on with it.");
        assertThat(RUNS).isEmpty();
    }

    @Test
    void runWithoutACompleteTrial_isRefused_andSearchedAgainWhereNoneIsNamed() throws IOException {
        failing = 0;
        run().of(TunedTestCase.class);
        failing = Integer.MAX_VALUE;
        forget();

        assertRed(
                run().with("hpo.accept", "1").of(TunedTestCase.class),
                "hpo.accept (1) must be a run with a complete trial; look into those that failed, and search anew.");
        assertThat(RUNS).isEmpty();

        assertGreen(accept(TunedTestCase.class));
        assertThat(text()).contains(", run 2, trial ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true"})
    void runThatSomebodyHasInHand_isRefused(String accept) {
        run().of(TunedTestCase.class);
        forget();
        JournalStorage storage =
                new JournalStorage(new TuningRun(module().resolve(".hpo")).journal(TunedTestCase.class, "tune"));
        RunId id = new RunId("dev.hpo.junit.AcceptedStudies.TunedTestCase.tune", 1);
        Optional<RunStore> held = storage.resume(id, PointSpace.SPACE);
        try {
            assertRed(
                    run().with("hpo.accept", accept).of(TunedTestCase.class),
                    "hpo.accept must be given while no other process that lives has run 1 of AcceptedStudies.TunedTestCase.tune in hand; wait for its end.");
        } finally {
            held.orElseThrow().close();
        }
        assertThat(RUNS).isEmpty();
        assertThat(ids(TunedTestCase.class)).containsExactly(" #1");
    }

    @Test
    void bounds_holdForTheMeanThatIsAccepted() {
        assertRed(
                accept(FlatteredTestCase.class),
                "best distance (2.0, the mean of 10 runs before it is accepted) must be at most 1.5");
        assertThat(accepted()).doesNotExist();
    }

    @Test
    void fileOfAnotherTest_isNotOverwritten() throws IOException {
        assertGreen(accept(TunedTestCase.class));
        String text = text();

        forget();

        assertRed(accept(LenientTestCase.class), ACCEPTED, "AcceptedStudies.TunedTestCase.tune");

        assertThat(RUNS).as("nothing is searched in vain").isEmpty();
        assertThat(text()).isEqualTo(text);
        run().of(LenientTestCase.class);
        assertThat(printed())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  accepted  " + ACCEPTED)
                        .contains("AcceptedStudies.TunedTestCase.tune"))
                .noneMatch(line -> line.contains("-Dhpo.accept="));
    }

    @Test
    void fileThatWasChangedByHand_isNotTakenForWhatWasFound() throws IOException {
        assertGreen(accept(TunedTestCase.class));
        Files.writeString(accepted(), text().replaceAll("(?m)^# mean: .*", "# mean: 0.001"));
        forget();

        run().with("hpo.resume", "never").with("hpo.seed", "3").of(TunedTestCase.class);

        assertThat(printed())
                .anySatisfy(line -> assertThat(line).startsWith("  accepted  " + ACCEPTED + ": check ("))
                .anySatisfy(line -> assertThat(line).contains("-Dhpo.accept=2 "));
    }

    static class FlatteredTestCase {

        @TuningTest(trials = 6)
        @Minimize("distance")
        @ExpectBest(atMost = 1.5)
        @Accepted(ACCEPTED)
        void tune(Point point, Trial trial) {
            RUNS.add(point);
            trial.report(RUNS.size() > 6 ? 2 : 1);
        }
    }
}
