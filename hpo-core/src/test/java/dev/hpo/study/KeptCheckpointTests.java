// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.Verdict;
import dev.hpo.space.Configuration;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints that somebody still needs, whoever ends, joins or interrupts what. */
@Timeout(60)
class KeptCheckpointTests {

    private static final RunId FIRST = new RunId("points", 1);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void bestTrialOfAnother_keepsItsCheckpoint_whenTheRunIsDone() throws Exception {
        StudySpec spec = spec().withTrials(2).withMode(Mode.JOINED);
        Study<Point> one = open(spec);
        Suggestion<Point> worse = one.ask().orElseThrow();
        Study<Point> other = open(spec);
        Suggestion<Point> better = other.ask().orElseThrow();

        save(worse.trial(), 2);
        one.tell(worse.trial());
        one.end("enough here");
        save(better.trial(), 1);
        other.tell(better.trial());
        other.end("enough there");
        other.close();
        one.close();

        Path place = folder.resolve("points.checkpoints");
        assertThat(trials(place)).extracting(Path::getFileName).containsExactly(Path.of("1"));
    }

    /** Two threads end a trial each: the one that came second to the history comes first to the checkpoints. */
    @Test
    void bestTrial_keepsItsCheckpoint_whoeverComesFirst() throws IOException {
        Checkpoints checkpoints = checkpoints();
        TrialRecord worse = complete(5, 2);
        TrialRecord better = complete(6, 1);
        Files.writeString(checkpoints.store().make(5).resolve("model"), "5");
        Files.writeString(checkpoints.store().make(6).resolve("model"), "6");

        checkpoints.ended(better, () -> Optional.of(better));
        checkpoints.ended(worse, () -> Optional.of(better));

        assertThat(checkpoints.store().find(6)).isPresent();
        assertThat(checkpoints.store().find(5)).isEmpty();
    }

    @Test
    void attemptOfAClosedStudy_doesNotTouchTheCheckpoint() throws Exception {
        Trial old;
        try (Study<Point> study = open(spec())) {
            old = study.ask().orElseThrow().trial();
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec(), FIRST)) {
            Trial again = study.ask().orElseThrow().trial();
            SavedCourse.run(Point.start(), again, 5);

            assertThatThrownBy(old::checkpoint)
                    .isInstanceOf(TrialMisuseException.class)
                    .hasMessageContaining("since its study was closed");
            assertThat(again.checkpoint().resolve("state.txt")).exists();
        }
    }

    @Test
    void trialThatHasEnded_getsNoDirectoryAnyMore() throws Exception {
        try (Study<Point> study = open(spec())) {
            Trial trial = study.ask().orElseThrow().trial();
            trial.report(1);
            study.tell(trial);

            assertThatThrownBy(trial::checkpoint).isInstanceOf(TrialMisuseException.class);
        }
    }

    @Test
    void pausedTrialsOfARunThatWasFinished_arePausedNoMore() throws Exception {
        StudySpec spec = spec().withTrials(9).withSampler(new Quota()).withPruner(new Quota());
        int left;
        try (Study<Point> study = open(spec)) {
            study.optimize(new SavedCourse());
            left = study.history().paused().size();
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec.withTrials(18), FIRST)) {
            assertThat(study.history().paused()).isEmpty();
            assertThat(study.history().best(Direction.MINIMIZE)).isPresent();
            study.optimize(new SavedCourse());

            assertThat(study.history().trials()).noneMatch(TrialRecord::isBegunAnew);
            assertThat(study.history().counted()).isEqualTo(18);
        }
        assertThat(left).isPositive();
    }

    /** The body is interrupted at step 5: a trial of its own, or one that goes on with another, which was paused at step 3. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void interruptedTrial_goesOn_whenTheStudyIsResumed(boolean isPromotion) throws Exception {
        StudySpec spec = isPromotion
                ? spec().withSampler(new Quota()).withPruner(new Quota()).withTrials(3)
                : spec();
        try (Study<Point> study = open(spec)) {
            assertThatThrownBy(() -> study.optimize((point, trial) -> {
                        boolean isCut = trial.record().isPromotion() == isPromotion;
                        SavedCourse.run(point, trial, isCut ? 2 : SavedCourse.STEPS);
                        throw new InterruptedException();
                    }))
                    .isInstanceOf(InterruptedException.class);

            assertThat(study.history().in(TrialState.RUNNING)).hasSize(1);
            assertThat(study.isInterrupted()).isTrue();
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
            Trial again = study.ask().orElseThrow().trial();

            assertThat(again.record().isPromotion()).isEqualTo(isPromotion);
            assertThat(again.record().key().attempt()).isEqualTo(1);
            assertThat(again.checkpoint()).isNotEmptyDirectory();
            assertThat(again.record().observations()).isNotEmpty();
        }
    }

    @Test
    void interruptedTrial_isTriedAgain_ifTheStudyGoesOn_asLongAsItComesFurther() throws Exception {
        try (Study<Point> study = open(spec())) {
            for (int attempt = 0; attempt < 2; attempt++) {
                Trial trial = study.ask().orElseThrow().trial();
                SavedCourse.run(Point.start(), trial, 2 + attempt);
                assertThat(study.outlook(trial, new InterruptedException())).isEqualTo(new Outcome.Running());
                assertThat(study.tell(trial, new InterruptedException()).state())
                        .isEqualTo(TrialState.RUNNING);
            }
            Trial last = study.ask().orElseThrow().trial();
            last.checkpoint();

            assertThat(last.record().observations()).hasSize(3);
            assertThat(study.tell(last, new InterruptedException())
                            .failure()
                            .orElseThrow()
                            .kind())
                    .isEqualTo(Failure.Kind.INTERRUPTED);
        }
    }

    @Test
    void interruptedTrialWithoutACheckpoint_endsAsBefore() throws Exception {
        try (Study<Point> study = open(spec())) {
            assertThatThrownBy(() -> study.optimize((point, trial) -> {
                        trial.report(1, 1);
                        throw new InterruptedException();
                    }))
                    .isInstanceOf(InterruptedException.class);

            assertThat(study.history().count(TrialState.FAILED)).isEqualTo(1);
        }
    }

    private static void save(Trial trial, double value) throws IOException {
        Files.writeString(trial.checkpoint().resolve("model"), "");
        trial.report(value);
    }

    private Checkpoints checkpoints() {
        RunHeader run = new RunHeader(
                FIRST,
                new RunHeader.Goal("distance", Direction.MINIMIZE),
                7,
                PointSpace.SPACE.fingerprint(),
                Instant.EPOCH);
        return new Checkpoints(spec().withCheckpoints(folder), run, Optional.empty());
    }

    private static TrialRecord complete(int number, double value) {
        Configuration start = PointSpace.SPACE.configuration(Point.start());
        return TrialRecord.running(new TrialStart(number, start, 7, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH))
                .finished(Outcome.Complete.of(value), Instant.EPOCH);
    }

    private static List<Path> trials(Path place) throws IOException {
        try (var found = Files.walk(place, 2)) {
            return found.filter(path -> place.relativize(path).getNameCount() == 2)
                    .toList();
        }
    }

    private StudySpec spec() {
        return StudySpec.minimize("points", "distance")
                .withSeed(7)
                .withTrials(1)
                .withStorage(new JournalStorage(folder.resolve("points.log")))
                .withPruner(judged -> Verdict.KEEP);
    }

    private static Study<Point> open(StudySpec spec) {
        return Study.open(PointSpace.SPACE, spec);
    }
}
