// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Where an evolution stands: what the next trial is drawn from. Immutable. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Head {

    private final Strategy strategy;
    private final Generation generation;
    private final int member;
    private final List<Integer> open;

    Head(Strategy strategy, Generation generation, int member, List<Integer> open) {
        this.strategy = strategy;
        this.generation = generation;
        this.member = member;
        this.open = open;
    }

    /** Returns the proper point of a draw, counted from 0. */
    public double[] point(int attempt) {
        return strategy.layout().point(strategy.draw(generation, member, attempt));
    }

    /** Returns what to note with the trial of a draw. */
    public Note note(int attempt) {
        return new Note(generation.index(), member, attempt, open);
    }

    Generation generation() {
        return generation;
    }
}
