// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A search whose trials ran at once ended as its patience was over; its process was killed before the run was closed, as while it was confirmed. */
@Timeout(60)
class PatienceResumeTests {

    private static final RunId FIRST = new RunId("points", 1);

    private final AtomicLong nanos = new AtomicLong();
    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    /** Four trials run at once, of which the last one is the best and ends first. */
    @Test
    void trialsAtOnce_countInTheOrderOfTheirEnds_alsoWhenTheRunGoesOn() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec("points.log"))) {
            List<Trial> trials = ask(study, 4);
            end(study, trials.get(3), 0);
            for (int worse = 0; worse < 3; worse++) {
                end(study, trials.get(worse), 1);
            }
            assertThat(study.ask()).isEmpty();
            Files.copy(folder.resolve("points.log"), folder.resolve("killed.log"));
        }

        StudySpec later = spec("killed.log");
        assertThat(Continuation.of(PointSpace.SPACE, later).orElseThrow().done())
                .contains("no better value in 3 trials");
        try (Study<Point> study = Study.resume(PointSpace.SPACE, later, FIRST)) {
            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).contains("no better value in 3 trials");
            assertThat(study.history().size()).isEqualTo(4);
        }
    }

    /** The first trial is the best and ends last: those that ended before it do not count. */
    @Test
    void whatEndedBeforeTheBest_doesNotCount() throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec("points.log"))) {
            List<Trial> trials = ask(study, 4);
            for (int worse = 1; worse < 4; worse++) {
                end(study, trials.get(worse), 1 + worse);
            }
            end(study, trials.get(0), 0);
            Files.copy(folder.resolve("points.log"), folder.resolve("killed.log"));
        }

        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec("killed.log"), FIRST)) {
            assertThat(study.ask()).isPresent();
        }
    }

    private StudySpec spec(String file) {
        return StudySpec.minimize("points", "distance")
                .withMode(Mode.CONCURRENT)
                .withThreads(4)
                .withPatience(3)
                .withSampler(new OnePoint())
                .withClock(() -> Instant.parse("2026-03-01T04:00:00Z"))
                .withTicker(nanos::get)
                .withStorage(new JournalStorage(folder.resolve(file)));
    }

    private static List<Trial> ask(Study<Point> study, int count) throws InterruptedException {
        List<Trial> trials = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            trials.add(study.ask().orElseThrow().trial());
        }
        return trials;
    }

    private void end(Study<Point> study, Trial trial, double value) {
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        trial.report(value);
        study.tell(trial);
    }
}
