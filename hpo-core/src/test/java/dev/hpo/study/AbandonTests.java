// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.Storage;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study that is let go of at once, since its process is about to end, while its threads go on. */
@Timeout(60)
class AbandonTests {

    private static final RunId FIRST = new RunId("points", 1);
    private static final RunEnd ENDED = new RunEnd(RunEnd.Kind.INTERRUPTED, "the process ends");

    private final InMemoryStorage memory = new InMemoryStorage();

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void samplerThatThinks_isNotWaitedFor(boolean isFile) throws Exception {
        Thinking sampler = new Thinking();
        Study<Point> study = Study.open(PointSpace.SPACE, spec(isFile).withSampler(sampler));
        Trial start = study.ask().orElseThrow().trial();
        start.report(1);
        study.tell(start);
        ExecutorService asking = Executors.newSingleThreadExecutor();
        Future<Optional<Suggestion<Point>>> asked = asking.submit(() -> study.ask());
        sampler.thinks.await();

        study.abandon("the process ends");

        assertThat(last(isFile).end()).contains(ENDED);
        assertThat(last(isFile).isHeld()).isFalse();
        assertThat(asked).isNotDone();
        sampler.mayGoOn.countDown();
        assertThat(asked.get()).isEmpty();
        assertThat(trials(isFile)).isEqualTo(study.history().trials()).hasSize(1);
        asking.shutdown();
        study.close();
        assertThat(last(isFile).end()).contains(ENDED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trialThatRuns_goesOnUnheard(boolean isFile) throws Exception {
        Study<Point> study =
                Study.open(PointSpace.SPACE, spec(isFile).withPruner(judged -> new Verdict.Stop("always")));
        Trial running = study.ask().orElseThrow().trial();
        List<TrialRecord> kept = trials(isFile);

        study.abandon("the process ends");
        running.report(1, 0.5);
        running.report(2, 0.25);
        running.attribute("key", "value");

        assertThat(study.tell(running).value()).hasValue(0.25);
        assertThat(study.ask()).isEmpty();
        assertThat(trials(isFile)).isEqualTo(kept);
        assertThat(study.history().trials()).isEqualTo(kept);
        assertThat(study.history().trial(0).state()).isEqualTo(TrialState.RUNNING);
        assertThat(study.isInterrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void runThatIsResumed_takesNothingFromWhoLeftIt(boolean isFile) throws Exception {
        Study<Point> study = Study.open(PointSpace.SPACE, spec(isFile));
        Trial left = study.ask().orElseThrow().trial();
        study.abandon("the process ends");

        try (Study<Point> resumed = Study.resume(PointSpace.SPACE, spec(isFile), FIRST)) {
            Trial again = resumed.ask().orElseThrow().trial();
            left.report(1);
            study.tell(left);
            study.abandon("once more");
            assertThat(again.number()).isZero();
            assertThat(last(isFile).isHeld()).isTrue();
            again.report(2);

            assertThat(resumed.tell(again).value()).hasValue(2);
        }
        assertThat(trials(isFile)).singleElement().satisfies(trial -> assertThat(trial.value())
                .hasValue(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void studyThatHasEnded_keepsItsEnd(boolean isFile) throws Exception {
        Study<Point> study = Study.open(PointSpace.SPACE, spec(isFile));
        study.optimize((point, trial) -> trial.report(1));

        study.abandon("the process ends");

        assertThat(last(isFile).end()).contains(new RunEnd(RunEnd.Kind.FINISHED, "all 3 trials are done"));
        assertThat(study.isInterrupted()).isFalse();
    }

    private StudySpec spec(boolean isFile) {
        return StudySpec.minimize("points", "distance")
                .withSampler(new OnePoint())
                .withTrials(3)
                .withStorage(storage(isFile));
    }

    private Storage storage(boolean isFile) {
        return isFile ? new JournalStorage(folder.resolve("points.log")) : memory;
    }

    private RunRecord last(boolean isFile) {
        return storage(isFile).runs("points").get(0);
    }

    private List<TrialRecord> trials(boolean isFile) {
        return storage(isFile).trials(FIRST, PointSpace.SPACE);
    }

    /** Thinks until it is told to go on. */
    private static final class Thinking implements Sampler {

        private final CountDownLatch thinks = new CountDownLatch(1);
        private final CountDownLatch mayGoOn = new CountDownLatch(1);

        @Override
        public Proposal propose(Ask ask) {
            thinks.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new OnePoint().propose(ask);
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "thinking";
        }
    }
}
