// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static dev.hpo.study.ResumeTests.FIRST;
import static dev.hpo.study.ResumeTests.TRIALS;
import static dev.hpo.study.ResumeTests.begin;
import static dev.hpo.study.ResumeTests.resumed;
import static dev.hpo.study.ResumeTests.run;
import static dev.hpo.study.ResumeTests.spec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.sampler.Samplers;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.Storage;
import dev.hpo.trial.Of;
import dev.hpo.trial.StoredSpace;
import dev.hpo.trial.TrialKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a study could go on with, and what of it has changed. */
@Timeout(120)
class ContinuationTests {

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void whatMayChangeNow_isWrittenDownWhereNothingElseChanged() throws Exception {
        StudySpec spec = spec().withStorage(new JournalStorage(folder.resolve("points.log")));
        Parameter<Double> x = Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1));
        PlainSpace plain = new PlainSpace(List.of(x));
        try (Study<Configuration> study = Study.open(plain, spec)) {
            study.ask();
        }
        for (Parameter<Double> now : List.of(x, x.adjustable(), x.adjustable(), x)) {
            PlainSpace space = new PlainSpace(List.of(now));
            Study.resume(space, spec, FIRST).close();
            StoredSpace stored = spec.storage().runs("points").get(0).header().space();
            assertThat(stored.space().orElseThrow().adjustable()).isEqualTo(space.adjustable());
        }
    }

    @Test
    void whatDecidesTheCourse_isComparedWithThatOfTheLastRun() throws Exception {
        StudySpec spec = spec().withStorage(new InMemoryStorage()).withCode("0123456789");
        assertThat(Continuation.of(PointSpace.SPACE, spec)).isEmpty();
        begin(spec, 3, 1);

        assertThat(last(spec).isInterrupted()).isTrue();
        assertThat(last(spec).differences()).isEmpty();
        assertThat(last(spec).isSame()).isTrue();
        assertThat(last(spec.withTrials(99)).differences()).isEmpty();
        StudySpec other = spec.withCode("abcdefghij")
                .withSeed(8)
                .withPatience(5)
                .withMode(Mode.ORDERED)
                .withWindow(2);
        assertThat(last(other).obstacles()).isEmpty();
        assertThat(last(other).differences())
                .containsExactly(
                        "code (abcdefgh) was 01234567: other bytes of the classes of the test or of its configuration, as"
                                + " after a change or by another compiler, or the same test in another place",
                        "seed (8) was 7",
                        "mode (ORDERED) was SEQUENTIAL",
                        "patience (5) was none",
                        "window (2) was none");
        Continuation another =
                Continuation.of(ResumeTests_OtherSpace.SPACE, spec).orElseThrow();
        assertThat(another.obstacles())
                .containsExactly(
                        "x: narrowed (0 to 1; was -1 to 1)",
                        "y: removed",
                        "size: removed",
                        "start configuration: removed");
        assertThat(another.differences()).isEqualTo(another.obstacles());
        StudySpec up = StudySpec.maximize("points", "distance").withStorage(spec.storage());
        assertThat(last(up).obstacles()).containsExactly("direction (MAXIMIZE) was MINIMIZE");
        assertThat(last(spec.withOf(Of.MEAN)).obstacles()).containsExactly("of (MEAN) was LAST");

        assertThat(last(other).isSame()).isFalse();

        resumed(spec);
        assertThat(last(spec).isInterrupted()).isFalse();
        assertThat(last(spec).isSame()).isFalse();
    }

    @Test
    void runThatGoesOnUnderOtherSettings_isComparedWithThoseFromThenOn() throws Exception {
        for (Storage storage : List.of(new InMemoryStorage(), new JournalStorage(folder.resolve("points.log")))) {
            StudySpec spec = spec().withStorage(storage).withCode("a");
            begin(spec, 3, 1);
            StudySpec other = spec.withCode("b").withSampler(Samplers.named("random"));
            assertThat(last(other).differences()).hasSize(2);

            try (Study<Point> study = Study.resume(PointSpace.SPACE, other, FIRST)) {
                run(study, 2);
                assertThat(study.seed()).isEqualTo(7);
            }

            assertThat(last(other).differences()).isEmpty();
            assertThat(last(spec).differences()).hasSize(2);
        }
    }

    @Test
    void runThatCameToItsEnd_isDoneUntilItMayHaveMore() throws Exception {
        // With this seed the best trial is an early one, and none is rejected.
        StudySpec spec = spec().withSeed(15).withStorage(new JournalStorage(folder.resolve("points.log")));
        begin(spec, TRIALS + 1, 0);
        assertThat(last(spec).done()).contains("all 30 trials are done");
        assertThat(last(spec.withTrials(31)).done()).isEmpty();
        assertThat(last(spec.withTrials(99).withPatience(1)).done()).contains("no better value in 1 trials");
        assertThat(last(spec.withTrials(99).withTimeout(Duration.ofNanos(1))).done())
                .contains("the time of 0.000000001s is over");

        assertThat(resumed(spec.withTrials(33)).lines()).hasSize(1 + 33);
        assertThat(last(spec).run().end()).contains(new RunEnd(RunEnd.Kind.FINISHED, "all 33 trials are done"));
    }

    @Test
    void runWithATrialThatWasCutOff_isNotDone_whenItsTimeIsOver() throws Exception {
        StudySpec spec = spec().withStorage(new InMemoryStorage());
        begin(spec, 3, 1);
        assertThat(last(spec.withTimeout(Duration.ofNanos(1))).done()).isEmpty();
    }

    @Test
    void runThatHasUsedUpItsSpace_isDoneHoweverMuchItMayHave() throws Exception {
        StudySpec spec =
                spec().withStorage(new InMemoryStorage()).withTrials(1000).withSampler(Samplers.named("grid"));
        try (Study<Cell> study = Study.open(CellSpace.SPACE, spec)) {
            study.optimize((cell, trial) -> trial.report(1));
        }

        assertThat(Continuation.of(CellSpace.SPACE, spec.withTrials(2000))
                        .orElseThrow()
                        .done())
                .isPresent();
        StudySpec more = spec.withQueued(CellSpace.SPACE.configuration(CellSpace.SPACE.decode(
                spec.storage().trials(FIRST, CellSpace.SPACE).get(0).configuration())));
        assertThat(Continuation.of(CellSpace.SPACE, more).orElseThrow().done()).isEmpty();
    }

    /** As of a container that was killed and begins again at once: nobody can ask its process, and its file is fresh. */
    @Test
    void runOfAnotherMachineThatDiedJustNow_goesOn() throws Exception {
        Path before = folder.resolve("before.log");
        StudySpec spec = spec().withStorage(new JournalStorage(before));
        Study<Point> killed = Study.open(PointSpace.SPACE, spec);
        killed.ask();
        String holder;
        try (Stream<Path> files = Files.list(folder)) {
            holder = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".holder-"))
                    .findFirst()
                    .orElseThrow();
        }
        Path later = Files.createDirectory(folder.resolve("later")).resolve("before.log");
        String elsewhere = holder.replaceFirst("holder-[0-9a-z]+", "holder-elsewhere");
        Files.writeString(later, Files.readString(before).replace(holder, elsewhere));
        Files.createFile(later.resolveSibling(elsewhere));
        killed.close();

        StudySpec again = spec.withStorage(new JournalStorage(later));
        assertThat(again.storage().runs("points").get(0).isHeld()).isTrue();
        assertThat(last(again).isSame()).isTrue();
        try (Study<Point> study = Study.resume(PointSpace.SPACE, again, FIRST)) {
            assertThat(study.ask().orElseThrow().trial().record().key()).isEqualTo(new TrialKey(0, 1));
        }
    }

    static Continuation last(StudySpec spec) {
        return Continuation.of(PointSpace.SPACE, spec).orElseThrow();
    }
}
