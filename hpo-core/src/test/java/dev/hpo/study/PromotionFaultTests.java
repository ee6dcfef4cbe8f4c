// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, samplers and pruners that make something else of checkpoints and promotions than they are meant for. */
@Timeout(60)
class PromotionFaultTests {

    private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private static final int LEVEL = 3;

    private static final Pruner AT_LEVEL =
            judged -> judged.trial().lastObservation().orElseThrow().step() == LEVEL
                    ? new Verdict.Pause("level 3")
                    : Verdict.KEEP;

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void bodyThatSavesAndNeverLoads_comesToAnEnd() throws Exception {
        try (Study<Point> study = open(spec().withTrials(2))) {
            study.optimize((point, trial) -> {
                assertThat(trial.number()).isLessThan(10);
                for (int step = 1; step <= 9; step++) {
                    save(trial, step);
                    trial.report(step, 1);
                }
            });

            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(2);
            assertThat(study.history().size()).isEqualTo(4);
            assertThat(study.history().trials())
                    .filteredOn(TrialRecord::isBegunAnew)
                    .hasSize(2);
        }
    }

    @Test
    void promotionThatBeganAnew_isPausedBeyondItsParent() throws Exception {
        Pruner atLevels =
                judged -> judged.trial().lastObservation().orElseThrow().step() % LEVEL == 0
                        ? new Verdict.Pause("a level")
                        : Verdict.KEEP;
        try (Study<Point> study = open(spec().withPruner(atLevels))) {
            study.optimize((point, trial) -> {
                for (int step = 1; step <= 8; step++) {
                    save(trial, step);
                    trial.report(step, 1);
                }
            });

            assertThat(study.history().trials())
                    .extracting(trial -> trial.observations().size())
                    .containsExactly(3, 6, 8);
        }
    }

    /** The sampler knows of nothing to go on with while the last trials run, of which each pauses. */
    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ORDERED", "CONCURRENT", "JOINED"})
    void trialsThatPauseWhenAllHaveBegun_goOn(Mode mode) throws Exception {
        CountDownLatch bothRun = new CountDownLatch(2);
        StudySpec spec = spec().withTrials(2).withMode(mode).withThreads(3).withWindow(3);
        try (Study<Point> study = open(spec.withSampler(new Hasty()))) {
            study.optimize((point, trial) -> {
                bothRun.countDown();
                bothRun.await();
                SavedCourse.run(point, trial, SavedCourse.STEPS);
            });

            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(2);
            assertThat(study.history().paused()).isEmpty();
        }
    }

    @Test
    void threadThatRunsATrialItself_doesNotWaitForIt() throws Exception {
        try (Study<Point> study = open(spec().withSampler(new Hasty()))) {
            study.ask();

            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).contains("the only trial is done");
        }
    }

    /** The thread that waits has to take the trial that the other one could not load, whether the sampler waits or the order of the numbers does. */
    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ORDERED", "CONCURRENT", "JOINED"})
    void trialThatCannotLoad_isTakenByWhoWaits(Mode mode) throws Exception {
        StudySpec spec = spec().withTrials(3).withMode(mode).withThreads(2).withWindow(2);
        try (Study<Point> study = open(spec.withSampler(new Patient()))) {
            for (int before = 0; before < (mode == Mode.ORDERED ? 2 : 1); before++) {
                run(study);
            }
            Trial promoted = study.ask().orElseThrow().trial();
            assertThat(promoted.record().isPromotion()).isTrue();
            assertThat(promoted.checkpoint()).isNotEmptyDirectory();
            FutureTask<TrialKey> other = new FutureTask<>(() -> key(study));
            Thread waiting = new Thread(other);
            waiting.setDaemon(true);
            waiting.start();
            while (waiting.isAlive() && !WAITING.contains(waiting.getState())) {
                Thread.onSpinWait();
            }

            assertThat(study.outlook(promoted, new IOException("torn"))).isEqualTo(new Outcome.Running());
            assertThat(study.tell(promoted, new IOException("torn")).state()).isEqualTo(TrialState.RUNNING);

            assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo(new TrialKey(promoted.number(), 1));
        }
    }

    private static TrialKey key(Study<Point> study) {
        try {
            return study.ask().orElseThrow().trial().record().key();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void budgetThatIsUsedUp_doesNotKeepATrialFromBeingTriedAgain() throws Exception {
        StudySpec spec = spec().withPruner(judged -> Verdict.KEEP)
                .withSampler(new RandomSampler())
                .withStorage(new InMemoryStorage())
                .withCheckpoints(folder);
        try (Study<Point> study = open(spec)) {
            Trial trial = study.ask().orElseThrow().trial();
            save(trial, 1);
            trial.report(1, 1);
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, new RunId("points", 1))) {
            Trial again = study.ask().orElseThrow().trial();
            again.checkpoint();
            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).contains("the only trial is done");

            assertThat(study.outlook(again, new IOException("torn"))).isEqualTo(new Outcome.Running());
            assertThat(study.tell(again, new IOException("torn")).state()).isEqualTo(TrialState.RUNNING);

            Trial last = study.ask().orElseThrow().trial();
            assertThat(last.record().key()).isEqualTo(new TrialKey(0, 2));
            last.report(1, 2);
            assertThat(study.tell(last).value()).hasValue(2);
            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).contains("the only trial is done");
        }
    }

    @Test
    void studyThatWasEndedForGood_triesNothingAgain() throws Exception {
        try (Study<Point> study = open(spec())) {
            run(study);
            Trial promoted = study.ask().orElseThrow().trial();
            promoted.checkpoint();
            study.end("enough");

            assertThat(study.outlook(promoted, new IOException("torn"))).isInstanceOf(Outcome.Failed.class);
            assertThat(study.tell(promoted, new IOException("torn")).state()).isEqualTo(TrialState.FAILED);
        }
    }

    /** As when the process was killed after the last step was saved, and before it was reported. */
    @Test
    void promotionThatReportsNothing_isRunFromItsBeginning() throws Exception {
        try (Study<Point> study = open(spec())) {
            run(study);
            Trial promoted = study.ask().orElseThrow().trial();
            promoted.checkpoint();
            assertThat(study.outlook(promoted)).isEqualTo(new Outcome.Running());
            assertThat(study.tell(promoted).state()).isEqualTo(TrialState.RUNNING);

            Trial again = study.ask().orElseThrow().trial();
            assertThat(again.checkpoint()).isEmptyDirectory();
            assertThat(again.record().progress().attributes().get(TrialRecord.RESTARTED))
                    .contains("reported nothing");
            assertThat(study.tell(again).failure().orElseThrow().kind()).isEqualTo(Failure.Kind.NO_REPORT);
            assertThat(study.ask()).isEmpty();
        }
    }

    @Test
    void attemptThatReportsNothing_isRunFromItsBeginning() throws Exception {
        StudySpec spec = spec().withPruner(judged -> Verdict.KEEP)
                .withStorage(new InMemoryStorage())
                .withCheckpoints(folder);
        try (Study<Point> study = open(spec)) {
            SavedCourse.run(Point.start(), study.ask().orElseThrow().trial(), SavedCourse.STEPS - 1);
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, new RunId("points", 1))) {
            Trial again = study.ask().orElseThrow().trial();
            SavedCourse.run(Point.start(), again, SavedCourse.STEPS - 1);
            assertThat(study.tell(again).state()).isEqualTo(TrialState.RUNNING);

            TrialRecord whole = run(study);
            assertThat(whole.state()).isEqualTo(TrialState.COMPLETE);
            assertThat(whole.observations()).hasSize(SavedCourse.STEPS);
            assertThat(whole.key()).isEqualTo(new TrialKey(0, 2));
        }
    }

    @Test
    void finalValueAlone_isAResult() throws Exception {
        try (Study<Point> study = open(spec())) {
            run(study);
            Trial promoted = study.ask().orElseThrow().trial();
            promoted.checkpoint();
            promoted.report(0.5);

            assertThat(study.tell(promoted).value()).hasValue(0.5);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bodyThatIgnoresAPause_spoilsNothing(boolean throwsThen) throws Exception {
        try (Study<Point> study = open(spec())) {
            Trial trial = study.ask().orElseThrow().trial();
            Path directory = trial.checkpoint();
            Path saved = directory.resolve("state.txt");
            for (int step = 1; step <= 9; step++) {
                Files.writeString(saved, String.valueOf(step));
                try {
                    trial.report(step, 1);
                } catch (TrialPrunedException e) {
                    // Not let pass, as it should be.
                }
            }
            TrialRecord paused = throwsThen ? study.tell(trial, new IOException("at its end")) : study.tell(trial);
            assertThat(paused.isPaused()).isTrue();
            assertThat(study.checkpoint(paused).orElseThrow()).isEqualTo(directory);
            assertThat(saved).hasContent("3");
            assertThat(directory.resolveSibling("0.paused")).doesNotExist();

            Trial promoted = study.ask().orElseThrow().trial();
            assertThat(promoted.checkpoint().resolve("state.txt")).hasContent("3");
        }
    }

    /** As when the process is killed while its body ignores the pause. */
    @Test
    void attemptAfterAPauseThatWasNotKept_goesOnFromThere() throws Exception {
        StudySpec spec = spec().withStorage(new InMemoryStorage()).withCheckpoints(folder);
        try (Study<Point> study = open(spec)) {
            Trial trial = study.ask().orElseThrow().trial();
            assertThatThrownBy(() -> SavedCourse.run(Point.start(), trial, SavedCourse.STEPS))
                    .isInstanceOf(TrialPrunedException.class);
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, new RunId("points", 1))) {
            Trial again = study.ask().orElseThrow().trial();

            assertThat(again.record().observations()).hasSize(LEVEL);
            assertThat(again.checkpoint().resolve("state.txt")).content().startsWith("3\n");
        }
    }

    private static TrialRecord run(Study<Point> study) throws Exception {
        Suggestion<Point> suggestion = study.ask().orElseThrow();
        try {
            SavedCourse.run(suggestion.config(), suggestion.trial(), SavedCourse.STEPS);
            return study.tell(suggestion.trial());
        } catch (TrialPrunedException e) {
            return study.tell(suggestion.trial(), e);
        }
    }

    private static void save(Trial trial, int step) throws IOException {
        Files.writeString(trial.checkpoint().resolve("state.txt"), String.valueOf(step));
    }

    private static StudySpec spec() {
        return StudySpec.minimize("points", "distance")
                .withSeed(7)
                .withTrials(1)
                .withPruner(AT_LEVEL)
                .withSampler(new Hasty());
    }

    private static Study<Point> open(StudySpec spec) {
        return Study.open(PointSpace.SPACE, spec);
    }

    /** Goes on with whatever is paused, and never waits. */
    private static class Hasty implements Sampler {

        private final Sampler starts = new RandomSampler();

        @Override
        public Proposal propose(Ask ask) {
            if (!ask.history().paused().isEmpty()) {
                return Proposal.Promote.of(ask.history().paused().get(0).number());
            }
            return ask.history().counted() < ask.facts().trials()
                    ? starts.propose(ask)
                    : new Proposal.Exhausted("nothing is paused");
        }

        @Override
        public boolean promotes() {
            return true;
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "hasty";
        }
    }

    /** Goes on with whatever is paused, as long as no promotion runs. */
    private static final class Patient extends Hasty {

        @Override
        public Proposal propose(Ask ask) {
            boolean isAnyPromoted =
                    ask.history().in(TrialState.RUNNING).stream().anyMatch(TrialRecord::isPromotion);
            return isAnyPromoted ? new Proposal.Wait() : super.propose(ask);
        }
    }
}
