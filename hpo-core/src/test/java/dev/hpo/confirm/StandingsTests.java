// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingsTests {

    private static final double FAILED = Double.POSITIVE_INFINITY;

    @Test
    void whoWasLuckyOnce_isNotAheadOfWhoIsGoodAgainAndAgain() {
        Standings standings = new Standings(
                new double[] {.05, .3, .5, .6},
                List.of(List.of(.52), List.of(.38, .2, .36, .24), List.of(.9), List.of(.8)));

        assertThat(standings.ranking().get(0)).isEqualTo(1);
    }

    @Test
    void searchThatFlatteredAll_movesNobody() {
        Standings standings = new Standings(
                new double[] {0, 0, 0, 0},
                List.of(List.of(1.0), List.of(1.02), List.of(.9, .9, .9, .9), List.of(.95, .95, .95, .95)));

        assertThat(standings.ranking()).containsExactly(2, 3, 0, 1);
    }

    @Test
    void whoHasFailed_isLast() {
        Standings standings =
                new Standings(new double[] {.1, .2, .3}, List.of(List.of(.1, FAILED), List.of(.5), List.of(.4)));

        assertThat(standings.ranking().get(2)).isZero();
        assertThat(standings.hasFailed(0)).isTrue();
        assertThat(standings.hasFailed(1)).isFalse();
    }

    @Test
    void withoutNoise_meansDecide() {
        Standings standings =
                new Standings(new double[] {.1, .2, .3}, List.of(List.of(.1, .1), List.of(.2), List.of(.3)));

        assertThat(standings.ranking()).containsExactly(0, 1, 2);
    }

    @Test
    void whereNobodyHasRun_theSearchDecides() {
        Standings standings = new Standings(new double[] {.2, .1}, List.of(List.of(), List.of()));

        assertThat(standings.ranking()).containsExactly(1, 0);
    }

    @Test
    void whereAllHaveFailed_theOrderStays() {
        Standings standings = new Standings(new double[] {.1, .2}, List.of(List.of(FAILED), List.of(FAILED)));

        assertThat(standings.ranking()).containsExactly(0, 1);
    }
}
