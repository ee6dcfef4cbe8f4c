// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.line.Draft;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds the trials whose first lines are damaged. Trials have their numbers from the order of such lines, so that all that follows would be
 * somebody else's; but ours also have these numbers in their attributes, and the first of them behind the damage tells how many are missing,
 * in the file and in its run. Lines between are about trials that were there before, or about the missing ones.
 */
final class LostTrials {

    /** A trial of which nothing is known. */
    static final Draft DRAFT = Draft.unknown("the line that began it is damaged, so that nothing is known of it");

    /** The ids of missing trials whose study is not known yet, the last one first. */
    private final Deque<Integer> strays = new ArrayDeque<>();

    private int leftOut;
    private boolean isDamaged;

    /** Takes note of a line that may have created a trial. */
    void noteLeftOut() {
        leftOut++;
        isDamaged = true;
    }

    /** Returns whether there ever was such a line. */
    boolean isDamaged() {
        return isDamaged;
    }

    /** Returns whether the next trial that is created may tell of others. */
    boolean isLooking() {
        return leftOut > 0 || !strays.isEmpty();
    }

    /**
     * Compares the numbers that a trial says it has with those that it would get.
     *
     * @param id that in the file
     * @param number that in its study
     */
    Missing before(Draft trial, int id, int number) {
        int possible = leftOut;
        leftOut = 0;
        int all = missing(trial, StoredTrial.ID, id);
        int inFile = all > 0 && all <= possible ? all : 0;
        for (int stray = 0; stray < inFile; stray++) {
            strays.push(id + stray);
        }
        int here = missing(trial, StoredTrial.NUMBER, number);
        Deque<Integer> ids = new ArrayDeque<>();
        while (here <= strays.size() + ids.size() && ids.size() < here) {
            ids.addFirst(strays.pop());
        }
        return new Missing(inFile, List.copyOf(ids));
    }

    private static int missing(Draft trial, String key, int present) {
        return trial.attributes().system().get(key) instanceof Number number && !Copies.isWhole(trial)
                ? (int) Math.max(0, Math.min(Integer.MAX_VALUE, number.longValue() - present))
                : 0;
    }

    /**
     * What is missing before a trial.
     *
     * @param inFile how many trials have their places right before it, in whatever study
     * @param here the ids of those of its own study
     */
    record Missing(int inFile, List<Integer> here) {

        static final Missing NONE = new Missing(0, List.of());

        /** Returns whether all that were found now are of the trial's own study. */
        boolean isOfOneStudy() {
            return here.size() == inFile;
        }
    }
}
