// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.Failure;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The time limit is there for threads that wait for one another for ever. */
@Timeout(120)
class ConcurrentStudyTests {

    private final StudySpec spec = StudySpec.minimize("points", "distance")
            .withMode(Mode.CONCURRENT)
            .withThreads(4)
            .withTrials(100)
            .withSampler(new RandomSampler());

    @Test
    void finiteSpaceIsTriedOnceAndThenExhausted() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            try (Study<Cell> study = Study.open(CellSpace.SPACE, spec.withSeed(seed))) {
                StudyResult<Cell> result = study.optimize((cell, trial) -> trial.report(cell.row() * cell.column()));

                assertThat(result.history().size()).isEqualTo(60);
                assertThat(result.history().trials())
                        .extracting(TrialRecord::configuration)
                        .doesNotHaveDuplicates();
                assertThat(result.endReason()).contains("60");
            }
        }
    }

    @Test
    void trialsRunAtOnce() throws Exception {
        CyclicBarrier all = new CyclicBarrier(4);
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            StudyResult<Point> result = study.optimize((point, trial) -> {
                all.await();
                trial.report(1);
            });

            assertThat(result.history().count(TrialState.COMPLETE)).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CONCURRENT", "ORDERED"})
    void whateverHappensInTrialsAllOfThemEnd(Mode mode) throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            StudySpec seeded = spec.withMode(mode).withSeed(seed);
            try (Study<Point> study = Study.open(PointSpace.SPACE, seeded)) {
                // With a complete trial none of what follows ends the study.
                Trial first = study.ask().orElseThrow().trial();
                first.report(1);
                study.tell(first);
                StudyResult<Point> result = study.optimize(new Course());

                assertThat(result.history().count(TrialState.RUNNING)).isZero();
                assertThat(result.history().counted()).isEqualTo(100);
                assertThat(Course.facts(seeded.storage()
                                .trials(
                                        seeded.storage()
                                                .runs("points")
                                                .get(seed)
                                                .id(),
                                        PointSpace.SPACE)))
                        .isEqualTo(Course.facts(result.history().trials()));
            }
        }
    }

    @Test
    void threadThatWouldWaitForItselfIsTold() throws Exception {
        StudySpec ordered = spec.withMode(Mode.ORDERED).withWindow(2);
        try (Study<Point> study = Study.open(PointSpace.SPACE, ordered)) {
            Trial first = study.ask().orElseThrow().trial();
            Trial second = study.ask().orElseThrow().trial();
            assertThatThrownBy(study::ask)
                    .isInstanceOf(SelfWaitException.class)
                    .hasMessageContaining("must not run trial 0");

            first.report(1);
            study.tell(first);

            assertThat(study.ask().orElseThrow().trial().number()).isEqualTo(2);
            second.report(1);
            study.tell(second);
            assertThat(study.endReason()).isEmpty();
        }
    }

    @Test
    void askIsReadyWhenTheTrialsHaveEndedThatItWaitsFor() throws Exception {
        try (Study<Point> study =
                Study.open(PointSpace.SPACE, spec.withMode(Mode.ORDERED).withWindow(2))) {
            assertThat(study.isReady(1)).isTrue();
            assertThat(study.isReady(2)).as("the first of both has not begun").isFalse();
            Trial first = study.ask().orElseThrow().trial();
            assertThat(study.isReady(0)).isTrue();
            assertThat(study.isReady(1)).isFalse();

            study.ask();
            assertThat(study.isReady(0)).isFalse();

            first.report(1);
            study.tell(first);
            assertThat(study.isReady(0)).isTrue();
            assertThat(study.isReady(1)).isFalse();
        }
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withMode(Mode.CONCURRENT))) {
            study.ask();
            assertThat(study.isReady(10)).isTrue();
        }
    }

    @Test
    void threadForWhoseTrialAnotherAskWaitsIsTold() throws Exception {
        try (Study<Point> study =
                Study.open(PointSpace.SPACE, spec.withMode(Mode.ORDERED).withWindow(1))) {
            Trial first = study.ask().orElseThrow().trial();
            FutureTask<Trial> other = new FutureTask<>(() -> ask(study).trial());
            awaitWaiting(start(other));

            assertThatThrownBy(study::ask)
                    .isInstanceOf(SelfWaitException.class)
                    .hasMessageContaining("must not run trial 0");
            first.report(1);
            study.tell(first);
            assertThat(other.get().number()).isEqualTo(1);
        }
    }

    @Test
    void threadThatQueuesBeforeAnotherAskWaitsForItsTrialIsTold() throws Exception {
        CountDownLatch queued = new CountDownLatch(1);
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withSampler(new Hesitant(queued)))) {
            Trial first = study.ask().orElseThrow().trial();
            FutureTask<Trial> other = new FutureTask<>(() -> ask(study).trial());
            awaitWaiting(start(other));
            Thread main = Thread.currentThread();
            start(() -> {
                awaitWaiting(main);
                queued.countDown();
            });

            assertThatThrownBy(study::ask).hasMessageContaining("must not run trial 0");
            first.report(1);
            study.tell(first);
            assertThat(other.get().number()).isEqualTo(1);
        }
    }

    @Test
    void trialToldByAnotherThreadLetsTheNextBegin() throws Exception {
        StudySpec ordered = spec.withMode(Mode.ORDERED).withWindow(1);
        try (Study<Point> study = Study.open(PointSpace.SPACE, ordered)) {
            CompletableFuture<Trial> first =
                    CompletableFuture.supplyAsync(() -> ask(study).trial());
            first.join();
            FutureTask<Trial> second = new FutureTask<>(() -> ask(study).trial());
            Thread asker = start(second);
            awaitWaiting(asker);

            first.join().report(1);
            study.tell(first.join());

            assertThat(second.get().number()).isEqualTo(1);
        }
    }

    @Test
    void studyThatEndsLetsGoOfThoseWhoWait() throws Exception {
        Study<Point> study =
                Study.open(PointSpace.SPACE, spec.withMode(Mode.ORDERED).withWindow(1));
        Trial running = CompletableFuture.supplyAsync(() -> ask(study).trial()).join();
        List<FutureTask<Boolean>> asks = IntStream.range(0, 3)
                .mapToObj(i -> new FutureTask<>(() -> study.ask().isEmpty()))
                .toList();
        for (FutureTask<Boolean> ask : asks) {
            awaitWaiting(start(ask));
        }
        study.close();

        for (FutureTask<Boolean> ask : asks) {
            assertThat(ask.get()).isTrue();
        }
        assertThat(running.record().state()).isEqualTo(TrialState.RUNNING);
    }

    @Test
    void interruptedAskGivesUpAndLeavesTheTurnToOthers() throws Exception {
        try (Study<Point> study =
                Study.open(PointSpace.SPACE, spec.withMode(Mode.ORDERED).withWindow(1))) {
            Trial first = ask(study).trial();
            FutureTask<Boolean> ask = new FutureTask<>(() -> study.ask().isEmpty());
            Thread asker = start(ask);
            awaitWaiting(asker);
            asker.interrupt();

            assertThatThrownBy(ask::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            first.report(1);
            study.tell(first);
            assertThat(ask(study).trial().number()).isEqualTo(1);
        }
    }

    @Test
    void interruptedStudyEndsWithItsTrials() throws Exception {
        CountDownLatch running = new CountDownLatch(4);
        Study<Point> study = Study.open(PointSpace.SPACE, spec.withSampler(new OnePoint()));
        FutureTask<StudyResult<Point>> optimizing = new FutureTask<>(() -> study.optimize((point, trial) -> {
            running.countDown();
            new CountDownLatch(1).await();
        }));
        Thread thread = start(optimizing);
        running.await();
        thread.interrupt();

        assertThatThrownBy(optimizing::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(study.endReason()).contains("interrupted");
        assertThat(study.history().trials()).hasSize(4).allSatisfy(trial -> assertThat(
                        trial.failure().orElseThrow().kind())
                .isEqualTo(Failure.Kind.INTERRUPTED));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONCURRENT", "ORDERED"})
    void samplerMayWaitForOthers(Mode mode) throws Exception {
        try (Study<Point> study =
                Study.open(PointSpace.SPACE, spec.withMode(mode).withSampler(new Generations(100)))) {
            StudyResult<Point> result = study.optimize((point, trial) -> trial.report(1));

            assertThat(result.history().trials()).allSatisfy(trial -> assertThat(
                            trial.start().origin().notes().getOrDefault("running", "0"))
                    .isEqualTo("0"));
        }
    }

    @Test
    void faultEndsTheWorkOfAllThreads() {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withSampler(new Generations(10)))) {
            assertThatThrownBy(() -> study.optimize((point, trial) -> trial.report(1)))
                    .isInstanceOf(StudyException.class)
                    .hasMessage("Generations failed to propose trial 11: java.lang.IllegalStateException: no more");
            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(11);
        }
    }

    @Test
    void errorThatKeepsATrialFromEndingEndsTheWaitOfAllThreads() {
        StackOverflowError error = new StackOverflowError();
        AtomicReference<Thread> unlucky = new AtomicReference<>();
        StudySpec ordered = spec.withMode(Mode.ORDERED)
                .withSampler(new OnePoint())
                .withTicker(() -> {
                    if (unlucky.compareAndSet(Thread.currentThread(), null)) {
                        throw error;
                    }
                    return System.nanoTime();
                });
        try (Study<Point> study = Study.open(PointSpace.SPACE, ordered)) {
            assertThatThrownBy(() -> study.optimize((point, trial) -> {
                        if (trial.number() == 3) {
                            unlucky.set(Thread.currentThread());
                        }
                        trial.report(1);
                    }))
                    .isInstanceOf(StudyException.class)
                    .hasRootCause(error);
            assertThat(study.endReason()).contains("failed with StackOverflowError");
        }
    }

    private static Suggestion<Point> ask(Study<Point> study) {
        try {
            return study.ask().orElseThrow();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /** Begins each fifth trial only when all before it have ended, and fails after the last one. */
    private record Generations(int last) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            if (ask.number() > last) {
                throw new IllegalStateException("no more");
            }
            int running = ask.history().count(TrialState.RUNNING);
            boolean isFirst = ask.number() % 5 == 0;
            Configuration middle =
                    ask.space().choose(parameter -> parameter.domain().fromUnit(0.5));
            return isFirst && running > 0
                    ? new Proposal.Wait()
                    : new Proposal.Try(middle, isFirst ? Map.of("running", String.valueOf(running)) : Map.of());
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "generations of five";
        }
    }

    /** Waits, having thought about it, while another trial runs. */
    private record Hesitant(CountDownLatch thought) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            if (ask.history().count(TrialState.RUNNING) == 0) {
                return new OnePoint().propose(ask);
            }
            try {
                thought.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Proposal.Wait();
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "hesitant";
        }
    }
}
