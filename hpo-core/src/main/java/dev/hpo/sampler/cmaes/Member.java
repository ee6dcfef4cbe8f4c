// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

/** A point as the distributions see it: before whole numbers are rounded, and with what does not exist there. Not to be changed. */
final class Member {

    private final double[] numbers;
    private final int[] choices;

    /**
     * Creates a member.
     *
     * @param numbers the numeric coordinates
     * @param choices the numbers of the choices, -1 where a choice does not exist
     */
    Member(double[] numbers, int[] choices) {
        this.numbers = numbers;
        this.choices = choices;
    }

    double[] numbers() {
        return numbers;
    }

    int[] choices() {
        return choices;
    }
}
