// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.Verdict;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.Storage;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a further attempt at a trial has of the metrics and attributes of the one before. */
class CarriedProgressTests {

    private static final RunId FIRST = new RunId("points", 1);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void attemptThatGoesOn_keepsWhatWasMeasuredBefore(boolean isInFile) throws Exception {
        StudySpec spec = spec(isInFile ? new JournalStorage(folder.resolve("points.log")) : new InMemoryStorage());
        try (Study<Point> study = open(spec)) {
            train(study.ask().orElseThrow().trial(), 1, 5);
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
            Trial again = study.ask().orElseThrow().trial();
            assertThat(steps(again.record(), "accuracy")).containsExactly(1L, 2L, 3L, 4L, 5L);
            train(again, 4, 7);
            again.attribute("host", "b");
            TrialRecord complete = study.tell(again);

            assertThat(steps(complete, "accuracy")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(complete.progress().metrics().get("accuracy"))
                    .extracting(Observation::value)
                    .startsWith(101.0, 102.0, 103.0, 404.0, 405.0);
            assertThat(complete.progress().attributes())
                    .containsEntry("from 1", "yes")
                    .containsEntry("from 4", "yes")
                    .containsEntry("host", "b");
            assertThat(complete.savedStep()).hasValue(1);
            assertThat(complete.observations()).hasSize(7);
        }
        assertThat(spec.storage().trials(FIRST, PointSpace.SPACE).get(0).savedStep())
                .hasValue(1);
        assertThat(steps(spec.storage().trials(FIRST, PointSpace.SPACE).get(0), "accuracy"))
                .hasSize(7);
    }

    /** Each part of the run is another process to the file. */
    @Test
    void severalLostAttempts_keepWhatEachHasAdded() throws Exception {
        StudySpec spec = spec(new JournalStorage(folder.resolve("points.log")));
        try (Study<Point> study = open(spec)) {
            train(study.ask().orElseThrow().trial(), 1, 3);
        }
        for (int part = 1; part < 4; part++) {
            StudySpec next = spec(new JournalStorage(folder.resolve("points.log")));
            try (Study<Point> study = Study.resume(PointSpace.SPACE, next, FIRST)) {
                train(study.ask().orElseThrow().trial(), 1 + 2 * part, 3 + 2 * part);
            }
        }

        Progress left = spec.storage().trials(FIRST, PointSpace.SPACE).get(0).progress();
        assertThat(left.metrics().get("accuracy"))
                .extracting(Observation::value)
                .containsExactly(101.0, 102.0, 303.0, 304.0, 505.0, 506.0, 707.0, 708.0, 709.0);
        assertThat(left.attributes()).containsKeys("from 1", "from 3", "from 5", "from 7");
    }

    @Test
    void attemptThatBeginsAnew_keepsNothing() throws Exception {
        StudySpec spec = spec(new JournalStorage(folder.resolve("points.log")));
        try (Study<Point> study = open(spec)) {
            Trial trial = study.ask().orElseThrow().trial();
            trial.report(1, 1);
            trial.report(2, 1);
            train(trial, 3, 4);
            assertThat(trial.record().savedStep()).hasValue(3);
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
            Trial again = study.ask().orElseThrow().trial();
            train(again, 1, 2);
            TrialRecord complete = study.tell(again);

            assertThat(steps(complete, "accuracy")).containsExactly(1L, 2L);
            assertThat(complete.progress().attributes()).containsKey("from 1").doesNotContainKey("from 3");
            assertThat(complete.savedStep()).hasValue(1);
        }
    }

    @Test
    void stepsOfAMetric_stillRise() throws Exception {
        StudySpec spec = spec(new InMemoryStorage());
        try (Study<Point> study = open(spec)) {
            train(study.ask().orElseThrow().trial(), 1, 5);
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
            Trial again = study.ask().orElseThrow().trial();
            again.metric("accuracy", 4, 1);

            assertThatThrownBy(() -> again.metric("accuracy", 4, 1))
                    .isInstanceOf(TrialMisuseException.class)
                    .hasMessageContaining("step of metric accuracy (4) must be above the last one (4)");
        }
    }

    /** A long training with a metric at each step has each of them in the file once, not all of them at each step. */
    @Test
    void fileGrowsWithTheSteps_notWithTheirSquare() throws Exception {
        Path few = folder.resolve("few.log");
        Path many = folder.resolve("many.log");
        for (Path file : List.of(few, many)) {
            try (Study<Point> study = open(spec(new JournalStorage(file)))) {
                train(study.ask().orElseThrow().trial(), 1, file.equals(few) ? 100 : 400);
            }
        }

        assertThat(Files.size(many)).isLessThan(5 * Files.size(few));
    }

    private static void train(Trial trial, int first, int last) throws IOException {
        Path saved = trial.checkpoint().resolve("state.txt");
        trial.attribute("from " + first, "yes");
        for (int step = first; step <= last; step++) {
            Files.writeString(saved, String.valueOf(step));
            trial.metric("accuracy", step, 100 * first + step);
            trial.report(step, 1.0 / step);
        }
    }

    private static List<Long> steps(TrialRecord trial, String metric) {
        return trial.progress().metrics().getOrDefault(metric, List.of()).stream()
                .map(Observation::step)
                .toList();
    }

    private StudySpec spec(Storage storage) {
        return StudySpec.minimize("points", "distance")
                .withSeed(7)
                .withTrials(1)
                .withStorage(storage)
                .withCheckpoints(folder.resolve("place"))
                .withPruner(judged -> Verdict.KEEP);
    }

    private static Study<Point> open(StudySpec spec) {
        return Study.open(PointSpace.SPACE, spec);
    }
}
