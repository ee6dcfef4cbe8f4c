// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.importance;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import java.util.List;

/** A grid of a formula like a training: a rate that matters most and with a depth, a choice, and some that hardly matter. */
final class MadeGrid {

    private static final Parameter<Long> RATE = whole("rate", 8);
    private static final Parameter<Long> DEPTH = whole("depth", 5);
    private static final Parameter<Long> WIDTH = whole("width", 6);
    private static final Parameter<Long> DECAY = whole("decay", 5);
    private static final Parameter<Long> BATCH = whole("batch", 4);
    private static final List<String> KINDS = List.of("a", "b", "c");
    private static final Parameter<String> KIND =
            Parameter.ofChoice(Scope.root().child("kind"), ChoiceDomain.of(KINDS.toArray(String[]::new)), KINDS);

    private static final double[] OFFSETS = {0, 0.6, 0.3};

    private MadeGrid() {}

    static Problem problem() {
        PlainSpace space = new PlainSpace(List.of(RATE, DEPTH, WIDTH, DECAY, BATCH, KIND));
        return new Problem("made6", "made", space, MadeGrid::value, new Problem.Range(0, 1));
    }

    private static Parameter<Long> whole(String name, int levels) {
        return Parameter.ofLong(Scope.root().child(name), IntegerDomain.of(Scale.LINEAR, 0, levels - 1));
    }

    private static double value(Configuration point) {
        double best = 2.5 + 0.6 * point.get(DEPTH);
        double rate = (point.get(RATE) - best) / 3;
        double width = (point.get(WIDTH) - 4.0) / 5;
        double decay = (point.get(DECAY) - 1.0) / 10;
        return Math.exp(rate * rate
                + width * width
                + decay * decay
                + 0.02 * point.get(BATCH)
                + 0.1 * point.get(DEPTH)
                + OFFSETS[KINDS.indexOf(point.get(KIND))]);
    }
}
