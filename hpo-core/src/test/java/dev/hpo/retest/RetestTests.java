// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hpo.accept.AcceptedConfiguration;
import dev.hpo.accept.AcceptedException;
import dev.hpo.accept.Evidence;
import dev.hpo.confirm.Sample;
import dev.hpo.retest.RetestVerdict.Outcome;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.study.Continuation;
import dev.hpo.study.Mode;
import dev.hpo.study.Objective;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Of;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RetestTests {

    private StudySpec spec = StudySpec.minimize("slides", "distance");

    @BeforeEach
    void keep(@TempDir Path folder) {
        spec = StudySpec.minimize("slides", "distance")
                .withTrials(1)
                .withStorage(new JournalStorage(folder.resolve("slides.log")));
    }

    private static Objective<Slide> noisy(double loss) {
        return (slide, trial) -> trial.report(loss + new SplittableRandom(trial.seed()).nextGaussian());
    }

    private static AcceptedConfiguration accepted(Direction direction, String check) {
        Evidence evidence = new Evidence(
                new Evidence.Origin(new RunId("slides", 4), 17, -1.5, 9),
                new Evidence.Measure("distance", Aim.last(direction)),
                new Evidence.Fresh(
                        new Sample(DoubleStream.of(-1.4, -1, -.6, -.3, -.1, .1, .3, .6, 1, 1.4)
                                .boxed()
                                .toList()),
                        0),
                LocalDate.of(2026, 3, 1),
                SlideSpace.SPACE.fingerprint());
        return new AcceptedConfiguration(SlideSpace.SPACE.configuration(new Slide(.25)), evidence, check);
    }

    private Retest<Slide> retest() {
        return Retest.of(SlideSpace.SPACE, spec, accepted(Direction.MINIMIZE, "00aa"), RetestPlan.usual())
                .withSeed(3);
    }

    private static History run(Retest<Slide> retest, Objective<Slide> objective) throws InterruptedException {
        try (Study<Slide> study = retest.open()) {
            return study.optimize(objective).history();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void configurationThatIsAsGood_passesAfterTenRuns(Mode mode) throws Exception {
        spec = spec.withMode(mode).withThreads(mode == Mode.SEQUENTIAL ? 1 : 4);
        Retest<Slide> retest = retest();

        History runs = run(retest, noisy(0));

        RetestVerdict verdict = retest.verdict(runs);
        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.isWorse()).isFalse();
        assertThat(verdict.runs()).isEqualTo(10);
        assertThat(runs.trials()).allSatisfy(trial -> assertThat(trial.configuration())
                .isEqualTo(SlideSpace.SPACE.configuration(new Slide(.25))));
        assertThat(verdict.loss(.95).orElseThrow().contains(0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void configurationThatIsMuchWorse_isToldAfterTwoBatches(Mode mode) throws Exception {
        spec = spec.withMode(mode).withThreads(mode == Mode.SEQUENTIAL ? 1 : 4);
        Retest<Slide> retest = retest();

        History runs = run(retest, noisy(6));

        RetestVerdict verdict = retest.verdict(runs);
        assertThat(verdict.outcome()).isEqualTo(Outcome.WORSE);
        assertThat(verdict.isWorse()).isTrue();
        assertThat(verdict.alarms()).hasSize(2).allSatisfy(alarm -> assertThat(alarm.runs())
                .isEqualTo(4));
        assertThat(runs.size()).isEqualTo(8);
        assertThat(verdict.loss(.95).orElseThrow().estimate()).isCloseTo(6, within(1.5));
    }

    @Test
    void alarmThatASecondBatchDoesNotConfirm_passes() throws Exception {
        Retest<Slide> retest = retest();

        History runs = run(retest, (slide, trial) -> trial.report(trial.number() < 4 ? 5 : .1 * trial.number() - .9));

        RetestVerdict verdict = retest.verdict(runs);
        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.alarms()).hasSize(1);
        assertThat(runs.size()).isEqualTo(14);
    }

    @Test
    void largeValuesCanBeTheBetterOnes() throws Exception {
        spec = StudySpec.maximize("slides", "distance").withStorage(spec.storage());
        Retest<Slide> retest =
                Retest.of(SlideSpace.SPACE, spec, accepted(Direction.MAXIMIZE, "00aa"), RetestPlan.usual());

        RetestVerdict verdict = retest.verdict(run(retest, noisy(-6)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.WORSE);
        assertThat(verdict.loss(.95).orElseThrow().low()).isPositive();
    }

    @Test
    void configurationThatFails_isToldAfterTwoBatches() throws Exception {
        Retest<Slide> retest = retest();

        History runs = run(retest, (slide, trial) -> {
            throw new IllegalStateException("no data");
        });

        RetestVerdict verdict = retest.verdict(runs);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILING);
        assertThat(verdict.now()).isEmpty();
        assertThat(verdict.loss(.95)).isEmpty();
        assertThat(verdict.failures()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void fewerThanTwoValues_failAlsoWhereAsManyFailedBefore(int values) throws Exception {
        AcceptedConfiguration usual = accepted(Direction.MINIMIZE, "00aa");
        Evidence then = usual.evidence();
        Evidence failing = new Evidence(
                then.origin(), then.measure(), new Evidence.Fresh(then.value(), 90), then.date(), then.space());
        Retest<Slide> retest = Retest.of(
                SlideSpace.SPACE,
                spec,
                new AcceptedConfiguration(usual.configuration(), failing, "00aa"),
                RetestPlan.usual());

        RetestVerdict verdict =
                retest.verdict(run(retest, (slide, trial) -> trial.report(trial.number() < values ? 0 : Double.NaN)));

        assertThat(verdict.alarms()).isEmpty();
        assertThat(verdict.runs()).isEqualTo(10);
        assertThat(verdict.outcome()).isEqualTo(values < 2 ? Outcome.FAILING : Outcome.PASSED);
        assertThat(verdict.isWorse()).isEqualTo(values < 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e150, 1e160, 1e200, 1e308})
    void valuesThatAreHuge_areWorse(double size) throws Exception {
        Retest<Slide> retest = retest();

        RetestVerdict verdict =
                retest.verdict(run(retest, (slide, trial) -> trial.report(size * (trial.number() % 2 == 0 ? 1 : .9))));

        assertThat(verdict.outcome()).isEqualTo(Outcome.WORSE);
        assertThat(verdict.loss(.95).orElseThrow().estimate()).isPositive();
        assertThat(RetestSummary.complaint(verdict, "distance").orElseThrow()).startsWith("distance is ");
        Evidence evidence = accepted(Direction.MINIMIZE, "00aa").evidence();
        assertThat(RetestSummary.text(verdict, evidence, retest.drift(2, verdict), "slides", List.of()))
                .contains("verdict   worse");
    }

    @Test
    void runsThatFail_areNoVerdictBeforeTheEnd() throws Exception {
        Retest<Slide> retest = retest();
        try (Study<Slide> study = retest.open()) {
            study.tell(study.ask().orElseThrow().trial(), new IllegalStateException("no data"));

            assertThat(retest.verdict(study.history()).outcome()).isEqualTo(Outcome.OPEN);
        }
    }

    @Test
    void singleFailure_passes() throws Exception {
        Retest<Slide> retest = retest();

        History runs = run(
                retest, (slide, trial) -> trial.report(trial.number() == 2 ? Double.NaN : .1 * trial.number() - .5));

        RetestVerdict verdict = retest.verdict(runs);
        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.failures()).isEqualTo(1);
        assertThat(verdict.runs()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SEQUENTIAL", "ORDERED"})
    void retestThatIsCutAnywhere_becomesTheSame(Mode mode) throws Exception {
        StudySpec cut = spec.withMode(mode).withWindow(3).withThreads(mode == Mode.ORDERED ? 2 : 1);
        spec = cut.withStorage(new InMemoryStorage());
        List<String> whole = course(run(retest(), noisy(6)));

        spec = cut;
        List<String> ended = List.of();
        while (ended.size() < whole.size()) {
            try (Study<Slide> study = retest().open()) {
                assertThat(study.run()).isEqualTo(1);
                Suggestion<Slide> suggestion = study.ask().orElseThrow();
                noisy(6).run(suggestion.config(), suggestion.trial());
                study.tell(suggestion.trial());
                assertThat(retest().verdict(study.history()).outcome() == Outcome.OPEN)
                        .isEqualTo(study.history().size() < whole.size());
                ended = course(study.history());
                study.interrupt("cut");
            }
        }
        assertThat(ended).isEqualTo(whole);
    }

    private static List<String> course(History history) {
        return history.trials().stream()
                .map(trial -> trial.start().seed() + " " + trial.configuration() + " "
                        + trial.value().orElseThrow())
                .toList();
    }

    @Test
    void runThatWasInterrupted_isMadeAgain() throws Exception {
        Retest<Slide> retest = retest();
        try (Study<Slide> study = retest.open()) {
            study.tell(study.ask().orElseThrow().trial(), new InterruptedException());
        }

        RetestVerdict verdict = retest.verdict(run(retest, noisy(0)));

        assertThat(verdict.runs()).isEqualTo(10);
        assertThat(verdict.failures()).isZero();
    }

    @Test
    void runsAreNoSearchAndHaveSeedsOfTheirOwn() throws Exception {
        List<Long> seeds = new ArrayList<>();
        for (int night = 0; night < 3; night++) {
            run(retest(), noisy(0))
                    .trials()
                    .forEach(trial -> seeds.add(trial.start().seed()));
        }

        assertThat(spec.storage().runs("slides"))
                .extracting(run -> run.id().toString())
                .containsExactly("slides #4 retest", "slides #4 retest 2", "slides #4 retest 3");
        assertThat(Continuation.all(SlideSpace.SPACE, spec)).isEmpty();
        assertThat(seeds).doesNotHaveDuplicates();
    }

    @Test
    void drift_seesTheRetestsOfTheSameAcceptedConfiguration() throws Exception {
        for (int night = 1; night <= 5; night++) {
            run(retest(), noisy(0));
        }
        Retest<Slide> other = Retest.of(
                        SlideSpace.SPACE, spec, accepted(Direction.MINIMIZE, "00bb"), RetestPlan.usual())
                .withSeed(3);
        RetestVerdict ofOther = other.verdict(run(other, noisy(0)));
        Retest<Slide> lenient = Retest.of(
                        SlideSpace.SPACE, spec, accepted(Direction.MINIMIZE, "00aa"), new RetestPlan(2, 1))
                .withSeed(3);
        try (Study<Slide> study = lenient.open()) {
            RetestVerdict verdict = lenient.verdict(study.optimize(noisy(0)).history());

            assertThat(lenient.drift(study.run(), verdict).retests()).isEqualTo(6);
            assertThat(other.drift(6, ofOther).retests()).isEqualTo(1);
        }
    }

    @Test
    void seeds_areFreshAlsoWhereNoEarlierOnesAreKnown() throws Exception {
        List<Long> seeds = new ArrayList<>();
        for (int night = 0; night < 3; night++) {
            spec = spec.withSeed(1).withStorage(new InMemoryStorage());
            Retest<Slide> fresh =
                    Retest.of(SlideSpace.SPACE, spec, accepted(Direction.MINIMIZE, "00aa"), RetestPlan.usual());
            try (Study<Slide> study = fresh.open()) {
                assertThat(study.ask()).isPresent();
                study.interrupt("cut");
            }
            run(fresh, noisy(0))
                    .trials()
                    .forEach(trial -> seeds.add(trial.start().seed()));
            assertThat(spec.storage().runs("slides")).hasSize(1);
        }

        assertThat(seeds).hasSizeGreaterThanOrEqualTo(24).doesNotHaveDuplicates();
    }

    @Test
    void otherMetric_isRefused() {
        AcceptedConfiguration accepted = accepted(Direction.MAXIMIZE, "00aa");

        assertThatThrownBy(() -> Retest.of(SlideSpace.SPACE, spec, accepted, RetestPlan.usual()))
                .isInstanceOf(AcceptedException.class)
                .hasMessage(
                        "slides (minimize distance, last) must measure what the accepted values are of (maximize distance, last); accept a result of the present test");
        spec = spec.withOf(Of.BEST);
        assertThatThrownBy(this::retest).hasMessageContaining("slides (minimize distance, best) must measure");
    }
}
