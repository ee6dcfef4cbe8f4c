// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hpo.space.Configuration;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunSeries;
import dev.hpo.study.Continuation;
import dev.hpo.study.Mode;
import dev.hpo.study.Objective;
import dev.hpo.study.Repetition;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ConfirmationTests extends ConfirmedDials {

    @Test
    void leadingOnesAreComparedAndTheWinnerAndTheStartRunAfresh() throws Exception {
        History search = search(NOISY);
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search);

        History runs = confirm(confirmation, NOISY);

        Confirmed confirmed = confirmation.confirmed(runs).orElseThrow();
        assertThat(runs.counted()).isEqualTo(8 + 4 + 4 + 10);
        assertThat(confirmed.value().size()).isEqualTo(5);
        assertThat(confirmed.start().orElseThrow().size()).isEqualTo(5);
        assertThat(confirmed.start().orElseThrow().interval(.999).contains(.75)).isTrue();
        assertThat(confirmed.value().interval(.999).contains(Math.abs(x(confirmed.winner()))))
                .isTrue();
        assertThat(confirmed.gain(.95).orElseThrow().estimate())
                .isEqualTo(confirmed.start().orElseThrow().mean()
                        - confirmed.value().mean());
        assertThat(confirmed.gain(.95).orElseThrow().low()).isPositive();
        assertThat(confirmed.flattery())
                .isEqualTo(confirmed.value().mean() - confirmed.winner().searched());
        assertThat(Contender.of(search, Direction.MINIMIZE, 8)).contains(confirmed.winner());
    }

    private static double x(Contender contender) {
        return DialSpace.SPACE.decode(contender.configuration()).x();
    }

    @Test
    void lastRuns_takeTurns() throws Exception {
        History runs = confirm(Confirmation.of(DialSpace.SPACE, spec, 1, search(NOISY)), NOISY);

        List<Boolean> isStart = runs.trials().stream()
                .skip(16)
                .map(run -> DialSpace.SPACE.decode(run.configuration()).equals(Dial.start()))
                .toList();

        assertThat(isStart).containsExactly(false, true, true, false, false, true, true, false, false, true);
    }

    @Test
    void seeds_areNoneOfTheSearch() throws Exception {
        spec = spec.withSeed(3);
        History search = search(NOISY);
        History runs = confirm(Confirmation.of(DialSpace.SPACE, spec, 1, search), NOISY);

        Set<Long> seeds = new HashSet<>();
        Stream.of(search, runs)
                .flatMap(history -> history.trials().stream())
                .forEach(trial -> assertThat(seeds.add(trial.start().seed())).isTrue());
    }

    @Test
    void runs_areNoSearch() throws Exception {
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search(NOISY));
        confirm(confirmation, NOISY);
        confirm(confirmation, NOISY);

        assertThat(spec.storage().runs("dials"))
                .extracting(run -> run.id().toString())
                .containsExactly("dials #1", "dials #1 confirm", "dials #1 confirm 2");
        assertThat(Continuation.all(DialSpace.SPACE, spec)).hasSize(1);
        try (Study<Dial> next = Study.open(DialSpace.SPACE, spec)) {
            assertThat(next.run()).isEqualTo(2);
            assertThat(next.history().size()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SEQUENTIAL", "ORDERED"})
    void confirmationThatIsCutAnywhere_becomesTheSame(Mode mode) throws Exception {
        StudySpec cut = spec.withMode(mode)
                .withWindow(3)
                .withThreads(mode == Mode.ORDERED ? 2 : 1)
                .withSeed(5);
        spec = cut.withStorage(new InMemoryStorage());
        List<String> whole = course(confirm(Confirmation.of(DialSpace.SPACE, spec, 1, search(NOISY)), NOISY));

        spec = cut;
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search(NOISY));
        int ended = 0;
        while (ended < whole.size()) {
            try (Study<Dial> study = confirmation.open()) {
                assertThat(study.run()).isEqualTo(1);
                for (int run = 0; run < 3 && ended < whole.size(); run++) {
                    Suggestion<Dial> suggestion = study.ask().orElseThrow();
                    NOISY.run(suggestion.config(), suggestion.trial());
                    study.tell(suggestion.trial());
                    ended++;
                }
                if (ended < whole.size()) {
                    study.interrupt("cut after " + ended);
                } else {
                    assertThat(study.ask()).isEmpty();
                }
            }
        }

        RunId first = new RunId(RunSeries.of(RunKind.CONFIRM, new RunId("dials", 1)), 1);
        History runs = History.of(spec.storage().trials(first, DialSpace.SPACE));
        assertThat(course(runs)).isEqualTo(whole);
        assertThat(Repetition.last(spec, first.series()).orElseThrow().isFinished())
                .isTrue();
    }

    private static List<String> course(History history) {
        return history.trials().stream()
                .map(trial -> trial.start().seed() + " " + trial.configuration() + " "
                        + trial.value().orElseThrow())
                .toList();
    }

    @Test
    void runThatWasInterrupted_isMadeAgain() throws Exception {
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search(NOISY));
        try (Study<Dial> study = confirmation.open()) {
            study.tell(study.ask().orElseThrow().trial(), new InterruptedException());
        }

        History runs = confirm(confirmation, NOISY);

        assertThat(runs.in(TrialState.FAILED)).hasSize(1);
        assertThat(runs.in(TrialState.COMPLETE)).hasSize(confirmation.runs());
        assertThat(runs.trial(1).configuration()).isEqualTo(runs.trial(0).configuration());
    }

    @Test
    void winner_isOneOfTheLastTwoThatWereCompared() throws Exception {
        // All have got worse since the search, as values do that were the best of many.
        History search = search((dial, trial) -> trial.report(Math.abs(dial.x()) - 5));
        for (int seed = 0; seed < 20; seed++) {
            spec = spec.withSeed(seed);
            Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search);
            History runs = confirm(confirmation, NOISY);

            List<Configuration> finalists = runs.trials().stream()
                    .skip(12)
                    .limit(4)
                    .map(TrialRecord::configuration)
                    .toList();
            assertThat(finalists)
                    .contains(
                            confirmation.confirmed(runs).orElseThrow().winner().configuration());
        }
    }

    @Test
    void failuresOfTheWinner_areTold() throws Exception {
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search(NOISY));
        int compared = confirmation.runs() - 10;

        History runs = confirm(confirmation, (dial, trial) -> {
            if (trial.number() == compared) {
                throw new IllegalStateException("diverged");
            }
            NOISY.run(dial, trial);
        });

        Confirmed confirmed = confirmation.confirmed(runs).orElseThrow();
        assertThat(confirmed.failures()).isEqualTo(1);
        assertThat(confirmed.value().size()).isEqualTo(4);
    }

    @Test
    void configurationThatWasTriedTwice_isKnownByItsMean() throws Exception {
        double[] values = {3, 1, 2, 0};
        spec = spec.withTrials(4)
                .withQueued(DialSpace.SPACE.configuration(new Dial(.1)))
                .withQueued(DialSpace.SPACE.configuration(new Dial(.2)))
                .withQueued(DialSpace.SPACE.configuration(new Dial(.1)));

        History search = search((dial, trial) -> trial.report(values[trial.number()]));

        assertThat(Contender.of(search, Direction.MINIMIZE, 8))
                .extracting(Contender::trial, Contender::searched)
                .containsExactly(tuple(1, .5), tuple(2, 2.0), tuple(0, 3.0));
    }

    @Test
    void confirmationOfAConfirmation_isRefused() throws Exception {
        History search = search(NOISY);
        RunId confirm = new RunId(RunSeries.of(RunKind.CONFIRM, new RunId("dials", 1)), 1);

        assertThatThrownBy(() -> Confirmation.of(DialSpace.SPACE, spec, confirm, search, ConfirmPlan.of(40)))
                .hasMessageContaining("Confirmation.run (dials #1 confirm) must be a search of the study dials");
    }

    @Test
    void sharedSearch_isConfirmedByOne() throws Exception {
        History search = search(NOISY);
        spec = spec.withMode(Mode.JOINED);
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search);
        try (Study<Dial> study = confirmation.open()) {
            study.interrupt("later");
        }

        assertThat(confirm(confirmation, NOISY).in(TrialState.COMPLETE)).hasSize(confirmation.runs());
    }

    @Test
    void configurationThatFailsWhenItIsRunAgain_isNotTheWinner() throws Exception {
        History search = search(NOISY);
        double best = x(Contender.of(search, Direction.MINIMIZE, 1).get(0));

        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search);
        History runs = confirm(confirmation, (dial, trial) -> {
            if (dial.x() == best) {
                throw new IllegalStateException("out of luck");
            }
            NOISY.run(dial, trial);
        });

        assertThat(x(confirmation.confirmed(runs).orElseThrow().winner())).isNotEqualTo(best);
        assertThat(runs.in(TrialState.FAILED)).hasSize(1);
    }

    @Test
    void whereAllRunsFail_thereIsNoWinner() throws Exception {
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search(NOISY));

        History runs = confirm(confirmation, (dial, trial) -> trial.report(Double.NaN));

        assertThat(confirmation.confirmed(runs)).isEmpty();
    }

    @Test
    void startThatWins_isNotRunTwiceAsOften() throws Exception {
        Objective<Dial> startIsBest = (dial, trial) -> trial.report(Math.abs(dial.x() - .75));
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search(startIsBest));

        History runs = confirm(confirmation, startIsBest);

        Confirmed confirmed = confirmation.confirmed(runs).orElseThrow();
        assertThat(confirmed.winner().trial()).isZero();
        assertThat(confirmed.start()).isEmpty();
        assertThat(confirmed.gain(.95)).isEmpty();
        assertThat(confirmed.value().interval(.95)).isEqualTo(new Interval(0, 0, 0));
        assertThat(runs.counted()).isEqualTo(8 + 4 + 4 + 5);
    }

    @Test
    void largeValuesCanBeTheBetterOnes() throws Exception {
        spec = StudySpec.maximize("dials", "closeness").withTrials(64).withStorage(spec.storage());
        Objective<Dial> closeness = (dial, trial) ->
                trial.report(.2 * new SplittableRandom(trial.seed()).nextGaussian() - Math.abs(dial.x()));
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search(closeness));

        Confirmed confirmed =
                confirmation.confirmed(confirm(confirmation, closeness)).orElseThrow();

        assertThat(confirmed.gain(.95).orElseThrow().estimate())
                .isEqualTo(confirmed.value().mean()
                        - confirmed.start().orElseThrow().mean())
                .isPositive();
    }

    @Test
    void searchWithoutACompleteTrial_hasNothingToConfirm() throws Exception {
        History search = search((dial, trial) -> trial.report(Double.NaN));

        assertThatThrownBy(() -> Confirmation.of(DialSpace.SPACE, spec, 1, search))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a search without a complete trial has nothing to confirm");
    }

    @Test
    void searchWithOneTrial_isRunAgainAllTheSame() throws Exception {
        spec = spec.withTrials(1);
        Confirmation<Dial> confirmation = Confirmation.of(DialSpace.SPACE, spec, 1, search(NOISY));

        History runs = confirm(confirmation, NOISY);

        assertThat(runs.trials())
                .extracting(TrialRecord::state)
                .containsOnly(TrialState.COMPLETE)
                .hasSize(5);
    }

    @Test
    void searchesAndRunsOfOthers_areNoRepetitions() {
        assertThatThrownBy(() -> Repetition.open(DialSpace.SPACE, spec, RunSeries.searches("dials")))
                .hasMessageContaining("must be of confirmations or re-tests");
        assertThatThrownBy(() ->
                        Repetition.open(DialSpace.SPACE, spec, RunSeries.of(RunKind.RETEST, new RunId("others", 1))))
                .hasMessageContaining("of the study dials");
    }
}
