// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.numeric.Purpose;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Searches the whole space thinly, then smaller and smaller boxes around the best configuration so far.
 *
 * <p>This is what courses teach to do by hand ("coarse to fine", for instance Andrew Ng's on hyperparameter tuning): try
 * points all over the space, see where the good ones lie, zoom in, try points more densely there. The budget is split into 4
 * stages of equal length. Stage k draws from a box whose side is 0.4^k of the unit cube, in which each parameter is uniform on
 * its scale; so a box over a learning rate is a range of powers of ten. The box follows the best trial of the study as soon as
 * there is a better one, and is pushed inside the bounds. It is a simple method with no model behind it, which exploits what
 * was found and is easily explained; it will not find a narrow optimum that the first stage has given no hint of.
 *
 * <p>So that a wrong first impression can be put right, one draw in five of each later stage comes from the whole space.
 * Parameters of branches in which the best configuration has no part are drawn from their whole range; choices without order
 * keep the best one's value except with a probability of 0.4^k; whole numbers, steps and ordered choices have at least the
 * best value's neighbours in the box. With no complete trial yet the whole space is drawn from. Without a limit on trials the
 * stages are 20 trials long and the last goes on.
 *
 * <p>Points are quasi-random, as those of {@link QmcSampler}, a sequence for each stage, or random ({@link #random}). The
 * stage and the place in its sequence are noted with each quasi-random trial. In a finite space nothing is tried twice. A
 * draw takes time in proportion to the number of parameters and none that grows with the history.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CoarseToFineSampler implements Sampler {

    private static final String POINT = "coarse-to-fine";
    private static final int UNLIMITED_STAGE = 20;
    private static final double SHRINKAGE = 0.4;
    private static final double GLOBAL_SHARE = 0.2;

    private final int stages;
    private final boolean quasi;
    private final SobolSequence.Cache sequences = new SobolSequence.Cache();
    private final Novelty novelty = new Novelty();

    /** Creates a sampler of 4 stages of quasi-random points. */
    public CoarseToFineSampler() {
        this(4, true);
    }

    private CoarseToFineSampler(int stages, boolean quasi) {
        this.stages = stages;
        this.quasi = quasi;
    }

    /**
     * Returns a sampler with another number of stages: more of them end in a smaller box, which pays off with more trials.
     *
     * @param count at least 2
     */
    public CoarseToFineSampler withStages(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("stages (" + count + ") must be at least 2");
        }
        return new CoarseToFineSampler(count, quasi);
    }

    /** Returns a sampler that draws its points at random. */
    public CoarseToFineSampler random() {
        return new CoarseToFineSampler(stages, false);
    }

    @Override
    public Proposal propose(Ask ask) {
        int stage = stage(ask);
        double side = StrictMath.pow(SHRINKAGE, stage);
        Optional<Box> box = ask.history()
                .best(ask.facts().direction())
                .filter(best -> stage > 0)
                .map(best -> new Box(best.configuration(), side));
        return quasi ? quasiRandom(ask, stage, box) : random(ask, box);
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "coarse to fine in " + stages + " stages of " + length(facts) + (quasi ? " quasi-random" : " random")
                + " points";
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return stages + " stages, " + (quasi ? "quasi-random" : "random");
    }

    private Proposal quasiRandom(Ask ask, int stage, Optional<Box> box) {
        SobolSequence sequence =
                sequences.of(ask.space(), Purpose.STAGE.seed(ask.facts().seed(), stage));
        int begin = next(ask, stage);
        return novelty.first(ask, draw -> {
            int index = begin + draw;
            Map<String, String> notes = Map.of(POINT, stage + "/" + index);
            Optional<Box> here = box.filter(any -> sequence.spare(index) >= GLOBAL_SHARE);
            return new Proposal.Try(
                    point(ask.space(), here, parameter -> sequence.coordinate(index, parameter)), notes);
        });
    }

    private Proposal random(Ask ask, Optional<Box> box) {
        return novelty.first(ask, draw -> {
            Optional<Box> here = box.filter(any -> ask.random().nextDouble() >= GLOBAL_SHARE);
            return Proposal.Try.of(
                    point(ask.space(), here, parameter -> ask.random().nextDouble()));
        });
    }

    private static Configuration point(Space<?> space, Optional<Box> box, ToDoubleFunction<Parameter<?>> coordinates) {
        return space.choose(parameter -> {
            double unit = coordinates.applyAsDouble(parameter);
            return box.isPresent()
                    ? box.get().value(parameter, unit)
                    : parameter.domain().fromUnit(unit);
        });
    }

    private int stage(Ask ask) {
        return Math.min(stages - 1, ask.history().counted() / length(ask.facts()));
    }

    private int length(StudyFacts facts) {
        return facts.trials() == Integer.MAX_VALUE ? UNLIMITED_STAGE : Math.max(1, ceilDiv(facts.trials(), stages));
    }

    private static int ceilDiv(int dividend, int divisor) {
        return dividend / divisor + (dividend % divisor > 0 ? 1 : 0);
    }

    private static int next(Ask ask, int stage) {
        return Notes.last(POINT, ask.history())
                .map(note -> note.split("/", 2))
                .filter(parts -> parts[0].equals(Integer.toString(stage)))
                .map(parts -> Integer.parseInt(parts[1]) + 1)
                .orElse(0);
    }
}
