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
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TrackingTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch never = new CountDownLatch(1);

    private final TrialRecord trial = TrackedStudies.trial(0, Outcome.Complete.of(1));
    private final StudyView view = TrackedStudies.view(trial);

    @Test
    void tracker_hearsAllInOrder_onAThreadOfItsOwn() {
        Tracking tracking = tracking(step -> {
            assertThat(Thread.currentThread().isDaemon()).isTrue();
            assertThat(Thread.currentThread().getName()).isEqualTo("hpo-tracking");
        });

        tracking.opened(view, Instant.EPOCH);
        tracking.told(trial);
        tracking.end(view, List.of(Path.of("a")), LONG);

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
        tracking.told(trial);
        tracking.told(trial);
        tracking.end(view, List.of(), LONG);

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
        tracking.end(view, List.of(), LONG);

        assertThat(complaints).singleElement().asString().contains("NoClassDefFoundError: java/net/http/HttpClient");
    }

    @Test
    void trackerThatIsSlow_isWaitedForOnlySoLong() {
        Tracking tracking = tracking(step -> never.await());

        tracking.opened(view, Instant.EPOCH);
        tracking.told(trial);
        tracking.end(view, List.of(), Duration.ofMillis(1));
        tracking.told(trial);

        assertThat(complaints)
                .containsExactly(
                        "hpo: Tuning.tune: not all has come to a tool within 0 s; the study goes on as it would");
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
        tracking.told(trial);
        begun.await();

        tracking.leave();

        assertThat(heard).containsExactly("opened", "left");
        assertThat(complaints).isEmpty();
    }

    private Tracking tracking(Step step) {
        return new Tracking(
                new Tracker() {
                    @Override
                    public String place() {
                        return "a tool";
                    }

                    @Override
                    public void opened(StudyView view, Instant begunAt) throws IOException, InterruptedException {
                        take("opened");
                    }

                    @Override
                    public void told(TrialRecord trial) throws IOException, InterruptedException {
                        take("told " + trial.number());
                    }

                    @Override
                    public void ended(StudyView view, List<Path> files) throws IOException, InterruptedException {
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
                },
                "Tuning.tune",
                complaints::add);
    }

    @FunctionalInterface
    private interface Step {
        void run(String what) throws IOException, InterruptedException;
    }
}
