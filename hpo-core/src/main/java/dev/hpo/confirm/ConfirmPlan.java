// SPDX-License-Identifier: Apache-2.0
package dev.hpo.confirm;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How often configurations of a search are run again.
 *
 * <p>The leading ones are compared in rounds, as successive halving does: each is run once, then the better half of them once more, and so on, and
 * the last two twice. Then the winner and the start configuration are run afresh, in turns: those runs have chosen nothing, so that their means are not
 * flattered.
 *
 * @param top how many leading configurations are compared; from 1, which compares nothing, to {@value #MOST}
 * @param repeats how many runs the values that are told rest on, of the winner and of the start each; from 2 to {@value #MOST}
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ConfirmPlan(int top, int repeats) {

    /** How many leading configurations are compared at most, if nothing else is said. */
    public static final int TOP = 8;

    /** How many runs a value rests on, if nothing else is said. */
    public static final int REPEATS = 5;

    /** How many configurations can be compared, and how many runs a value can rest on. */
    public static final int MOST = 1000;

    private static final int COMPLETE_FOR_EACH = 8;

    private static final int FEWEST = 2;

    /** Creates a plan, checking its numbers. */
    public ConfirmPlan {
        require("top", top, 1);
        require("repeats", repeats, 2);
    }

    private static void require(String what, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(
                    "ConfirmPlan." + what + " (" + value + ") must be from " + least + " to " + MOST);
        }
    }

    /**
     * Returns the plan for a search if nothing else is said: the top 8, or an eighth of the complete trials, but two, if those are fewer than 64, for after a short
     * search more is gained by searching than by comparing.
     *
     * @param complete how many complete trials the search has
     */
    public static ConfirmPlan of(int complete) {
        return new ConfirmPlan(Math.max(FEWEST, Math.min(TOP, complete / COMPLETE_FOR_EACH)), REPEATS);
    }

    /** Returns the rounds in which so many configurations are compared, the last one before the fresh runs last; none for a single one. */
    List<Round> rounds(int contenders) {
        List<Round> rounds = new ArrayList<>();
        int size = Math.min(top, contenders);
        while (size > 2) {
            rounds.add(new Round(size, 1));
            size = (size + 1) / 2;
        }
        if (size == 2) {
            rounds.add(new Round(2, 2));
        }
        return rounds;
    }

    /**
     * Returns how many runs there are in all.
     *
     * @param contenders how many configurations there are to compare
     * @param withStart whether the start configuration is another one than the winner's
     */
    public int runs(int contenders, boolean withStart) {
        int compared = rounds(contenders).stream().mapToInt(Round::runs).sum();
        return compared + repeats * (withStart ? 2 : 1);
    }

    /**
     * A round.
     *
     * @param size how many configurations are in it
     * @param times how often each is run
     */
    record Round(int size, int times) {

        int runs() {
            return size * times;
        }
    }
}
