// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trials that set out from complete ones, and samplers that let them where they must not. */
@Timeout(60)
class ForkFaultTests {

    private static final Configuration POINT = PointSpace.SPACE.configuration(new Point(0.1, 0.1, 2));

    /** Does what it is told. */
    private record Told(
            Function<Ask, Proposal> next,
            boolean forks,
            @Nullable Set<Integer> kept) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            return next.apply(ask);
        }

        @Override
        public boolean forks() {
            return forks;
        }

        @Override
        public Set<Integer> keeps(History history, StudyFacts facts) {
            return Objects.requireNonNull(kept, "lost count");
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "as told";
        }
    }

    /** Says nothing of a trial that has set out from another. */
    private record Silent(Sampler told) implements Sampler {

        @Override
        public Proposal propose(Ask ask) {
            return told.propose(ask);
        }

        @Override
        public boolean forks() {
            return true;
        }

        @Override
        public Set<Integer> keeps(History history, StudyFacts facts) {
            return Set.of(0);
        }

        @Override
        public Map<String, String> attributes(TrialStart start) {
            if (start.number() > 0) {
                throw new IllegalStateException("no words");
            }
            return Map.of();
        }

        @Override
        public String describe(Space<?> space, StudyFacts facts) {
            return "silent";
        }
    }

    @Test
    void samplerThatFailsToSayWhatATrialIs_endsTheStudy() {
        assertRefused(
                new Silent(new Told(ask -> fork(0), true, Set.of(0))),
                "Silent failed to say what trial 1 is",
                "no words");
    }

    @Test
    void samplerThatDoesNotSaySo_mustNotFork() {
        assertRefused(new Told(ask -> fork(0), false, Set.of()), "Told must say that it forks", "forks() return true");
    }

    @Test
    void trialThatIsNotComplete_isNoPlaceToSetOutFrom() {
        assertRefused(new Told(ask -> fork(7), true, Set.of(0)), "trial 7 is not among the 1 that it knows");
        assertRefused(new Told(ask -> fork(-1), true, Set.of(0)), "trial -1 is not among the 1 that it knows");
    }

    @Test
    void runningTrial_isNoPlaceToSetOutFrom() throws Exception {
        try (Study<Point> study = open(new Told(ask -> fork(0), true, Set.of(0)))) {
            study.ask();

            assertThatThrownBy(study::ask)
                    .isInstanceOf(StudyException.class)
                    .hasMessageContaining("trial 0 is RUNNING; choose a complete one");
        }
    }

    @Test
    void seedOfATrialThatIsNotKnown_isRefused() {
        assertRefused(
                new Told(ask -> new Proposal.Fork(0, POINT, OptionalInt.of(3), Map.of()), true, Set.of(0)),
                "must give trial 1 the seed of an earlier trial; trial 3 is not among the 1 that it knows");
    }

    @Test
    void samplerThatFailsToSayWhatItKeeps_endsTheStudy() {
        assertRefused(new Told(ask -> fork(0), true, null), "Told failed to say which checkpoints it keeps");
    }

    @Test
    void forkGoesOnFromACopy_withItsOwnSeedOrAnothers() throws Exception {
        try (Study<Point> study = open(new Told(
                ask -> new Proposal.Fork(
                        0, POINT, ask.number() == 1 ? OptionalInt.empty() : OptionalInt.of(1), Map.of("why", "so")),
                true,
                Set.of(0)))) {
            TrialRecord first = run(study, 3);
            TrialRecord second = run(study, 6);
            TrialRecord third = run(study, 6);

            assertThat(second.start().origin().fork()).hasValue(0);
            assertThat(second.start().origin().notes()).containsExactlyEntriesOf(Map.of("why", "so"));
            assertThat(second.progress().inherited()).isEqualTo(3);
            assertThat(second.observations()).hasSize(6);
            assertThat(second.start().seed()).isNotEqualTo(first.start().seed());
            assertThat(third.start().seed()).isEqualTo(second.start().seed());
            assertThat(third.value()).isEqualTo(second.value());
            assertThat(study.history().counted()).isEqualTo(3);
            assertThat(study.history().isContinued(0)).isFalse();
            assertThat(study.checkpoint(first)).isPresent();
        }
    }

    @Test
    void checkpointThatIsKeptNoMore_isRemovedWhenTheNextTrialHasBegun(@TempDir Path folder) throws Exception {
        StudySpec spec = spec(new Told(ask -> Proposal.Try.of(POINT), true, Set.of()))
                .withStorage(new JournalStorage(folder.resolve("points.log")));
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            run(study, 9);
            TrialRecord best = run(study, 9);
            TrialRecord worse = run(study, 1);
            assertThat(study.checkpoint(worse)).isPresent();
            assertThat(study.best()).contains(best);
            study.ask();

            assertThat(study.checkpoint(worse)).isEmpty();
            assertThat(study.checkpoint(best))
                    .hasValueSatisfying(path -> assertThat(Files.exists(path)).isTrue());
        }
    }

    /** Trial 2 is let go when trial 3 has begun; so trial 4 would begin with nothing. */
    @Test
    void trialWhoseCheckpointWasNotKept_isNoPlaceToSetOutFrom() throws Exception {
        try (Study<Point> study =
                open(new Told(ask -> ask.number() < 4 ? Proposal.Try.of(POINT) : fork(2), true, Set.of()))) {
            run(study, 9);
            TrialRecord best = run(study, 9);
            run(study, 1);
            run(study, 1);
            assertThat(study.best()).contains(best);

            assertThatThrownBy(study::ask)
                    .isInstanceOf(StudyException.class)
                    .hasMessage("trial 4 must set out from what trial 2 has saved, but that checkpoint is gone, as the"
                            + " sampler did not keep it; let the method keeps() of Told return 2 as long as a trial may"
                            + " set out from there");
            assertThat(study.isInterrupted()).isFalse();
        }
    }

    /** Somebody removes a checkpoint that is kept: the run does not train from nothing with what was not meant for that, and can go on once it is back. */
    @Test
    void checkpointThatSomebodyHasRemoved_endsTheStudySoThatItCanGoOn(@TempDir Path folder) throws Exception {
        StudySpec spec = spec(new Told(ask -> fork(0), true, Set.of(0)))
                .withStorage(new JournalStorage(folder.resolve("points.log")));
        byte[] saved;
        Path file;
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            TrialRecord first = run(study, 3);
            file = study.checkpoint(first).orElseThrow().resolve("state.txt");
            saved = Files.readAllBytes(file);
            Files.delete(file);

            assertThatThrownBy(study::ask)
                    .isInstanceOf(StudyException.class)
                    .hasMessageContainingAll(
                            "trial 1 must set out from what trial 0 has saved, but that checkpoint is gone;",
                            "Restore it, or begin a new run");
            assertThat(study.isInterrupted()).isTrue();
        }
        Files.createDirectories(file.getParent());
        Files.write(file, saved);
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, new RunId("points", 1))) {
            assertThat(run(study, 6).progress().inherited()).isEqualTo(3);
        }
    }

    /** One that has set out is lost with its process, and what it had set out from is removed before the run goes on. */
    @Test
    void lostTrialWhoseBeginningIsGone_doesNotBeginWithNothing(@TempDir Path folder) throws Exception {
        Function<Ask, Proposal> next = ask -> ask.number() == 1 ? Proposal.Try.of(POINT) : fork(0);
        StudySpec spec =
                spec(new Told(next, true, Set.of(0))).withStorage(new JournalStorage(folder.resolve("points.log")));
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            TrialRecord first = run(study, 1);
            Suggestion<Point> better = study.ask().orElseThrow();
            better.trial().report(1, -1);
            study.tell(better.trial());
            study.ask();
            Files.delete(study.checkpoint(first).orElseThrow().resolve("state.txt"));
        }

        StudySpec keepsNothingElse = spec.withSampler(new Told(next, true, Set.of()));
        assertThatThrownBy(() -> Study.resume(PointSpace.SPACE, keepsNothingElse, new RunId("points", 1)))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("cannot go on: checkpoints (of trials 0) from which it would set out are gone");
    }

    /** There is nothing to copy, and nothing to miss. */
    @Test
    void trialThatHasSavedNothing_canBeSetOutFrom() throws Exception {
        try (Study<Point> study = open(new Told(ask -> fork(0), true, Set.of(0)))) {
            for (int step = 1; step <= 2; step++) {
                Suggestion<Point> next = study.ask().orElseThrow();
                next.trial().report(step, 1);
                study.tell(next.trial());
            }

            assertThat(study.history().trial(1).observations()).hasSize(2);
        }
    }

    private static TrialRecord run(Study<Point> study, int to) throws Exception {
        Suggestion<Point> next = study.ask().orElseThrow();
        SavedCourse.run(next.config(), next.trial(), to);
        return study.tell(next.trial());
    }

    private static void assertRefused(Sampler sampler, String... texts) {
        assertThatThrownBy(() -> {
                    try (Study<Point> study = open(sampler)) {
                        run(study, 3);
                        study.ask();
                    }
                })
                .isInstanceOf(StudyException.class)
                .hasMessageContainingAll(texts);
    }

    private static Proposal fork(int trial) {
        return new Proposal.Fork(trial, POINT, OptionalInt.empty(), Map.of());
    }

    private static Study<Point> open(Sampler sampler) {
        return Study.open(PointSpace.SPACE, spec(sampler));
    }

    /** The first trial is the start configuration. */
    private static StudySpec spec(Sampler sampler) {
        return StudySpec.minimize("points", "distance")
                .withSampler(sampler)
                .withPruner(new NopPruner())
                .withTrials(9)
                .withSeed(7);
    }
}
