// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.mlflow;

import static dev.hpo.tracking.TrackedStudies.METRIC;
import static dev.hpo.tracking.TrackedStudies.NOON;
import static dev.hpo.tracking.TrackedStudies.STANDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.report.Estimate;
import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.tracking.AwayException;
import dev.hpo.tracking.Standing;
import dev.hpo.tracking.TrackedStudies;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlflowTrackerTests {

    private static final TrialRecord GOOD = TrackedStudies.trial(0, Outcome.Complete.of(0.5), 0.9, 0.5);
    private static final TrialRecord PRUNED = TrackedStudies.trial(1, new Outcome.Pruned("hopeless"), 0.95);
    private static final TrialRecord FAILED = TrackedStudies.failed(2, "IOException: /src/app/x is empty\nmore");

    private MadeUpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new MadeUpServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void study_isARun_andTrialsAreNestedInIt(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("summary.txt"), "the summary in /src/app/target");
        MlflowTracker tracker = tracker();

        tracker.opened(TrackedStudies.view(), NOON);
        tracker.told(GOOD, new Standing(1, Optional.of(GOOD)));
        tracker.told(PRUNED, new Standing(2, Optional.of(GOOD)));
        tracker.told(FAILED, new Standing(3, Optional.of(GOOD)));
        StudyRun.End end = new StudyRun.End(NOON, "an error: no /src/app/x", false);
        tracker.ended(TrackedStudies.view(false, Optional.of(end), GOOD, PRUNED, FAILED), List.of(file), true);

        assertThat(server.runs.keySet()).containsExactly("run 3", "trial 0", "trial 1", "trial 2");
        assertThat(server.runs.values().stream().map(run -> run.status))
                .containsExactly("FINISHED", "FINISHED", "KILLED", "FAILED");
        assertThat(run("trial 0").params)
                .isEqualTo(Map.of("learningRate", "0.1", "layers.0.units", "50", "optimizer", "adam"));
        assertThat(run("trial 0").metrics)
                .isEqualTo(List.of(
                        METRIC + " 2: 0.5",
                        "intermediate/" + METRIC + " 1: 0.9",
                        "intermediate/" + METRIC + " 2: 0.5",
                        "accuracy 1: 0.75"));
        assertThat(run("trial 0").tags)
                .containsEntry("mlflow.parentRunId", "id of run 3")
                .containsEntry("hpo.trial", "0")
                .containsEntry("hpo.seed", "100")
                .containsEntry("hpo.state", "COMPLETE")
                .containsEntry("attribute.note", "a\\nb")
                .doesNotContainKey("attribute.hpo.saved");
        assertThat(run("trial 1").tags).containsEntry("hpo.state", "PRUNED").containsEntry("hpo.reason", "hopeless");
        assertThat(run("trial 2").tags).containsEntry("hpo.reason", "IOException: ./x is empty");
        assertThat(run("run 3").metrics).isEqualTo(List.of(METRIC + " 1: 0.5", METRIC + " 3: 0.5"));
        assertThat(run("run 3").tags)
                .containsEntry("hpo.best_trial", "0")
                .containsEntry("hpo.confirmed", "false")
                .containsEntry("hpo.seed", "42")
                .containsEntry("hpo.ended", "an error: no ./x")
                .containsKey("mlflow.note.content");
        assertThat(server.files)
                .containsExactly("mlflow-artifacts/artifacts/7/artifacts/summary.txt: the summary in ./target");
    }

    @Test
    void lastValueOfTheRun_isTheBest_alsoOfTrialsAtTheSameTimeAndOfOtherProcesses()
            throws IOException, InterruptedException {
        TrialRecord worse = TrackedStudies.trial(2, Outcome.Complete.of(0.6));
        TrialRecord best = TrackedStudies.trial(1, Outcome.Complete.of(0.4));
        MlflowTracker tracker = tracker();

        tracker.opened(TrackedStudies.view(), NOON);
        tracker.told(worse, new Standing(1, Optional.of(worse)));
        tracker.told(GOOD, new Standing(3, Optional.of(best)));
        // This is what the first two had found, and comes late.
        tracker.told(best, new Standing(2, Optional.of(GOOD)));

        assertThat(run("run 3").metrics).isEqualTo(List.of(METRIC + " 1: 0.6", METRIC + " 3: 0.4"));
    }

    @Test
    void confirmedValue_isThatOfTheRun_andOfTheTrialThatItNames() throws IOException, InterruptedException {
        TrialRecord lucky = TrackedStudies.trial(1, Outcome.Complete.of(0.4));
        StudyView view = TrackedStudies.ended(GOOD, lucky);
        MlflowTracker tracker = tracker();
        tracker.opened(TrackedStudies.view(), NOON);
        tracker.told(GOOD, new Standing(1, Optional.of(GOOD)));
        tracker.told(lucky, new Standing(2, Optional.of(lucky)));

        tracker.ended(TrackedStudies.confirmed(view, GOOD, new Estimate(0.55, 0.52, 0.58)), List.of(), true);

        assertThat(run("run 3").tags).containsEntry("hpo.best_trial", "0").containsEntry("hpo.confirmed", "true");
        assertThat(run("run 3").metrics)
                .isEqualTo(List.of(
                        METRIC + " 1: 0.5",
                        METRIC + " 2: 0.4",
                        METRIC + " 2: 0.55",
                        "interval/low/" + METRIC + " 2: 0.52",
                        "interval/high/" + METRIC + " 2: 0.58"));
        assertThat(run("run 3").times.subList(0, 3))
                .as("what is shown is the latest of a step")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void confirmedValueThatRestsOnOneRun_hasNoInterval() throws IOException, InterruptedException {
        double infinite = Double.POSITIVE_INFINITY;
        MlflowTracker tracker = tracker();
        tracker.opened(TrackedStudies.view(), NOON);

        StudyView ended = TrackedStudies.ended(GOOD);
        tracker.ended(TrackedStudies.confirmed(ended, GOOD, new Estimate(0.55, -infinite, infinite)), List.of(), true);

        assertThat(run("run 3").metrics).isEqualTo(List.of(METRIC + " 1: 0.55"));
    }

    @Test
    void runThatGoesOn_isFound_andSaysWhatIsMissing() throws IOException, InterruptedException {
        StudyRun.End cut = new StudyRun.End(NOON, "Ctrl-C", true);
        MlflowTracker before = tracker();
        before.opened(TrackedStudies.view(), NOON);
        before.told(GOOD, STANDING);
        before.ended(TrackedStudies.view(false, Optional.of(cut), GOOD), List.of(), true);
        assertThat(run("run 3").status).isEqualTo("KILLED");

        // One was on its way when the process died.
        server.troubles = path -> path.endsWith("runs/update") ? 400 : 0;
        assertThatThrownBy(() -> before.told(PRUNED, STANDING)).isInstanceOf(IOException.class);
        server.troubles = path -> 0;
        MlflowTracker next = tracker();
        StudyView view = TrackedStudies.view(GOOD, PRUNED, FAILED);
        next.opened(view, NOON);
        assertThat(next.missing(view, false)).containsExactly(PRUNED, FAILED);
        next.told(PRUNED, STANDING);
        next.told(FAILED, STANDING);

        assertThat(next.missing(view, true)).isEmpty();
        assertThat(server.runs.keySet()).containsExactly("run 3", "trial 0", "trial 1", "trial 2");
        assertThat(server.runs.values().stream().map(run -> run.status))
                .containsExactly("RUNNING", "FINISHED", "KILLED", "FAILED");
    }

    @Test
    void runWhoseAnswerIsLost_isNotMadeTwice() throws IOException, InterruptedException {
        MlflowTracker tracker = tracker();
        tracker.opened(TrackedStudies.view(), NOON);
        server.isLosingAnswers = true;

        assertThatThrownBy(() -> tracker.told(GOOD, STANDING))
                .isInstanceOf(AwayException.class)
                .hasMessage("it answers with HTTP 504");
        server.isLosingAnswers = false;
        tracker.told(GOOD, STANDING);

        assertThat(server.runs.keySet()).containsExactly("run 3", "trial 0");
        assertThat(run("trial 0").status).isEqualTo("FINISHED");
    }

    @Test
    void processThatIsToldToEnd_marksTheRun_unlessItsEndIsThere() throws IOException, InterruptedException {
        MlflowTracker tracker = tracker();
        tracker.opened(TrackedStudies.view(), NOON);
        tracker.left();
        assertThat(run("run 3").status).isEqualTo("KILLED");

        tracker.ended(TrackedStudies.ended(GOOD), List.of(), true);
        tracker.left();

        assertThat(run("run 3").status).isEqualTo("FINISHED");
    }

    @Test
    void anotherRunOfTheSameNumber_isAnotherOne() throws IOException, InterruptedException {
        tracker().opened(TrackedStudies.view(), NOON);

        tracker().opened(TrackedStudies.view(), NOON.plusSeconds(1));

        assertThat(server.runs.keySet()).containsExactly("run 3", "run 3 again");
    }

    @Test
    void sharedRun_isThereOnce_andTheLastProcessEndsIt() throws IOException, InterruptedException {
        StudyView shared = TrackedStudies.view(true, Optional.empty(), GOOD);
        MlflowTracker one = tracker();
        MlflowTracker other = tracker();

        one.opened(shared, NOON);
        other.opened(shared, NOON);
        one.ended(shared, List.of(), false);

        assertThat(server.runs.keySet()).containsExactly("run 3");
        assertThat(run("run 3").status).isEqualTo("RUNNING");
        assertThat(other.missing(shared, false)).isEmpty();
        assertThat(other.missing(shared, true)).containsExactly(GOOD);
        other.ended(shared, List.of(), true);
        assertThat(run("run 3").status).isEqualTo("FINISHED");
    }

    @Test
    void longCurves_comeInPartsThatMlflowTakes() throws IOException, InterruptedException {
        MlflowTracker tracker = tracker();
        tracker.opened(TrackedStudies.view(), NOON);

        tracker.told(TrackedStudies.trial(0, new Outcome.Pruned("hopeless"), new double[5000]), STANDING);

        assertThat(server.entriesAtOnce).hasSize(2).allMatch(entries -> entries <= 1000);
    }

    @Test
    void nothingComplete_isAFailure() throws IOException, InterruptedException {
        MlflowTracker tracker = tracker();
        tracker.opened(TrackedStudies.view(), NOON);

        tracker.ended(TrackedStudies.ended(TrackedStudies.failed(0, "no")), List.of(), true);

        assertThat(run("run 3").status).isEqualTo("FAILED");
    }

    @Test
    void serverThatIsBusy_isAskedAgain() throws IOException, InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        server.troubles = path -> asked.getAndIncrement() < 2 ? 503 : 0;

        tracker().opened(TrackedStudies.view(), NOON);

        assertThat(server.runs.keySet()).containsExactly("run 3");
    }

    @Test
    void error_isToldOnOneLine() {
        server.troubles = path -> 401;

        assertThatThrownBy(() -> tracker().opened(TrackedStudies.view(), NOON))
                .isInstanceOf(IOException.class)
                .hasMessage("it answers with HTTP 401: it is \\u001b broken");
    }

    @Test
    void serverThatIsAway_mayBeThereLater() {
        URI address = server.address();
        server.close();

        assertThatThrownBy(() -> new MlflowTracker(
                                new MlflowServer(address, MlflowCredentials.NONE, MadeUpServer.WAITS), PathMask.NONE)
                        .opened(TrackedStudies.view(), NOON))
                .isInstanceOf(AwayException.class)
                .hasMessageStartingWith("it does not answer: ");
    }

    @Test
    void serverThatHangs_isWaitedForOnlySoLong_andOnlyByTheFirst() {
        MlflowServer hasty =
                new MlflowServer(server.address(), MlflowCredentials.NONE, MadeUpServer.waits(Duration.ofMillis(100)));
        server.isHanging = true;

        assertThatThrownBy(() -> new MlflowTracker(hasty, PathMask.NONE).opened(TrackedStudies.view(), NOON))
                .isInstanceOf(AwayException.class)
                .hasMessageStartingWith("it does not answer: nothing came within");
        int asked = server.requests.size();

        assertThatThrownBy(() -> tracker().opened(TrackedStudies.view(), NOON))
                .isInstanceOf(AwayException.class)
                .hasMessage("it has not answered lately");
        assertThat(server.requests).hasSize(asked);
    }

    @Test
    void answerWithoutEnd_isNotReadToIt() {
        server.troubles = path -> path.endsWith("get-by-name") ? 0 : 200;
        server.trouble = "x".repeat(200_000);

        assertThatThrownBy(() -> tracker().opened(TrackedStudies.view(), NOON))
                .isInstanceOf(AwayException.class)
                .hasMessageContaining("its answer must not be longer than 100000 bytes");
    }

    @Test
    void listOfRunsWithoutEnd_isNotReadToIt() {
        server.nextPage = "the same";

        assertThatThrownBy(() -> tracker().opened(TrackedStudies.view(), NOON))
                .hasMessage("its list of runs must come to an end");
    }

    @Test
    void redirection_saysWhereTo_withoutSecrets() {
        server.troubles = path -> 302;
        server.trouble = "";

        assertThatThrownBy(() -> tracker().opened(TrackedStudies.view(), NOON))
                .hasMessage("it answers with HTTP 302: it leads to https://login.example.org/in");
    }

    @Test
    void longDescription_endsWithALine() {
        assertThat(MlflowTracker.note("short\n")).isEqualTo("short\n");
        assertThat(MlflowTracker.note("0123456\n".repeat(1000))).hasSize(5000).endsWith("0123456\n");
        assertThat(MlflowTracker.note("012345678\n0".repeat(1000)))
                .hasSizeLessThan(5000)
                .endsWith("8\n");
    }

    @Test
    void tokenThatNoHeaderCanHave_isInNoText() {
        for (String bad : List.of("t0\nken", "t0ken\u20ac")) {
            MlflowCredentials credentials =
                    MlflowCredentials.of(name -> Optional.of(bad).filter(any -> name.equals("MLFLOW_TRACKING_TOKEN")));

            assertThatThrownBy(() -> new MlflowTracker(server.client(credentials), PathMask.NONE)
                            .opened(TrackedStudies.view(), NOON))
                    .isInstanceOf(IOException.class)
                    .hasMessage("its value of MLFLOW_TRACKING_TOKEN must be one line of letters, digits and marks of"
                            + " ASCII, as it goes into a header");
        }
    }

    @Test
    void serverThatKeepsNoFiles_isToldTheRest() throws IOException, InterruptedException {
        server.artifacts = "s3://bucket/7/";
        MlflowTracker tracker = tracker();
        tracker.opened(TrackedStudies.view(), NOON);

        assertThatThrownBy(() -> tracker.ended(TrackedStudies.ended(GOOD), List.of(), true))
                .hasMessage("it must serve artifacts to get files; its option --serve-artifacts does that");
        assertThat(run("run 3").status).isEqualTo("FINISHED");
    }

    @Test
    void credentials_goWithEachRequest_andIntoNoText() throws IOException, InterruptedException {
        Map<String, String> basic = Map.of("MLFLOW_TRACKING_USERNAME", "ada", "MLFLOW_TRACKING_PASSWORD", "s3cret\n");
        Map<String, String> token = Map.of("MLFLOW_TRACKING_TOKEN", "t0ken");
        MlflowCredentials credentials = MlflowCredentials.of(name -> Optional.ofNullable(basic.get(name)));

        new MlflowTracker(server.client(credentials), PathMask.NONE).opened(TrackedStudies.view(), NOON);

        assertThat(server.requests).isNotEmpty().allMatch(request -> request.endsWith(" Basic YWRhOnMzY3JldA=="));
        assertThat(MlflowCredentials.of(name -> Optional.ofNullable(token.get(name)))
                        .header())
                .contains("Bearer t0ken");
        assertThat(MlflowCredentials.of(name -> Optional.empty()).header()).isEmpty();
        assertThat(credentials).asString().doesNotContain("ada", "s3cret", "YWRh");
    }

    private MlflowTracker tracker() {
        return new MlflowTracker(
                server.client(MlflowCredentials.NONE), PathMask.of(Path.of("/src/app"), Path.of("/users/ada")));
    }

    private MadeUpServer.Run run(String name) {
        return Objects.requireNonNull(server.runs.get(name));
    }
}
