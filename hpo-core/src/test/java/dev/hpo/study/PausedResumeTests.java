// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs with paused trials that were interrupted, and what is left of their checkpoints. */
@Timeout(120)
class PausedResumeTests {

    private static final RunId FIRST = new RunId("points", 1);
    private static final int TRIALS = 9;

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SEQUENTIAL", "ORDERED"})
    void studyThatIsCutAnywhere_becomesTheSame(Mode mode) throws Exception {
        new Cuts(folder, 1).assertSame(spec().withMode(mode).withWindow(3));
    }

    @Test
    void processThatDiesAfterAnyReport_losesNothing() throws Exception {
        List<Path> copies = new ArrayList<>();
        Path living = folder.resolve("living");
        StudySpec spec = spec().withStorage(new JournalStorage(living.resolve("points.log")))
                .withPruner(judged -> {
                    copies.add(copy(living, folder.resolve("dead" + copies.size())));
                    return new Quota().judge(judged);
                });
        try (Study<Point> study = open(spec)) {
            study.optimize(new SavedCourse());
        }

        for (Path dead : copies) {
            StudySpec again = spec().withStorage(new JournalStorage(dead.resolve("points.log")));
            try (Study<Point> study = Study.resume(PointSpace.SPACE, again, FIRST)) {
                History history = study.optimize(new SavedCourse()).history();

                assertThat(history.counted()).isEqualTo(TRIALS);
                assertThat(history.in(TrialState.RUNNING)).isEmpty();
                assertThat(history.trials()).noneMatch(TrialRecord::isBegunAnew);
                assertThat(history.in(TrialState.COMPLETE)).isNotEmpty().allSatisfy(trial -> {
                    assertThat(trial.observations()).hasSize(SavedCourse.STEPS).isEqualTo(replayed(study, trial));
                });
            }
        }
        assertThat(copies).hasSizeGreaterThan(20);
    }

    private static List<Observation> replayed(Study<Point> study, TrialRecord trial) throws IOException {
        Suggestion<Point> replay = study.replay(trial);
        new SavedCourse().run(replay.config(), replay.trial());
        return study.tell(replay.trial()).observations();
    }

    @Test
    void attemptThatGoesOnFromItsCheckpoint_saysSo_andKeepsItsCurve() throws Exception {
        Path living = folder.resolve("living").resolve("points.log");
        try (Study<Point> study =
                open(spec().withStorage(new JournalStorage(living)).withPruner(judged -> Verdict.KEEP))) {
            Trial trial = study.ask().orElseThrow().trial();
            SavedCourse.run(Point.start(), trial, 4);
            copy(folder.resolve("living"), folder.resolve("dead"));
        }
        StudySpec again = spec().withStorage(new JournalStorage(folder.resolve("dead/points.log")))
                .withPruner(judged -> Verdict.KEEP);
        try (Study<Point> study = Study.resume(PointSpace.SPACE, again, FIRST)) {
            TrialRecord complete = Cuts.run(study);

            assertThat(complete.key().attempt()).isEqualTo(1);
            assertThat(complete.observations()).hasSize(SavedCourse.STEPS);
            assertThat(complete.progress().charged()).hasSize(SavedCourse.STEPS);
            assertThat(complete.progress().attributes().get("hpo.resumed")).contains("checkpoint");
        }
    }

    @Test
    void attemptThatRepeatsSomeSteps_hasThemOnce() throws Exception {
        StudySpec spec = spec().withStorage(new JournalStorage(folder.resolve("points.log")))
                .withPruner(judged -> Verdict.KEEP);
        try (Study<Point> study = open(spec)) {
            SavedCourse.run(Point.start(), study.ask().orElseThrow().trial(), 4);
        }
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
            Trial trial = study.ask().orElseThrow().trial();
            assertThat(trial.record().observations()).hasSize(4);
            trial.report(3, 7);

            assertThat(trial.record().observations())
                    .extracting(Observation::step)
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void checkpointsOfAnEndedRun_areGoneButForTheBest_andThoseOfAnInterruptedOneAreThere() throws Exception {
        StudySpec spec = spec().withStorage(new JournalStorage(folder.resolve("points.log")));
        Path place = folder.resolve("points.checkpoints");
        int waiting;
        try (Study<Point> study = open(spec)) {
            Cuts.run(study);
            Cuts.run(study);
            study.ask();
            waiting = study.history().paused().size();
        }
        assertThat(waiting).isEqualTo(2);
        assertThat(trials(place)).hasSize(waiting);

        Path best;
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
            study.optimize(new SavedCourse());
            best = study.checkpoint(study.best().orElseThrow()).orElseThrow();
        }
        assertThat(trials(place)).containsExactly(best);

        spec.storage().close();
        new JournalStorage(folder.resolve("points.log")).delete(List.of(FIRST));
        assertThat(place).doesNotExist();
    }

    @Test
    void placeOfItsOwn_isUsed() throws Exception {
        Path place = folder.resolve("shared");
        StudySpec spec = spec().withCheckpoints(place);
        try (Study<Point> study = open(spec)) {
            assertThat(study.ask().orElseThrow().trial().checkpoint()).startsWith(place);
        }
        try (Study<Point> one = open(spec);
                Study<Point> another = open(spec.withSeed(8))) {
            assertThat(one.ask().orElseThrow().trial().checkpoint())
                    .isNotEqualTo(another.ask().orElseThrow().trial().checkpoint());
        }
    }

    @Test
    void placeThatCannotBeUsed_failsTheTrialsThatWantIt_andSaysWhatToDo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        try (Study<Point> study = open(spec().withCheckpoints(file).withTrials(1))) {
            Trial trial = study.ask().orElseThrow().trial();

            assertThatThrownBy(trial::checkpoint)
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("checkpoint of trial 0 could not be made")
                    .hasMessageContaining("hpo.checkpoints");
            trial.report(1, 1);
            assertThat(study.tell(trial).state()).isEqualTo(TrialState.COMPLETE);
        }
    }

    @Test
    void fileInThePlaceOfADirectory_isRemoved() throws Exception {
        try (Study<Point> study = open(spec().withCheckpoints(folder))) {
            Path first = study.ask().orElseThrow().trial().checkpoint();
            Path second = first.resolveSibling("1");
            Files.writeString(second, "in the way");

            assertThat(study.ask().orElseThrow().trial().checkpoint())
                    .isEqualTo(second)
                    .isEmptyDirectory();
        }
    }

    @Test
    void linksInACheckpoint_areNotFollowed() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("train.csv"), "1,2");
        try (Study<Point> study = open(spec().withCheckpoints(folder.resolve("place")))) {
            study.optimize((point, trial) -> {
                Path link = trial.checkpoint().resolve("data");
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, data);
                }
                assertThat(link.resolve("train.csv")).exists();
                new SavedCourse().run(point, trial);
            });
            assertThat(study.history().trials()).noneMatch(TrialRecord::isBegunAnew);
        }

        assertThat(data.resolve("train.csv")).hasContent("1,2");
    }

    @Test
    void checkpointThatSomebodyHasRemoved_isABeginningAnew() throws Exception {
        StudySpec spec = spec().withStorage(new JournalStorage(folder.resolve("points.log")));
        try (Study<Point> study = open(spec)) {
            for (int trial = 0; trial < 3; trial++) {
                Cuts.run(study);
            }
            for (TrialRecord paused : study.history().paused()) {
                Files.delete(study.checkpoint(paused).orElseThrow().resolve("state.txt"));
            }
            TrialRecord promoted = Cuts.run(study);

            assertThat(promoted.isPromotion()).isTrue();
            assertThat(promoted.isBegunAnew()).isTrue();
            assertThat(promoted.progress().charged())
                    .isEqualTo(promoted.observations())
                    .isNotEmpty();
        }
    }

    /** A path that has just room for the directory of a trial with one digit: a copy fails, as where a disk is full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void checkpointThatCannotBeCopied_isABeginningAnew() throws Exception {
        StudySpec spec = spec().withTrials(10)
                .withCheckpoints(folder.resolve("place"))
                .withSampler(new FirstGoesOn())
                .withPruner(judged -> judged.trial().number() == 0 ? new Verdict.Pause("for now") : Verdict.KEEP);
        try (Study<Point> study = open(spec)) {
            study.optimize((point, trial) -> {
                if (trial.number() == 0) {
                    makeLongestPath(trial.checkpoint());
                    new SavedCourse().run(point, trial);
                } else if (trial.record().isPromotion()) {
                    new SavedCourse().run(point, trial);
                } else {
                    trial.report(1);
                }
            });
            TrialRecord promoted = study.history().promotion(0).orElseThrow();

            assertThat(promoted.number()).isEqualTo(10);
            assertThat(promoted.state()).isEqualTo(TrialState.COMPLETE);
            assertThat(promoted.isBegunAnew()).isTrue();
            assertThat(promoted.progress().attributes().get(TrialRecord.RESTARTED))
                    .startsWith("its checkpoint could not be copied: ");
        }
    }

    private static void makeLongestPath(Path directory) throws IOException {
        Path path = directory;
        int most = 4095;
        while (most - path.toString().length() > 210) {
            path = Files.createDirectory(path.resolve("x".repeat(100)));
        }
        Files.createFile(path.resolve("x".repeat(most - path.toString().length() - 1)));
    }

    /** Tries something else than what its class rejects, and then goes on with the first trial. */
    private static final class FirstGoesOn implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            double x = -0.05 * ask.number();
            return ask.history().size() < 10
                    ? Proposal.Try.of(PointSpace.SPACE.configuration(new Point(x, x, 1)))
                    : ask.history().paused().isEmpty()
                            ? new Proposal.Exhausted("the first has gone on")
                            : Proposal.Promote.of(0);
        }

        @Override
        public boolean promotes() {
            return true;
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "the first goes on";
        }
    }

    private static List<Path> trials(Path place) throws IOException {
        try (Stream<Path> found = Files.walk(place, 2)) {
            return found.filter(path -> place.relativize(path).getNameCount() == 2)
                    .toList();
        }
    }

    /** Copies a journal and its checkpoints as they are, to where none of its holders lives. */
    private static Path copy(Path from, Path to) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Path target = to.resolve(from.relativize(file));
                    Files.createDirectories(target.resolveSibling(""));
                    if (!from.equals(file.getParent()) || file.endsWith("points.log")) {
                        Files.copy(file, target);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StudySpec spec() {
        return StudySpec.minimize("points", "distance")
                .withSeed(7)
                .withTrials(TRIALS)
                .withSampler(new Quota())
                .withPruner(new Quota());
    }

    private static Study<Point> open(StudySpec spec) {
        return Study.open(PointSpace.SPACE, spec);
    }
}
