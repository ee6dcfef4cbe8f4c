// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports know how long after the beginning of their trial they were made. */
class ReportTimesTests {

    private final AtomicLong nanos = new AtomicLong(TimeUnit.DAYS.toNanos(3));

    private Path folder;

    @BeforeEach
    void takeFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void time_isThatSinceTheTrialBegan_andIsKept() throws Exception {
        StudySpec spec = spec();
        List<TrialRecord> trials = run(spec);

        List<Optional<Duration>> expected =
                List.of(Optional.of(Duration.ofMillis(20)), Optional.of(Duration.ofMillis(50)));
        assertThat(trials).hasSize(2).allSatisfy(trial -> {
            assertThat(trial.observations()).extracting(Observation::elapsed).isEqualTo(expected);
            assertThat(trial.progress().metrics().getOrDefault("memory", List.of()))
                    .extracting(Observation::elapsed)
                    .containsExactly(Optional.of(Duration.ofMillis(20)));
        });
        assertThat(stored()).allSatisfy(trial -> assertThat(trial.observations())
                .extracting(Observation::elapsed)
                .isEqualTo(expected));
    }

    @Test
    void journalOfAnEarlierVersion_isReadWithoutTimes() throws Exception {
        run(spec());
        Files.writeString(journal(), Files.readString(journal()).replaceAll(",\"hpo:micros\":\\d+", ""));

        assertThat(stored()).hasSize(2).allSatisfy(trial -> assertThat(trial.observations())
                .hasSize(2)
                .extracting(Observation::elapsed)
                .containsOnly(Optional.empty()));
    }

    private StudySpec spec() {
        return StudySpec.minimize("points", "loss")
                .withStorage(new JournalStorage(journal()))
                .withTicker(nanos::get)
                .withTrials(2);
    }

    private List<TrialRecord> run(StudySpec spec) throws Exception {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            return study.optimize((point, trial) -> {
                        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(20));
                        trial.metric("memory", 1, 5);
                        trial.report(1, 0.5);
                        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(30));
                        trial.report(2, 0.25);
                    })
                    .history()
                    .trials();
        }
    }

    private List<TrialRecord> stored() throws IOException {
        return new JournalStorage(journal()).trials(new RunId("points", 1), PointSpace.SPACE);
    }

    private Path journal() {
        return folder.resolve("points.log");
    }
}
