// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import java.util.List;

/** A population, the best first. */
final class Ranked {

    private final List<Member> members;
    private final boolean[] own;

    /**
     * Creates a population.
     *
     * @param members the best first
     * @param own which of them were drawn from the distribution that is to be updated
     */
    Ranked(List<Member> members, boolean[] own) {
        this.members = members;
        this.own = own;
    }

    int size() {
        return members.size();
    }

    double[] point(int rank) {
        return members.get(rank).numbers();
    }

    int[] choices(int rank) {
        return members.get(rank).choices();
    }

    boolean isOwn(int rank) {
        return own[rank];
    }
}
