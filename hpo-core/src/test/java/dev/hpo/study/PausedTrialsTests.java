// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.Ask;
import dev.hpo.sampler.Proposal;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials that pause, and those that go on with them. */
@Timeout(120)
class PausedTrialsTests {

    private static final Pruner PAUSING =
            judged -> judged.trial().lastObservation().orElseThrow().step() == 3
                            && !judged.trial().isPromotion()
                    ? new Verdict.Pause("for now")
                    : Verdict.KEEP;

    @Test
    void promotionGoesOn_asATrialOfItsOwn() throws Exception {
        try (Study<Point> study = open(promoting(1, ask -> Proposal.Promote.of(0)))) {
            TrialRecord paused = run(study);
            Trial promoted = study.ask().orElseThrow().trial();

            assertThat(paused.state()).isEqualTo(TrialState.PRUNED);
            assertThat(paused.isPaused()).isTrue();
            assertThat(promoted.number()).isEqualTo(1);
            assertThat(promoted.seed()).isEqualTo(paused.start().seed());
            assertThat(promoted.configuration()).isEqualTo(paused.configuration());
            assertThat(promoted.record().key()).isEqualTo(new TrialKey(1, 0));
            assertThat(promoted.record().observations()).isEqualTo(paused.observations());
            assertThat(promoted.record().progress().charged()).isEmpty();
            assertThat(study.history().chain(1)).extracting(TrialRecord::number).containsExactly(0, 1);

            SavedCourse.run(Point.start(), promoted, SavedCourse.STEPS);
            TrialRecord complete = study.tell(promoted);

            assertThat(complete.state()).isEqualTo(TrialState.COMPLETE);
            assertThat(complete.observations()).hasSize(SavedCourse.STEPS);
            assertThat(complete.progress().charged())
                    .extracting(Observation::step)
                    .startsWith(4L)
                    .hasSize(6);
            assertThat(complete.isBegunAnew()).isFalse();
            assertThat(study.history().counted()).isEqualTo(1);
            assertThat(study.history().ended()).isEqualTo(1);
            assertThat(study.history().paused()).isEmpty();
            assertThat(study.history().last()).containsExactly(complete);
            assertThat(study.best()).contains(complete);
        }
    }

    @Test
    void chainIsTheWholeTraining_asAReplayIs() throws Exception {
        try (Study<Point> study =
                open(spec().withTrials(12).withSampler(new Quota()).withPruner(new Quota()))) {
            study.optimize(new SavedCourse());
            TrialRecord longest = study.history().in(TrialState.COMPLETE).get(0);
            assertThat(study.history().chain(longest.number())).hasSize(3);

            Suggestion<Point> replay = study.replay(longest);
            Path directory = replay.trial().checkpoint();
            assertThat(directory).isEmptyDirectory();
            new SavedCourse().run(replay.config(), replay.trial());
            TrialRecord whole = study.tell(replay.trial());

            assertThat(whole.observations()).isEqualTo(longest.observations());
            assertThat(whole.progress().charged()).hasSize(SavedCourse.STEPS);
            assertThat(whole.value()).isEqualTo(longest.value());
            assertThat(directory).doesNotExist();
        }
    }

    @Test
    void promotionsTakeNoPlaceInTheBudget_andAreNoTrialsMore() throws Exception {
        StudySpec spec = spec().withTrials(27).withSampler(new Quota()).withPruner(new Quota());
        try (Study<Point> study = open(spec)) {
            StudyResult<Point> result = study.optimize(new SavedCourse());
            History history = result.history();

            assertThat(history.counted()).isEqualTo(27);
            assertThat(history.ended()).isEqualTo(27);
            long promotions =
                    history.trials().stream().filter(TrialRecord::isPromotion).count();
            assertThat(promotions).isGreaterThanOrEqualTo(9 + 3);
            assertThat(history.size() - history.rejected()).isEqualTo(27 + (int) promotions);
            assertThat(history.pauses())
                    .isEqualTo(history.size() - history.rejected() - history.count(TrialState.COMPLETE));
            assertThat(history.last()).hasSize(27 + history.rejected());
            assertThat(result.endReason()).isEqualTo("all 27 trials are done");
        }
    }

    @Test
    void trialWithoutACheckpoint_isNotPaused() throws Exception {
        try (Study<Point> study = open(spec().withTrials(2).withPruner(PAUSING))) {
            study.optimize((point, trial) -> {
                if (trial.number() == 1) {
                    trial.checkpoint();
                }
                for (int step = 1; step <= 5; step++) {
                    trial.report(step, point.distance());
                }
            });

            assertThat(study.history().count(TrialState.COMPLETE)).isEqualTo(2);
            assertThat(study.history().trials())
                    .allMatch(trial -> trial.savedStep().isEmpty());
        }
    }

    @Test
    void trialThatNobodyWouldGoOnWith_isNotPaused() throws Exception {
        try (Study<Point> study = open(spec().withTrials(2).withPruner(PAUSING))) {
            study.optimize(new SavedCourse());

            assertThat(study.history().in(TrialState.COMPLETE))
                    .hasSize(2)
                    .allSatisfy(trial -> assertThat(trial.observations()).hasSize(SavedCourse.STEPS));
        }
    }

    @Test
    void stepOfTheFirstCheckpoint_isKept() throws Exception {
        try (Study<Point> study = open(spec().withTrials(1))) {
            study.optimize((point, trial) -> {
                Path directory = trial.checkpoint();
                trial.report(1, 1);
                Files.writeString(directory.resolve("model"), "2");
                trial.report(2, 1);
                trial.report(3, 1);
            });

            assertThat(study.history().trial(0).savedStep()).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3})
    void promotionThatBeginsAnew_isChargedAllItsSteps(long first) throws Exception {
        try (Study<Point> study = open(promoting(1, ask -> Proposal.Promote.of(0)))) {
            run(study);
            Trial promoted = study.ask().orElseThrow().trial();
            assertThat(promoted.record().isBegunAnew()).isFalse();

            promoted.report(first, 0.5);

            assertThat(promoted.record().isBegunAnew()).isTrue();
            assertThat(promoted.record().observations()).containsExactly(new Observation(first, 0.5));
            assertThat(promoted.record().progress().charged()).hasSize(1);
            promoted.report(9, 0.25);
            assertThat(study.tell(promoted).value()).hasValue(0.25);
        }
    }

    @Test
    void promotionThatReportsBelowZero_isAMistake() throws Exception {
        try (Study<Point> study = open(promoting(1, ask -> Proposal.Promote.of(0)))) {
            run(study);
            Trial promoted = study.ask().orElseThrow().trial();

            assertThatThrownBy(() -> promoted.report(-1, 0.5))
                    .isInstanceOf(TrialMisuseException.class)
                    .hasMessageContaining("step (-1) must be at least 0");
        }
    }

    @Test
    void checkpointThatCannotBeLoaded_isTakenAway_andTheTrialIsTriedAgain() throws Exception {
        try (Study<Point> study = open(promoting(1, ask -> Proposal.Promote.of(0)))) {
            run(study);
            Suggestion<Point> promoted = study.ask().orElseThrow();
            assertThat(promoted.trial().checkpoint()).isNotEmptyDirectory();
            TrialRecord told = study.tell(promoted.trial(), new UncheckedIOException(new IOException("torn")));
            assertThat(told.state()).isEqualTo(TrialState.RUNNING);

            Trial again = study.ask().orElseThrow().trial();
            assertThat(again.record().key()).isEqualTo(new TrialKey(1, 1));
            assertThat(again.checkpoint()).isEmptyDirectory();
            SavedCourse.run(Point.start(), again, SavedCourse.STEPS);
            TrialRecord complete = study.tell(again);

            assertThat(complete.isBegunAnew()).isTrue();
            assertThat(complete.observations()).hasSize(SavedCourse.STEPS);
            assertThat(complete.progress().attributes().get(TrialRecord.RESTARTED))
                    .contains("torn");
            assertThat(study.ask()).isEmpty();
        }
    }

    @Test
    void faultThatIsNotTheCheckpoints_failsTheTrial() throws Exception {
        try (Study<Point> study = open(promoting(1, ask -> Proposal.Promote.of(0)))) {
            run(study);
            for (int attempt = 0; attempt < 2; attempt++) {
                Trial promoted = study.ask().orElseThrow().trial();
                promoted.checkpoint();
                TrialRecord told = study.tell(promoted, new IllegalStateException("no data"));
                assertThat(told.state()).isEqualTo(attempt == 0 ? TrialState.RUNNING : TrialState.FAILED);
            }
            assertThat(study.ask()).isEmpty();
        }
    }

    @Test
    void faultAfterAReport_failsTheTrial() throws Exception {
        try (Study<Point> study = open(promoting(1, ask -> Proposal.Promote.of(0)))) {
            run(study);
            Trial promoted = study.ask().orElseThrow().trial();
            promoted.checkpoint();
            promoted.report(4, 1);

            assertThat(study.tell(promoted, new IllegalStateException("later")).state())
                    .isEqualTo(TrialState.FAILED);
        }
    }

    @Test
    void pauseThatTheBodyIgnores_endsTheTrialAllTheSame() throws Exception {
        try (Study<Point> study = open(promoting(1, ask -> new Proposal.Exhausted("nothing is due")))) {
            study.optimize((point, trial) -> {
                Files.writeString(trial.checkpoint().resolve("model"), "");
                for (int step = 1; step <= 5; step++) {
                    try {
                        trial.report(step, 1);
                    } catch (TrialPrunedException e) {
                        // Not let pass, as it should be.
                    }
                }
            });

            assertThat(study.history().trial(0).isPaused()).isTrue();
            assertThat(study.history().trial(0).observations()).hasSize(3);
        }
    }

    @Test
    void samplerThatPromotesWhatItMustNot_isAtFault() throws Exception {
        assertThatThrownBy(
                        () -> open(promoting(2, ask -> Proposal.Promote.of(7))).optimize(new SavedCourse()))
                .isInstanceOf(StudyException.class)
                .hasMessageContaining("must promote a trial that is paused")
                .hasMessageContaining("trial 7, which it promotes as trial 1, is not among the 1 that it knows");
        assertThatThrownBy(
                        () -> open(promoting(2, ask -> Proposal.Promote.of(-1))).optimize(new SavedCourse()))
                .hasMessageContaining("trial -1, which it promotes as trial 1, is not among");
        assertThatThrownBy(() ->
                        open(promoting(3, ask -> Proposal.Promote.of(0))).optimize((point, trial) -> trial.report(1)))
                .hasMessageContaining(
                        "trial 0, which it promotes as trial 1, is COMPLETE; choose one of History.paused()");
        assertThatThrownBy(
                        () -> open(promoting(3, ask -> Proposal.Promote.of(0))).optimize(new SavedCourse()))
                .hasMessageContaining("trial 0, which it promotes as trial 2, was promoted before, as trial 1");
    }

    @Test
    void checkpointsGo_whenNobodyNeedsThemAnyMore() throws Exception {
        List<Path> directories = new ArrayList<>();
        StudySpec spec = spec().withTrials(27).withSampler(new Quota()).withPruner(new Quota());
        try (Study<Point> study = open(spec)) {
            study.optimize((point, trial) -> {
                directories.add(trial.checkpoint());
                new SavedCourse().run(point, trial);
            });
            int best = study.best().orElseThrow().number();

            for (TrialRecord trial : study.history().trials()) {
                boolean isWaiting = study.history().paused().contains(trial);
                assertThat(study.checkpoint(trial).isPresent())
                        .as(trial.toString())
                        .isEqualTo(isWaiting || trial.number() == best);
            }
            assertThat(directories).hasSizeGreaterThanOrEqualTo(39).doesNotHaveDuplicates();
        }
        assertThat(directories).noneMatch(Files::exists);
        assertThat(directories.get(0).getParent()).doesNotExist();
    }

    @Test
    void trialsThatGoOn_areOneToSamplersAndPruners() throws Exception {
        try (Study<Point> study = open(promoting(1, ask -> Proposal.Promote.of(0)))) {
            run(study);
            History before = study.history();
            study.ask();
            History after = study.history();

            assertThat(after.changedSince(before)).containsExactly(0, 1);
            assertThat(before.changedSince(after)).containsExactly(0);
            assertThat(after.distinctConfigurations()).isEqualTo(1);
            assertThat(after.asSeenBy(1, 1).isContinued(0)).isFalse();
            assertThat(after.asSeenBy(2, 4).trial(1).observations()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"ORDERED", "CONCURRENT", "JOINED"})
    void trialsAtOnce_areEachPromotedOnce(Mode mode) throws Exception {
        StudySpec spec = spec().withTrials(27).withSampler(new Quota()).withPruner(new Quota());
        for (int repetition = 0; repetition < 5; repetition++) {
            try (Study<Point> study = open(spec.withMode(mode).withThreads(4))) {
                History history = study.optimize(new SavedCourse()).history();

                assertThat(history.counted()).isEqualTo(27);
                assertThat(history.trials().stream().flatMapToInt(trial -> trial.start().origin().parent().stream()))
                        .doesNotHaveDuplicates();
                assertThat(history.trials()).noneMatch(TrialRecord::isBegunAnew);
                assertThat(history.in(TrialState.COMPLETE))
                        .isNotEmpty()
                        .allSatisfy(trial -> assertThat(trial.observations()).hasSize(SavedCourse.STEPS));
            }
        }
    }

    @Test
    void orderedStudyWithPauses_isTheSameOnAnyNumberOfThreads() throws Exception {
        StudySpec spec = spec().withTrials(27)
                .withSampler(new Quota())
                .withPruner(new Quota())
                .withMode(Mode.ORDERED);
        List<Object> alone = facts(spec);

        assertThat(facts(spec.withThreads(2))).isEqualTo(alone);
        assertThat(facts(spec.withThreads(4))).isEqualTo(alone);
    }

    private static List<Object> facts(StudySpec spec) throws InterruptedException {
        try (Study<Point> study = open(spec)) {
            return Course.facts(study.optimize(new SavedCourse()).history().trials());
        }
    }

    private static TrialRecord run(Study<Point> study) throws Exception {
        Suggestion<Point> suggestion = study.ask().orElseThrow();
        try {
            SavedCourse.run(suggestion.config(), suggestion.trial(), SavedCourse.STEPS);
            return study.tell(suggestion.trial());
        } catch (TrialPrunedException e) {
            return study.tell(suggestion.trial(), e);
        }
    }

    /** Returns a study that pauses at step 3, and asks for this from the second trial on. */
    private static StudySpec promoting(int trials, Function<Ask, Proposal> answer) {
        return spec().withTrials(trials).withPruner(PAUSING).withSampler(new Sampler() {
            private final Sampler random = new RandomSampler();

            @Override
            public Proposal propose(Ask ask) {
                return ask.history().size() == 0 ? random.propose(ask) : answer.apply(ask);
            }

            @Override
            public boolean promotes() {
                return true;
            }

            @Override
            public String describe(Space<?> space, StudyFacts facts) {
                return "promotes";
            }
        });
    }

    private static StudySpec spec() {
        return StudySpec.minimize("points", "distance").withSeed(7);
    }

    private static Study<Point> open(StudySpec spec) {
        return Study.open(PointSpace.SPACE, spec);
    }
}
