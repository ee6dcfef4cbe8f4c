// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTests {

    private static final Parameter<Double> X =
            Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LINEAR, 0, 1000));

    private final Encoding encoding = Encoding.of(new PlainSpace(List.of(X)));

    @Test
    void completeComeBeforePrunedBeforeFailedBeforeRunning() {
        History history = History.of(List.of(
                running(0),
                failed(1),
                pruned(2, -9),
                complete(3, 7),
                pruned(4, -10),
                complete(5, -3),
                running(6).finished(new Outcome.Pruned("no value"), Instant.EPOCH)));
        Ranking ranking = Ranking.whole(Table.of(encoding, Aim.last(Direction.MINIMIZE), history));
        assertThat(numbers(ranking)).containsExactly(5, 3, 4, 2, 1, 6, 0);
        assertThat(ranking.ranked()).isEqualTo(4);
        assertThat(ranking.finished()).isEqualTo(6);
        assertThat(ranking.size()).isEqualTo(7);
    }

    @Test
    void interruptedHaveNoPlace() {
        Ranking.Cache cache = new Ranking.Cache();
        History history = History.of(List.of(failed(0), complete(1, 7), failed(2, Failure.Kind.INTERRUPTED)));
        assertThat(numbers(cache.of(Table.of(encoding, Aim.last(Direction.MINIMIZE), history))))
                .containsExactly(1, 0);
        Table longer = Table.of(encoding, Aim.last(Direction.MINIMIZE), history.with(complete(3, 9)));
        assertThat(numbers(cache.of(longer))).containsExactly(1, 3, 0);
    }

    @Test
    void rankingThatGoesOnFromAQuiteDifferentOneIsTheSame() {
        Ranking.Cache cache = new Ranking.Cache();
        SplitMix random = SplitMix.of(3);
        for (int round = 0; round < 300; round++) {
            History history = History.empty();
            int size = random.nextInt(150);
            for (int number = 0; number < size; number++) {
                history = history.with(
                        switch (random.nextInt(5)) {
                            case 0 -> running(number);
                            case 1 -> failed(number, Failure.Kind.INTERRUPTED);
                            case 2 -> failed(number);
                            case 3 -> pruned(number, random.nextInt(9));
                            default -> complete(number, random.nextInt(9));
                        });
            }
            Direction direction = random.nextBoolean() ? Direction.MINIMIZE : Direction.MAXIMIZE;
            Table table = Table.of(encoding, Aim.last(direction), history);
            assertThat(numbers(cache.of(table))).isEqualTo(numbers(Ranking.whole(table)));
        }
    }

    @Test
    void bestIsTheHighestWhereThatIsBetter() {
        History history = History.of(List.of(complete(0, 1), complete(1, 3), complete(2, 2)));
        assertThat(numbers(Ranking.whole(Table.of(encoding, Aim.last(Direction.MAXIMIZE), history))))
                .containsExactly(1, 2, 0);
    }

    @Test
    void rankingThatWentOnFromAnyOtherIsTheSame() {
        Ranking.Cache cache = new Ranking.Cache();
        History history = History.empty();
        SplitMix random = SplitMix.of(1);
        for (int number = 0; number < 200; number++) {
            history = history.with(running(number));
            if (number >= 3) {
                int ended = number - 3;
                history = history.with(
                        ended % 3 == 0 ? pruned(ended, random.nextInt(20)) : complete(ended, random.nextInt(20)));
            }
            Table table = Table.of(encoding, Aim.last(Direction.MINIMIZE), history);
            assertThat(numbers(cache.of(table))).isEqualTo(numbers(Ranking.whole(table)));
        }
        Table shorter =
                Table.of(encoding, Aim.last(Direction.MINIMIZE), History.of(List.of(complete(0, 1), complete(1, 0))));
        assertThat(numbers(cache.of(shorter))).containsExactly(1, 0);
    }

    @Test
    void goodAreTheBestTenthWithWeightsThatFall() {
        Split split = Split.of(ranking(95, 0));
        assertThat(split.good().points()).hasSize(10);
        assertThat(split.good().points().get(0)[0]).isZero();
        for (int i = 1; i < 10; i++) {
            assertThat(split.good().weights()[i]).isBetween(0.0, split.good().weights()[i - 1]);
        }
        assertThat(split.bad().points()).hasSize(85);
        assertThat(split.bad().weights()).containsOnly(1);
    }

    @Test
    void whereMostTrialsFail_mostOfTheOthersAreGood_andNeverAFailedOne() {
        History history = History.empty();
        for (int number = 0; number < 45; number++) {
            history = history.with(number % 15 == 3 ? complete(number, number) : failed(number));
        }
        Split split = Split.of(Ranking.whole(Table.of(encoding, Aim.last(Direction.MINIMIZE), history)));
        assertThat(numbers(split.good())).containsExactly(3, 18, 33);
        assertThat(numbers(split.bad())).hasSize(42).doesNotContain(3, 18, 33);
    }

    @Test
    void othersOfALongHistoryStandForAll() {
        Split split = Split.of(ranking(3000, 7));
        assertThat(split.good().points()).hasSize(25);
        assertThat(split.bad().points()).hasSize(Split.MOST_BAD + 7).doesNotHaveDuplicates();
        assertThat(Arrays.stream(split.bad().weights()).sum()).isEqualTo(3000 + 7 - 25);
        List<Integer> pending = IntStream.range(3000, 3007).boxed().toList();
        assertThat(numbers(split.bad()).subList(Split.MOST_BAD, Split.MOST_BAD + 7))
                .isEqualTo(pending);
    }

    @Test
    void othersMayAllBePending() {
        Split split = Split.of(ranking(0, 500));
        assertThat(split.good().size()).isZero();
        assertThat(split.bad().size()).isEqualTo(500);
        assertThat(Split.of(ranking(0, 3000)).bad().size()).isEqualTo(Split.MOST_PENDING);
    }

    /** Complete trials of falling quality and then pending ones, each with its number as its position times 1e4. */
    private Ranking ranking(int complete, int pending) {
        History history = History.empty();
        for (int number = 0; number < complete + pending; number++) {
            history = history.with(number < complete ? complete(number, number) : running(number));
        }
        return Ranking.whole(Table.of(encoding, Aim.last(Direction.MINIMIZE), history));
    }

    private static List<Integer> numbers(Ranking ranking) {
        return IntStream.range(0, ranking.size())
                .mapToObj(rank -> number(ranking.point(rank)))
                .toList();
    }

    private static List<Integer> numbers(Sample sample) {
        return sample.points().stream().map(RankingTests::number).toList();
    }

    private static int number(double[] point) {
        return (int) Math.round(point[0] * 1e4);
    }

    private static TrialRecord running(int number) {
        Configuration configuration =
                Configuration.builder().set(X, number / 10.0).build();
        return TrialRecord.running(
                new TrialStart(number, configuration, 0, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
    }

    private static TrialRecord complete(int number, double value) {
        return running(number).finished(Outcome.Complete.of(value), Instant.EPOCH);
    }

    private static TrialRecord pruned(int number, double value) {
        return running(number)
                .with(Progress.NONE.with(new Observation(1, value)))
                .finished(new Outcome.Pruned("hopeless"), Instant.EPOCH);
    }

    private static TrialRecord failed(int number) {
        return failed(number, Failure.Kind.EXCEPTION);
    }

    private static TrialRecord failed(int number, Failure.Kind kind) {
        Failure failure = Failure.of(kind, "on purpose");
        return running(number).finished(new Outcome.Failed(failure), Instant.EPOCH);
    }
}
