// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

/**
 * What has become of studies whose processes were killed.
 *
 * @param kills how many processes were killed
 * @param trials how many trials there are
 * @param told how many trials a process was told to be kept
 * @param again how many further attempts there were at trials whose process was killed
 * @param harm what is wrong
 */
record Tally(int kills, int trials, int told, int again, Harm harm) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, new Harm(0, 0, 0, 0));

    Tally plus(Tally other) {
        return new Tally(
                kills + other.kills,
                trials + other.trials,
                told + other.told,
                again + other.again,
                harm.plus(other.harm));
    }

    boolean isSound() {
        return harm.equals(NOTHING.harm);
    }

    /** Returns the line that says it all. */
    String line() {
        return "kills=" + kills + " lost=" + harm.lost + " doubled=" + harm.doubled + " gaps=" + harm.gaps + " corrupt="
                + harm.corrupt;
    }

    /**
     * What is wrong with what the killed have left.
     *
     * @param lost how many trials were told and are not there as they were
     * @param doubled how many attempts at trials were run or told twice
     * @param gaps how many trials do not have the number of their place
     * @param corrupt how many lines of the file are none, and trials that are left unfinished by the last process
     */
    record Harm(int lost, int doubled, int gaps, int corrupt) {

        private Harm plus(Harm other) {
            return new Harm(lost + other.lost, doubled + other.doubled, gaps + other.gaps, corrupt + other.corrupt);
        }
    }
}
