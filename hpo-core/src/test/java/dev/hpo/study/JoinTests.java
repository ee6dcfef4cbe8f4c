// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Samplers;
import dev.hpo.space.Configuration;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunId;
import dev.hpo.storage.Storage;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several studies that share one run. */
@Timeout(120)
class JoinTests {

    private static final int TRIALS = 60;

    @ParameterizedTest
    @ValueSource(strings = {"random", "tpe", "cma-es", "grid"})
    void studiesThatShareARun_runEachTrialOnce(String sampler, @TempDir Path folder) throws Exception {
        Queue<TrialKey> run = new ConcurrentLinkedQueue<>();
        Path file = folder.resolve("points.log");

        List<StudyResult<Point>> results = shared(
                4, () -> open(spec(new JournalStorage(file)).withSampler(Samplers.named(sampler))), (point, trial) -> {
                    run.add(trial.record().key());
                    trial.report(1, point.x());
                    trial.report(point.x() * point.y());
                });

        History history = results.get(0).history();
        assertThat(history.counted()).isEqualTo(TRIALS);
        assertThat(run).hasSize(TRIALS).doesNotHaveDuplicates();
        assertThat(history.trials()).allMatch(trial -> trial.state().isFinished());
        assertThat(results).allSatisfy(result -> {
            assertThat(result.history().trials()).isEqualTo(history.trials());
            assertThat(result.endReason()).isEqualTo("all 60 trials are done");
        });
        assertThat(new JournalStorage(file).runs("points")).singleElement().satisfies(only -> {
            assertThat(only.isFinished()).isTrue();
            assertThat(only.isHeld()).isFalse();
        });
    }

    @Test
    void configurationsToTryFirst_areTriedOnce() throws Exception {
        Storage storage = new InMemoryStorage();
        List<Configuration> first = IntStream.range(0, 6)
                .mapToObj(i -> PointSpace.SPACE.configuration(new Point(i / 10.0, 0.5, 3)))
                .toList();

        StudySpec spec = first.stream().reduce(spec(storage), StudySpec::withQueued, (one, other) -> other);

        List<StudyResult<Point>> results = shared(3, () -> open(spec), (point, trial) -> trial.report(point.x()));

        assertThat(results.get(0).history().trials())
                .filteredOn(trial -> trial.start().origin().source() == Origin.Source.QUEUED)
                .extracting(TrialRecord::configuration)
                .containsExactlyInAnyOrderElementsOf(first);
    }

    @Test
    void exhaustedSampler_endsAllWhenAllHasBeenTried() throws Exception {
        Storage storage = new InMemoryStorage();
        Queue<Cell> tried = new ConcurrentLinkedQueue<>();

        StudySpec spec = spec(storage).withTrials(1000).withSampler(Samplers.named("grid"));

        List<StudyResult<Cell>> results = shared(3, () -> Study.open(CellSpace.SPACE, spec), (cell, trial) -> {
            tried.add(cell);
            trial.report(1);
        });

        assertThat(tried)
                .doesNotHaveDuplicates()
                .hasSize(results.get(0).history().size());
        assertThat(results)
                .extracting(StudyResult::endReason)
                .containsOnly(results.get(0).endReason());
    }

    @Test
    void trialOfOneThatHasLetGo_isRunByAnother() throws Exception {
        Storage storage = new InMemoryStorage();
        Study<Point> gone = open(spec(storage).withTrials(2));
        Suggestion<Point> left = gone.ask().orElseThrow();
        Study<Point> study = open(spec(storage).withTrials(2));
        Trial second = study.ask().orElseThrow().trial();
        assertThat(second.number()).isEqualTo(1);
        second.report(1.0);
        study.tell(second);

        gone.close();
        Suggestion<Point> again = study.ask().orElseThrow();

        assertThat(again.config()).isEqualTo(left.config());
        assertThat(again.trial().seed()).isEqualTo(left.trial().seed());
        assertThat(again.trial().record().key()).isEqualTo(new TrialKey(0, 1));
        again.trial().report(2.0);
        study.tell(again.trial());
        assertThat(study.ask()).isEmpty();
        assertThat(study.endReason()).contains("all 2 trials are done");
        study.close();
    }

    /** Whoever died a moment ago is noticed also by one whose last look was before that, and who will not come again. */
    @Test
    void trialOfOneThatHasLetGo_isRunByAnother_alsoWhenTheTimeIsOver() throws Exception {
        AtomicLong nanos = new AtomicLong();
        StudySpec timed = spec(new InMemoryStorage()).withTicker(nanos::get).withTimeout(Duration.ofSeconds(10));
        Study<Point> gone = open(timed);
        gone.ask();
        Study<Point> study = open(timed);
        Trial second = study.ask().orElseThrow().trial();
        second.report(1.0);
        study.tell(second);
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());

        gone.close();
        Trial again = study.ask().orElseThrow().trial();

        assertThat(again.record().key()).isEqualTo(new TrialKey(0, 1));
        again.report(2.0);
        study.tell(again);
        assertThat(study.ask()).isEmpty();
        assertThat(study.endReason()).contains("the time of 10s is over");
        study.close();
    }

    @Test
    void trialOfOneThatLives_isNotWaitedFor_whenTheTimeIsOver() throws Exception {
        AtomicLong nanos = new AtomicLong();
        StudySpec timed = spec(new InMemoryStorage()).withTicker(nanos::get).withTimeout(Duration.ofSeconds(10));
        try (Study<Point> slow = open(timed);
                Study<Point> study = open(timed)) {
            assertThat(slow.ask()).isPresent();
            nanos.addAndGet(Duration.ofSeconds(11).toNanos());

            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).contains("the time of 10s is over");
        }
    }

    /** In a copy of its folder the one who died has a file that says that it lives, until that is deleted. */
    @Test
    void runThatIsFinished_whileOneThatHasDiedLeftATrial_canGoOn(@TempDir Path folder) throws Exception {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (Study<Point> dies = open(spec(new JournalStorage(own.resolve("points.log"))))) {
            dies.ask();
            for (Path file : files(own)) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        List<Path> holders = files(copy);
        holders.remove(copy.resolve("points.log"));
        Storage storage = new JournalStorage(copy.resolve("points.log"));
        try (Study<Point> study = open(spec(storage))) {
            assertThat(study.run()).isEqualTo(1);
            for (Path holder : holders) {
                Files.delete(holder);
            }
            study.end("enough");
        }

        assertThat(storage.runs("points")).singleElement().satisfies(run -> {
            assertThat(run.end().orElseThrow().kind()).isEqualTo(RunEnd.Kind.INTERRUPTED);
            assertThat(run.end().orElseThrow().reason()).contains("has died, or was stopped, and left a trial");
        });
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toCollection(ArrayList::new));
        }
    }

    /** As one does that was thought dead, since its machine slept. */
    @Test
    void attemptThatIsTakenOver_isStoppedAndTellsNothing() throws Exception {
        Storage storage = new InMemoryStorage();
        Study<Point> slow = open(spec(storage).withTrials(1));
        Trial first = slow.ask().orElseThrow().trial();
        storage.join(new RunId("points", 1), PointSpace.SPACE)
                .begin(TrialRecord.running(
                        first.record().start().again(first.record().start().startedAt())));

        TrialPrunedException stop =
                org.junit.jupiter.api.Assertions.assertThrows(TrialPrunedException.class, () -> first.report(1, 0.5));
        slow.tell(first, stop);

        assertThat(stop).isInstanceOf(TrialPrunedException.class).hasMessageContaining("taken it over");
        assertThat(slow.history().trial(0).key().attempt()).isEqualTo(1);
        assertThat(slow.history().trial(0).state()).isEqualTo(TrialState.RUNNING);
        slow.close();
    }

    @Test
    void prunersAndSamplersSeeTheTrialsOfAll() throws Exception {
        Storage storage = new InMemoryStorage();
        try (Study<Point> one = open(spec(storage));
                Study<Point> other = open(spec(storage))) {
            Trial trial = one.ask().orElseThrow().trial();
            assertThat(other.ask()).isPresent();
            assertThat(other.history().size()).isEqualTo(2);
            trial.report(1.5);
            one.tell(trial);
            Trial third = other.ask().orElseThrow().trial();

            assertThat(third.number()).isEqualTo(2);
            assertThat(other.best())
                    .hasValueSatisfying(best -> assertThat(best.number()).isZero());
        }
    }

    @Test
    void studyThatTells_knowsTheBestOfAll() throws Exception {
        Storage storage = new InMemoryStorage();
        try (Study<Point> slow = open(spec(storage));
                Study<Point> fast = open(spec(storage))) {
            Trial first = slow.ask().orElseThrow().trial();
            Trial second = fast.ask().orElseThrow().trial();
            second.report(0.125);
            fast.tell(second);
            first.report(0.5);
            slow.tell(first);

            assertThat(slow.best())
                    .hasValueSatisfying(best -> assertThat(best.number()).isEqualTo(1));
        }
    }

    @Test
    void studyOfAnotherCourse_beginsARunOfItsOwn() {
        Storage storage = new InMemoryStorage();
        try (Study<Point> one = open(spec(storage));
                Study<Point> alone = open(spec(storage).withMode(Mode.SEQUENTIAL));
                Study<Point> joined = open(spec(storage));
                Study<Point> beside = open(spec(storage));
                Study<Point> other = open(spec(storage).withSampler(Samplers.named("random")))) {
            assertThat(List.of(one.run(), alone.run(), joined.run(), beside.run(), other.run()))
                    .as("a run that is not shared is in nobody else's hands")
                    .containsExactly(1, 2, 3, 3, 4);
        }
    }

    @Test
    void runThatIsDone_isFollowedByAnother_andOneThatWasInterruptedGoesOn() throws Exception {
        Storage storage = new InMemoryStorage();
        try (Study<Point> study = open(spec(storage).withTrials(3))) {
            study.ask();
        }
        for (int run = 1; run <= 2; run++) {
            try (Study<Point> study = open(spec(storage).withTrials(3))) {
                assertThat(study.optimize((point, trial) -> trial.report(1))
                                .history()
                                .counted())
                        .isEqualTo(3);
                assertThat(study.run()).isEqualTo(run);
            }
        }
    }

    @Test
    void oneThatIsStopped_leavesTheRunToTheOthers() throws Exception {
        Storage storage = new InMemoryStorage();
        try (Study<Point> study = open(spec(storage).withTrials(3))) {
            open(spec(storage).withTrials(3)).close();
            assertThat(storage.runs("points")).singleElement().satisfies(run -> assertThat(run.isHeld())
                    .isTrue());
            study.optimize((point, trial) -> trial.report(1));
        }
        assertThat(storage.runs("points")).singleElement().satisfies(run -> assertThat(run.end())
                .contains(new RunEnd(RunEnd.Kind.FINISHED, "all 3 trials are done")));
    }

    /** The folder as a killed process leaves it is a copy of it without holders. */
    @Test
    void runThatOneHasEnded_goesOnIfAnotherWasKilledThen(@TempDir Path folder, @TempDir Path later) throws Exception {
        Study<Point> one = open(spec(new JournalStorage(folder.resolve("points.log"))));
        Study<Point> killed = open(spec(new JournalStorage(folder.resolve("points.log"))));
        one.end("the first failure ends it");
        one.close();
        TrialKey left = killed.ask().orElseThrow().trial().record().key();
        Files.copy(folder.resolve("points.log"), later.resolve("points.log"));

        StudySpec again = spec(new JournalStorage(later.resolve("points.log")));
        assertThat(Continuation.of(PointSpace.SPACE, again))
                .hasValueSatisfying(run -> assertThat(run.isSame()).isTrue());
        try (Study<Point> study = open(again)) {
            assertThat(study.run()).isEqualTo(1);
            assertThat(study.ask().orElseThrow().trial().record().key()).isEqualTo(left.next());
        }
        killed.close();
    }

    @Test
    void runThatOneHasFinished_isDoneWhenAnotherIsClosed(@TempDir Path folder) throws Exception {
        for (Storage storage : List.of(new InMemoryStorage(), new JournalStorage(folder.resolve("points.log")))) {
            Study<Point> other = open(spec(storage).withTrials(3));
            try (Study<Point> study = open(spec(storage).withTrials(3))) {
                study.optimize((point, trial) -> trial.report(1));
            }
            other.close();

            assertThat(storage.runs("points")).singleElement().satisfies(run -> assertThat(run.end())
                    .contains(new RunEnd(RunEnd.Kind.FINISHED, "all 3 trials are done")));
        }
    }

    private static StudySpec spec(Storage storage) {
        return StudySpec.minimize("points", "product")
                .withTrials(TRIALS)
                .withMode(Mode.JOINED)
                .withStorage(storage);
    }

    private static Study<Point> open(StudySpec spec) {
        return Study.open(PointSpace.SPACE, spec);
    }

    /** Opens a study several times, runs each on a thread of its own, and closes it there. */
    private static <T> List<StudyResult<T>> shared(int studies, Supplier<Study<T>> open, Objective<T> objective)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(studies);
        try {
            List<Study<T>> opened = Stream.generate(open).limit(studies).toList();
            List<Future<StudyResult<T>>> futures = new ArrayList<>();
            for (Study<T> study : opened) {
                futures.add(pool.submit(() -> {
                    try (study) {
                        return study.optimize(objective);
                    }
                }));
            }
            List<StudyResult<T>> results = new ArrayList<>();
            for (Future<StudyResult<T>> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
