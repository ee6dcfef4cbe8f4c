// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTests {

    private final MadeCurves made = new MadeCurves(Aim.last(Direction.MINIMIZE));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "52; 3; 2 6 17 52",
                "27; 3; 1 3 9 27",
                "52; 2; 6 17 52",
                "100; 2; 11 33 100",
                "4; 3; 1 4",
                "1; 3; 1"
            })
    void levels_areThirdsOfThirds_andThoseThatFallTogetherAreOne(long end, int below, String steps) {
        Ladder ladder = Ladder.of(end, below);
        assertThat(IntStream.range(0, ladder.size()).mapToObj(level -> "" + ladder.step(level)))
                .containsExactly(steps.split(" ", -1));
        assertThat(ladder.isEnd(ladder.size() - 1)).isTrue();
    }

    @Test
    void levelIsReachedByTheFirstReportThere() {
        Ladder ladder = Ladder.of(52, 2);
        assertThat(reached(ladder, 0)).isEmpty();
        assertThat(reached(ladder, 1, 2, 5)).isEmpty();
        assertThat(reached(ladder, 1, 5, 6)).hasValue(0);
        assertThat(reached(ladder, 1, 5, 6, 7)).isEmpty();
        assertThat(reached(ladder, 1, 5, 18)).as("both at once").hasValue(1);
        assertThat(reached(ladder, 18)).hasValue(1);
        assertThat(reached(ladder, 18, 50)).isEmpty();
        assertThat(reached(ladder, 18, 60)).hasValue(2);
        assertThat(reached(ladder, 60, 70)).isEmpty();
        assertThat(ladder.reached(made.running(MadeCurves.others().get(0)))).isEmpty();
    }

    private OptionalInt reached(Ladder ladder, long... steps) {
        Progress progress = Progress.NONE;
        for (long step : steps) {
            progress = progress.with(new Observation(step, 1));
        }
        TrialRecord trial = made.running(MadeCurves.others().get(0)).with(progress);
        return ladder.reached(trial);
    }
}
