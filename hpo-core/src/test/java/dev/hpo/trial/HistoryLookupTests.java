// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a history carries along, against a walk over its trials. */
class HistoryLookupTests {

    private static final Parameter<Long> N =
            Parameter.ofLong(Scope.root().child("n"), IntegerDomain.of(Scale.LINEAR, 0, 1000));

    @Test
    void randomHistoriesWithForksAndViewsAnswerAsAWalkDoes() {
        for (int seed = 0; seed < 200; seed++) {
            RandomGenerator random = SplitMix.of(seed);
            List<History> histories = new ArrayList<>(List.of(History.empty()));
            for (int change = 0; change < 40; change++) {
                History from = histories.get(Math.max(0, histories.size() - 1 - random.nextInt(3)));
                histories.add(changed(from, random));
                check(histories.get(random.nextInt(histories.size())));
            }
            histories.forEach(HistoryLookupTests::check);
        }
    }

    @Test
    @SuppressWarnings("ReferenceEquality") // A change is another object, by definition.
    void changesBetweenRandomHistoriesAreThoseOfAWalk() {
        RandomGenerator random = SplitMix.of(7);
        List<History> histories = new ArrayList<>(List.of(History.empty()));
        for (int change = 0; change < 600; change++) {
            History from = histories.get(Math.max(0, histories.size() - 1 - random.nextInt(2)));
            histories.add(changed(from, random));
        }
        for (int pair = 0; pair < 2000; pair++) {
            History next = histories.get(random.nextInt(histories.size()));
            History earlier = histories.get(random.nextInt(histories.size()));
            int[] walk = IntStream.range(0, next.size())
                    .filter(number -> number >= earlier.size() || next.trial(number) != earlier.trial(number))
                    .toArray();
            assertThat(next.changedSince(earlier)).containsExactly(walk);
        }
    }

    @Test
    void earliestOfEqualTrialsIsBestInWhateverOrderTheyEnd() {
        History history = History.empty().with(running(0, 1)).with(running(1, 2));
        History late = history.with(complete(running(1, 2), 5)).with(complete(running(0, 1), 5));
        assertThat(late.best(Direction.MINIMIZE).orElseThrow().number()).isZero();
        assertThat(late.best(Direction.MAXIMIZE).orElseThrow().number()).isZero();
    }

    @Test
    void runningTrialWhoseConfigurationChangesIsFoundByTheNewOneOnly() {
        History before = History.empty().with(running(0, 1));
        assertThat(before.contains(of(1))).isTrue();
        History after = before.with(running(0, 2));
        assertThat(after.contains(of(1))).isFalse();
        assertThat(after.contains(of(2))).isTrue();
        assertThat(before.contains(of(2))).isFalse();
    }

    private static History changed(History from, RandomGenerator random) {
        List<TrialRecord> running = from.in(TrialState.RUNNING);
        int kind = random.nextInt(4);
        if (kind == 0 && !running.isEmpty()) {
            TrialRecord trial = running.get(random.nextInt(running.size()));
            return from.with(ended(trial, random.nextInt(10)));
        }
        if (kind == 1 && from.size() > 0) {
            return from.asSeenBy(random.nextInt(from.size() + 1), 1 + random.nextInt(4));
        }
        if (kind == 2 && random.nextInt(3) == 0) {
            return from.with(waiting(from.size()));
        }
        return from.with(running(from.size(), random.nextInt(12)));
    }

    private static void check(History history) {
        List<TrialRecord> trials = history.trials();
        for (int n = 0; n < 12; n++) {
            Configuration configuration = of(n);
            assertThat(history.contains(configuration))
                    .isEqualTo(trials.stream()
                            .anyMatch(trial -> trial.configuration().equals(configuration)));
        }
        assertThat(history.distinctConfigurations()).isEqualTo((int)
                trials.stream().map(TrialRecord::configuration).distinct().count());
        assertThat(history.silent()).isEqualTo((int) trials.stream()
                .filter(trial -> trial.isSilent() && !trial.isMoved())
                .count());
        assertThat(history.counted()).isEqualTo((int) trials.stream()
                .filter(trial -> !trial.isRejected() && !trial.isMoved() && trial.state() != TrialState.WAITING)
                .count());
        assertThat(history.rejected())
                .isEqualTo((int) trials.stream().filter(TrialRecord::isRejected).count());
        assertThat(history.longest())
                .isEqualTo(trials.stream()
                        .filter(trial -> trial.state() == TrialState.COMPLETE)
                        .mapToLong(trial -> trial.lastStep().orElse(0))
                        .max()
                        .orElse(0));
        for (Direction direction : Direction.values()) {
            assertThat(history.best(direction).map(TrialRecord::number))
                    .isEqualTo(walk(trials, direction).map(TrialRecord::number));
        }
    }

    private static Optional<TrialRecord> walk(List<TrialRecord> trials, Direction direction) {
        return trials.stream()
                .filter(trial -> trial.state() == TrialState.COMPLETE)
                .reduce((best, trial) -> direction.isBetter(
                                trial.value().orElseThrow(), best.value().orElseThrow())
                        ? trial
                        : best);
    }

    private static Configuration of(int n) {
        return Configuration.builder().set(N, (long) n).build();
    }

    private static TrialRecord running(int number, int n) {
        Origin origin = Origin.of(Origin.Source.SAMPLER);
        Progress some = Progress.NONE.with(new Observation(number * 7L % 11, 1));
        return TrialRecord.running(new TrialStart(number, of(n), 0, origin, Instant.EPOCH))
                .with(some);
    }

    private static TrialRecord waiting(int number) {
        Configuration nothing = Configuration.builder().build();
        TrialStart start = new TrialStart(number, nothing, 0, Origin.ofStorage(), Instant.EPOCH);
        return new TrialRecord(start, Progress.NONE, new Outcome.Waiting(Optional.empty()), Optional.empty());
    }

    private static TrialRecord ended(TrialRecord trial, int how) {
        return switch (how) {
            case 5 -> failed(trial, Failure.Kind.INTERRUPTED);
            case 6 -> failed(trial, Failure.Kind.REJECTED);
            case 7 -> failed(trial, Failure.Kind.EXCEPTION);
            case 8 -> failed(trial, Failure.Kind.OUTSIDE);
            case 9 -> failed(trial, Failure.Kind.MOVED);
            default -> complete(trial, how);
        };
    }

    private static TrialRecord failed(TrialRecord trial, Failure.Kind kind) {
        return trial.finished(new Outcome.Failed(Failure.of(kind, "no")), Instant.EPOCH);
    }

    private static TrialRecord complete(TrialRecord trial, double value) {
        return trial.finished(Outcome.Complete.of(value), Instant.EPOCH);
    }
}
