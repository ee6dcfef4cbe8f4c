// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.StudyView;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TrackingTests {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Patience PATIENT = new Patience(LONG, LONG, LONG, Duration.ZERO);

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch never = new CountDownLatch(1);

    private volatile List<TrialRecord> missing = List.of();

    private final TrialRecord trial = TrackedStudies.trial(0, Outcome.Complete.of(1));
    private final StudyView view = TrackedStudies.view(trial);

    @Test
    void tracker_hearsAllInOrder_onAThreadOfItsOwn() {
        Tracking tracking = tracking(step -> {
            assertThat(Thread.currentThread().isDaemon()).isTrue();
            assertThat(Thread.currentThread().getName()).isEqualTo("hpo-tracking");
        });

        tracking.opened(view, Instant.EPOCH);
        tracking.told(trial, TrackedStudies.STANDING);
        tracking.end(view, List.of(Path.of("a")), true);
        tracking.awaitEnd();

        assertThat(heard).containsExactly("opened", "told 0", "ended [a]");
        assertThat(complaints).isEmpty();
    }

    @Test
    void fault_costsOneLine_andNothingMoreIsTold() {
        Tracking tracking = tracking(step -> {
            if (step.startsWith("told")) {
                throw new IOException("the disk\u001b is full");
            }
        });

        tracking.opened(view, Instant.EPOCH);
        tracking.told(trial, TrackedStudies.STANDING);
        tracking.told(trial, TrackedStudies.STANDING);
        tracking.end(view, List.of(), true);
        tracking.awaitEnd();

        assertThat(heard).containsExactly("opened", "told 0");
        assertThat(complaints)
                .containsExactly("hpo: Tuning.tune: nothing more goes to a tool, since the disk\\u001b is full;"
                        + " the study goes on as it would");
    }

    @Test
    void trackerThatIsWrong_costsOneLineToo() {
        Tracking tracking = tracking(step -> {
            throw new NoClassDefFoundError("java/net/http/HttpClient");
        });

        tracking.opened(view, Instant.EPOCH);
        tracking.end(view, List.of(), true);
        tracking.awaitEnd();

        assertThat(complaints).singleElement().asString().contains("NoClassDefFoundError: java/net/http/HttpClient");
    }

    @Test
    void toolThatIsAway_isToldWhatIsMissing_whenItIsThereAgain() {
        AtomicInteger calls = new AtomicInteger();
        Tracking tracking = tracking(step -> {
            if (calls.incrementAndGet() <= 2) {
                throw new AwayException("it does not answer");
            }
        });

        tracking.opened(view, Instant.EPOCH);
        tracking.told(trial, TrackedStudies.STANDING);
        tracking.told(TrackedStudies.failed(1, "no"), TrackedStudies.STANDING);
        tracking.end(view, List.of(), true);
        tracking.awaitEnd();

        assertThat(heard).containsExactly("opened", "opened", "opened", "told 0", "told 1", "ended []");
        assertThat(complaints)
                .containsExactly("hpo: Tuning.tune: nothing goes to a tool for now, since it does not answer;"
                        + " the study goes on as it would");
    }

    @Test
    void toolThatIsAwayAtTheEnd_hasSoManyTrials() {
        Tracking tracking = tracking(step -> {
            if (step.equals("told 1")) {
                throw new AwayException("it does not answer");
            }
        });

        tracking.opened(view, Instant.EPOCH);
        tracking.told(trial, TrackedStudies.STANDING);
        tracking.told(TrackedStudies.failed(1, "no"), TrackedStudies.STANDING);
        tracking.end(view, List.of(), true);
        tracking.awaitEnd();

        assertThat(complaints)
                .hasSize(2)
                .last()
                .isEqualTo("hpo: Tuning.tune: only 1 of 2 trials have come to a tool, since it does not answer;"
                        + " the study goes on as it would");
    }

    @Test
    void toolThatWasAway_isLeftAloneForAWhile() {
        Tracking tracking = tracking(
                step -> {
                    throw new AwayException("it does not answer");
                },
                new Patience(LONG, LONG, LONG, LONG));

        tracking.opened(view, Instant.EPOCH);
        tracking.told(trial, TrackedStudies.STANDING);
        tracking.told(trial, TrackedStudies.STANDING);
        tracking.end(view, List.of(), true);
        tracking.awaitEnd();

        assertThat(heard).as("at the beginning and at the end").containsExactly("opened", "opened");
    }

    @Test
    void trialsThatNobodyTold_areToldAtTheEnd() {
        missing = List.of(TrackedStudies.failed(7, "lost"));
        Tracking tracking = tracking(step -> {});

        tracking.opened(view, Instant.EPOCH);
        tracking.end(view, List.of(), true);
        tracking.awaitEnd();

        assertThat(heard).containsExactly("opened", "told 7", "told 7", "ended []");
    }

    @Test
    void whereTooMuchIsStillToBeTold_theEndIsToldAllTheSame() throws IOException, InterruptedException {
        AtomicReference<Telling> given = new AtomicReference<>();
        Telling telling = new Telling(
                tracker(step -> {
                    if (step.equals("told 0")) {
                        Objects.requireNonNull(given.get()).giveUp();
                    }
                }),
                LONG);
        given.set(telling);
        missing = List.of(trial, TrackedStudies.failed(1, "no"));

        telling.open(view, Instant.EPOCH);
        telling.end(view, List.of(), true);

        assertThat(heard).containsExactly("opened", "told 0", "ended []");
        assertThat(telling.progress()).isEqualTo("only 1 of 2 trials have come to a tool");
    }

    @Test
    void trackerThatIsSilent_isWaitedForOnlySoLong() {
        Duration none = Duration.ZERO;
        Tracking tracking = tracking(step -> never.await(), new Patience(none, LONG, none, none));

        tracking.opened(view, Instant.EPOCH);
        tracking.told(trial, TrackedStudies.STANDING);
        tracking.end(view, List.of(), true);
        tracking.awaitEnd();
        tracking.told(trial, TrackedStudies.STANDING);

        assertThat(complaints)
                .containsExactly("hpo: Tuning.tune: only 0 of 1 trials have come to a tool before nothing came for 0 s;"
                        + " the study goes on as it would");
    }

    @Test
    void processThatEnds_dropsWhatIsNotToldAndSaysNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Tracking tracking = tracking(step -> {
            if (step.equals("opened")) {
                begun.countDown();
                never.await();
            }
        });
        tracking.opened(view, Instant.EPOCH);
        tracking.told(trial, TrackedStudies.STANDING);
        begun.await();

        tracking.leave(true);

        assertThat(heard).containsExactly("opened", "left");
        assertThat(complaints).isEmpty();
    }

    @Test
    void processThatEnds_whileTheEndIsWaitedFor_waitsNoMore() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Tracking tracking = tracking(step -> {
            begun.countDown();
            never.await();
        });
        tracking.opened(view, Instant.EPOCH);
        tracking.end(view, List.of(), true);
        Thread waiting = new Thread(tracking::awaitEnd);
        waiting.start();
        begun.await();

        tracking.leave(true);
        waiting.join();

        assertThat(heard).containsExactly("opened", "left");
        assertThat(complaints).isEmpty();
    }

    @Test
    void processThatEnds_leavesARunToOthersWhoGoOnWithIt() {
        Tracking tracking = tracking(step -> {});
        tracking.opened(view, Instant.EPOCH);

        tracking.leave(false);

        assertThat(heard).doesNotContain("left");
    }

    private Tracking tracking(Step step) {
        return tracking(step, PATIENT);
    }

    private Tracking tracking(Step step, Patience patience) {
        return new Tracking(tracker(step), "Tuning.tune", complaints::add, patience);
    }

    private Tracker tracker(Step step) {
        return new Attentive(step);
    }

    /** Remembers what it hears, and does then what a test wants it to. */
    private final class Attentive implements Tracker {

        private final Step step;

        Attentive(Step step) {
            this.step = step;
        }

        @Override
        public String place() {
            return "a tool";
        }

        @Override
        public long progress() {
            return 0;
        }

        @Override
        public void opened(StudyView view, Instant begunAt) throws IOException, InterruptedException {
            take("opened");
        }

        @Override
        public List<TrialRecord> missing(StudyView view, boolean isLast) {
            return missing;
        }

        @Override
        public void told(TrialRecord trial, Standing standing) throws IOException, InterruptedException {
            take("told " + trial.number());
        }

        @Override
        public void ended(StudyView view, List<Path> files, boolean isLast) throws IOException, InterruptedException {
            take("ended " + files);
        }

        @Override
        public void left() {
            heard.add("left");
        }

        private void take(String what) throws IOException, InterruptedException {
            heard.add(what);
            step.run(what);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run(String what) throws IOException, InterruptedException;
    }
}
