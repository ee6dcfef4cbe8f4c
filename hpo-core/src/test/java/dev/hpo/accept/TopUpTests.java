// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.confirm.Contender;
import dev.hpo.confirm.Sample;
import dev.hpo.report.Figures;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.Configuration;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunId;
import dev.hpo.study.Continuation;
import dev.hpo.study.Mode;
import dev.hpo.study.Objective;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.History;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TopUpTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Configuration CONFIGURATION = KnobsSpace.SPACE.configuration(new Knobs(.1, 32, "plain"));
    private static final Contender WINNER = new Contender(7, CONFIGURATION, .05);
    private static final Objective<Knobs> NOISY =
            (knobs, trial) -> trial.report(knobs.rate() + .01 * new SplittableRandom(trial.seed()).nextGaussian());

    private StudySpec spec = StudySpec.minimize("knobs", "loss");

    @BeforeEach
    void keep(@TempDir Path folder) {
        spec = spec.withTrials(3)
                .withSampler(new RandomSampler())
                .withStorage(new JournalStorage(folder.resolve("knobs.log")));
    }

    private TopUp<Knobs> topUp(FreshRuns known) {
        return TopUp.of(KnobsSpace.SPACE, spec, new RunId("knobs", 1), WINNER, known);
    }

    private static History run(TopUp<Knobs> topUp, Objective<Knobs> objective) throws InterruptedException {
        try (Study<Knobs> study = topUp.open()) {
            return study.optimize(objective).history();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void winnerIsRunTenTimes(Mode mode) throws Exception {
        spec = spec.withMode(mode).withThreads(mode == Mode.SEQUENTIAL ? 1 : 3);
        TopUp<Knobs> topUp = topUp(FreshRuns.NONE);

        History runs = run(topUp, NOISY);

        Evidence evidence = topUp.evidence(runs, 5, TODAY).orElseThrow();
        assertThat(topUp.runs()).isEqualTo(10);
        assertThat(runs.trials()).hasSize(10).allSatisfy(trial -> assertThat(trial.configuration())
                .isEqualTo(CONFIGURATION));
        assertThat(evidence.value().interval(.999).contains(.1)).isTrue();
        assertThat(evidence.value().standardDeviation()).isBetween(.003, .03);
        assertThat(evidence.origin()).isEqualTo(new Evidence.Origin(new RunId("knobs", 1), 7, .05, 5));
        assertThat(evidence.space()).isEqualTo(KnobsSpace.SPACE.fingerprint());
        assertThat(evidence.date()).isEqualTo(TODAY);
    }

    @Test
    void runsOfAConfirmation_count() throws Exception {
        FreshRuns known = new FreshRuns(List.of(.1, .2, .3, .4, .5), 0);
        TopUp<Knobs> topUp = topUp(known);

        Evidence evidence = topUp.evidence(run(topUp, NOISY), 5, TODAY).orElseThrow();

        assertThat(topUp.runs()).isEqualTo(5);
        assertThat(evidence.value().size()).isEqualTo(10);
        assertThat(evidence.value().values()).startsWith(.1, .2, .3, .4, .5);
    }

    @Test
    void enoughRuns_needNoMore() throws Exception {
        TopUp<Knobs> topUp = topUp(new FreshRuns(List.of(1., 2., 3., 4., 5., 6., 7., 8., 9., 10., 11.), 3));

        History runs = run(topUp, NOISY);

        assertThat(topUp.runs()).isZero();
        assertThat(runs.size()).isZero();
        assertThat(topUp.evidence(runs, 5, TODAY).orElseThrow().failures()).isEqualTo(3);
    }

    @Test
    void runThatFails_isMadeUpFor() throws Exception {
        TopUp<Knobs> topUp = topUp(FreshRuns.NONE);

        History runs = run(topUp, (knobs, trial) -> {
            if (trial.number() % 4 == 1) {
                throw new IllegalStateException("diverged");
            }
            NOISY.run(knobs, trial);
        });

        Evidence evidence = topUp.evidence(runs, 5, TODAY).orElseThrow();
        assertThat(evidence.value().size()).isEqualTo(10);
        assertThat(evidence.failures()).isEqualTo(3);
        assertThat(evidence.runs()).isEqualTo(13);
    }

    @Test
    void runsThatAllFail_end() throws Exception {
        TopUp<Knobs> topUp = topUp(FreshRuns.NONE);

        History runs = run(topUp, (knobs, trial) -> trial.report(Double.NaN));

        assertThat(runs.counted()).isEqualTo(20);
        assertThat(topUp.evidence(runs, 5, TODAY)).isEmpty();
        assertThat(topUp.refusal(runs))
                .hasValue("must have a value in at least 5 of its runs, but 20 of 20 runs failed");
        assertThat(topUp.fresh(runs).failures()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11})
    void winnerOfWhoseRunsHalfFail_isNotAccepted(int values) throws Exception {
        TopUp<Knobs> topUp = topUp(new FreshRuns(Collections.nCopies(values, .1), 10));

        History runs = run(topUp, (knobs, trial) -> trial.report(Double.NaN));

        assertThat(topUp.evidence(runs, 5, TODAY).isPresent()).isEqualTo(values == 11);
        assertThat(topUp.refusal(runs).isPresent()).isEqualTo(values < 11);
        if (values == 10) {
            assertThat(topUp.refusal(runs))
                    .hasValue("must have a value in more than half of its runs, but 10 of 20 runs failed");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e150, 1e160, 1e200, -1e200, 1e308})
    void valuesOfWhichNoDeviationCanBeWritten_areNotAccepted(double size) throws Exception {
        TopUp<Knobs> topUp = topUp(FreshRuns.NONE);

        History runs = run(topUp, (knobs, trial) -> trial.report(size * (trial.number() % 2 == 0 ? 1 : .5)));

        Optional<Evidence> evidence = topUp.evidence(runs, 5, TODAY);
        if (size == 1e150) {
            String text = AcceptedText.of(KnobsSpace.SPACE, CONFIGURATION, evidence.orElseThrow());
            assertThat(AcceptedText.read(KnobsSpace.SPACE, text, "test").evidence())
                    .isEqualTo(evidence.get());
        } else {
            assertThat(evidence).isEmpty();
            assertThat(topUp.refusal(runs).orElseThrow())
                    .startsWith("must have values that have a finite mean and standard deviation, but one is too large")
                    .contains(Figures.number(size));
            Sample value = new Sample(topUp.fresh(runs).values());
            assertThatThrownBy(() -> new Evidence.Fresh(value, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must have a finite mean and standard deviation");
        }
    }

    @Test
    void largeValuesThatDoNotVary_areAccepted() throws Exception {
        TopUp<Knobs> topUp = topUp(FreshRuns.NONE);

        History runs = run(topUp, (knobs, trial) -> trial.report(1e200));

        Evidence evidence = topUp.evidence(runs, 5, TODAY).orElseThrow();
        String text = AcceptedText.of(KnobsSpace.SPACE, CONFIGURATION, evidence);
        assertThat(AcceptedText.read(KnobsSpace.SPACE, text, "test").evidence()).isEqualTo(evidence);
    }

    @Test
    void runsThatWereCut_goOn() throws Exception {
        TopUp<Knobs> topUp = topUp(FreshRuns.NONE);
        for (int part = 0; part < 3; part++) {
            try (Study<Knobs> study = topUp.open()) {
                for (int run = 0; run < 3; run++) {
                    Suggestion<Knobs> suggestion = study.ask().orElseThrow();
                    NOISY.run(suggestion.config(), suggestion.trial());
                    study.tell(suggestion.trial());
                }
                study.interrupt("cut");
            }
        }

        History runs = run(topUp, NOISY);

        assertThat(runs.size()).isEqualTo(10);
        Set<Double> values = new HashSet<>(topUp.fresh(runs).values());
        assertThat(values).hasSize(10);
        assertThat(spec.storage().runs("knobs"))
                .extracting(run -> run.id().toString())
                .containsExactly("knobs #1 retest");
        assertThat(Continuation.all(KnobsSpace.SPACE, spec)).isEmpty();
    }

    @Test
    void runsThatWereRefused_areMadeAnew() throws Exception {
        TopUp<Knobs> topUp = topUp(FreshRuns.NONE);
        try (Study<Knobs> study = topUp.take().orElseThrow()) {
            study.optimize((knobs, trial) -> trial.report(Double.NaN));
        }

        try (Study<Knobs> study = topUp.take().orElseThrow()) {
            assertThat(study.run()).isEqualTo(2);
            assertThat(topUp.refusal(study.optimize(NOISY).history())).isEmpty();
        }

        try (Study<Knobs> study = topUp.take().orElseThrow()) {
            assertThat(study.run()).isEqualTo(2);
            assertThat(study.history().size()).isEqualTo(10);
        }
    }
}
