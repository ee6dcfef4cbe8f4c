// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.Storage;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trials that somebody else ends, as Optuna does in Python by {@code study.tell(3)}, and those that run elsewhere. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndedElsewhereTests {

    private static final RunId FIRST = new RunId("points", 1);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @ParameterizedTest
    @EnumSource
    void attemptThatSomebodyElseHasEnded_isKnownAsItIsKept(Mode mode) throws Exception {
        for (Storage storage : List.of(new InMemoryStorage(), new JournalStorage(folder.resolve("points.log")))) {
            for (boolean reports : new boolean[] {false, true}) {
                StudySpec spec = spec(storage, mode).withTrials(3);
                try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
                    Trial first = study.ask().orElseThrow().trial();
                    RunId run = new RunId("points", study.run());
                    TrialRecord ended = lost(first);
                    assertThat(end(storage, run, ended)).isTrue();

                    finish(study, first, reports);
                    assertThat(study.history().trial(0)).isEqualTo(ended);
                    for (Optional<Suggestion<Point>> next = study.ask(); next.isPresent(); next = study.ask()) {
                        finish(study, next.get().trial(), reports);
                    }

                    assertThat(study.endReason()).contains("all 3 trials are done");
                    assertThat(study.history().trials()).isEqualTo(storage.trials(run, PointSpace.SPACE));
                    assertThat(study.history().count(TrialState.RUNNING)).isZero();
                }
                assertThat(storage.runs("points")).allMatch(run -> run.isFinished());
            }
        }
    }

    /** Before its end is told here: whoever asks is not kept waiting for it. */
    @Test
    void attemptThatSomebodyElseHasEnded_isNotWaitedFor() throws Exception {
        Storage storage = new InMemoryStorage();
        Study<Point> study =
                Study.open(PointSpace.SPACE, spec(storage, Mode.JOINED).withTrials(1));
        Trial first = study.ask().orElseThrow().trial();
        end(storage, FIRST, lost(first));

        assertThat(study.ask()).isEmpty();
        assertThat(study.history().trial(0)).isEqualTo(lost(first));
        assertThatThrownBy(() -> first.report(1, 0.5)).isInstanceOf(TrialPrunedException.class);
        study.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"CONCURRENT", "JOINED"})
    void threadThatWouldWaitForItsOwnTrial_isRefused(Mode mode) throws Exception {
        Study<Point> study = Study.open(
                PointSpace.SPACE, spec(new InMemoryStorage(), mode).withSampler(new Waiting(new CountDownLatch(0))));
        Trial first = study.ask().orElseThrow().trial();

        assertThatThrownBy(study::ask)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not run trial 0, since it would wait for itself");

        finish(study, first, false);
        assertThat(study.ask()).isPresent();
        study.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SEQUENTIAL", "CONCURRENT", "JOINED"})
    void samplerThatWaitsForATrialOfAnotherTool_isAskedAgainWhenThatHasEnded(Mode mode) throws Exception {
        for (Storage storage : List.of(new InMemoryStorage(), new JournalStorage(folder.resolve("points.log")))) {
            CountDownLatch waits = new CountDownLatch(2);
            Study<Point> study =
                    Study.open(PointSpace.SPACE, spec(storage, mode).withSampler(new Waiting(waits)));
            Trial first = study.ask().orElseThrow().trial();
            finish(study, first, false);
            TrialStart other = new TrialStart(
                    1, first.configuration(), 7, Origin.of(Origin.Source.OTHER), Instant.parse("2026-02-03T04:05:06Z"));
            RunStore beside = storage.join(FIRST, PointSpace.SPACE);
            assertThat(beside.begin(TrialRecord.running(other))).isTrue();
            ExecutorService asking = Executors.newSingleThreadExecutor();
            Future<Optional<Suggestion<Point>>> asked = asking.submit(() -> study.ask());
            waits.await();
            assertThat(asked.isDone()).isFalse();

            beside.end(TrialRecord.running(other)
                    .finished(Outcome.Complete.of(1), other.startedAt().plusSeconds(1)));

            assertThat(asked.get().orElseThrow().trial().number()).isEqualTo(2);
            asking.shutdown();
            beside.close();
            study.close();
        }
    }

    private static StudySpec spec(Storage storage, Mode mode) {
        return StudySpec.minimize("points", "distance")
                .withSampler(new OnePoint())
                .withMode(mode)
                .withStorage(storage);
    }

    private static TrialRecord lost(Trial trial) {
        TrialStart start = trial.record().start();
        return TrialRecord.running(start)
                .finished(
                        new Outcome.Failed(Failure.of(Failure.Kind.LOST, "its process died")),
                        start.startedAt().plusSeconds(1));
    }

    private static boolean end(Storage storage, RunId run, TrialRecord ended) {
        try (RunStore other = storage.join(run, PointSpace.SPACE)) {
            return other.end(ended);
        }
    }

    private static void finish(Study<Point> study, Trial trial, boolean reports) throws InterruptedException {
        try {
            if (reports) {
                // Reports that come faster are written later.
                TimeUnit.MILLISECONDS.sleep(250);
                trial.report(1, 0.5);
            }
            trial.report(1);
        } catch (TrialPrunedException e) {
            study.tell(trial, e);
            return;
        }
        study.tell(trial);
    }

    /** Waits while anything runs. */
    private record Waiting(CountDownLatch waits) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            if (ask.history().count(TrialState.RUNNING) == 0) {
                return new OnePoint().propose(ask);
            }
            waits.countDown();
            return new Proposal.Wait();
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "waiting";
        }
    }
}
