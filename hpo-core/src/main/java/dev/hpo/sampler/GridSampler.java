// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.numeric.Permutation;
import dev.hpo.numeric.Purpose;
import dev.hpo.sampler.lattice.Lattice;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Tries every point of a grid once.
 *
 * <p>Of a choice, an enum, a boolean and a range with a step or {@code levels} of its own, the grid has all values; of any
 * other range it has 5 (or {@link #withLevels}), bounds included, equally spaced on the parameter's scale; of a range of fewer
 * whole numbers, all. Branches of a conditional space and the sizes of a list are points of their own: the grid over an
 * optimizer with two parameters and one without any is 25 + 1 points, not 50.
 *
 * <p>A grid grows by a factor with each parameter, so it suits few parameters with few values each, where one wants to see the
 * whole table; otherwise {@link RandomSampler} and {@link QmcSampler} try more values of each parameter in as many trials.
 * Points come in an order shuffled by the study's seed, so that a study whose budget ends before the grid does has seen all of
 * it thinly rather than one corner of it; {@link #inOrder} gives them in the order of declaration, the last parameter varying
 * fastest. A point that was the start configuration, or was queued, is not tried again, whatever became of it; nor are points
 * that the configuration type rejects counted against the budget. After the last point the study ends.
 *
 * <p>No point is computed before its turn: a grid of 10^30 points costs no more than one of ten. The place in the order is
 * noted with each trial, so that an ask takes no time that grows with the history.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class GridSampler implements Sampler {

    private static final String PLACE = "grid";
    private static final BigInteger LARGEST_SHUFFLE = BigInteger.ONE.shiftLeft(62);

    private final int levels;
    private final boolean shuffled;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    /** Creates a sampler with 5 levels and a shuffled order. */
    public GridSampler() {
        this(5, true);
    }

    private GridSampler(int levels, boolean shuffled) {
        this.levels = levels;
        this.shuffled = shuffled;
    }

    /**
     * Returns a sampler with another number of values of each range that has no step or levels of its own.
     *
     * @param count at least 2
     */
    public GridSampler withLevels(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("levels (" + count + ") must be at least 2");
        }
        return new GridSampler(count, shuffled);
    }

    /** Returns a sampler that takes the points in the order of declaration, the last parameter varying fastest. */
    public GridSampler inOrder() {
        return new GridSampler(levels, false);
    }

    /** Returns the number of points for a space. */
    public BigInteger size(Space<?> space) {
        return lattice(space).size();
    }

    @Override
    public Proposal propose(Ask ask) {
        Lattice lattice = lattice(ask.space());
        BigInteger size = lattice.size();
        long seed = ask.facts().seed();
        for (BigInteger place = next(ask.history(), lattice);
                place.compareTo(size) < 0;
                place = place.add(BigInteger.ONE)) {
            Configuration point = lattice.point(shuffled ? shuffle(place, size, seed) : place);
            if (!ask.history().contains(point)) {
                return new Proposal.Try(point, Map.of(PLACE, place + "/" + lattice.sizeText()));
            }
        }
        return new Proposal.Exhausted("all " + lattice + " of the grid have been tried");
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        Lattice lattice = lattice(space);
        boolean tooLarge = facts.budget().trainings().isEmpty()
                && lattice.size().compareTo(BigInteger.valueOf(facts.trials())) > 0;
        return "grid of " + lattice + (tooLarge ? ", " + facts.trials() + " of them within the budget" : "");
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return levels + " levels, " + (shuffled ? "shuffled" : "in order");
    }

    @Override
    public boolean isEnumeration() {
        return true;
    }

    /** A place noted for a grid of another size, from before the levels were changed, says nothing about this one. */
    private static BigInteger next(History history, Lattice lattice) {
        return Notes.last(PLACE, history)
                .map(note -> note.split("/", 2))
                .filter(parts -> parts[1].equals(lattice.sizeText()))
                .map(parts -> new BigInteger(parts[0]).add(BigInteger.ONE))
                .orElse(BigInteger.ZERO);
    }

    /** Grids too large to be shuffled are too large to be exhausted, or for two random points to be the same one. */
    private static BigInteger shuffle(BigInteger place, BigInteger size, long seed) {
        if (size.compareTo(LARGEST_SHUFFLE) <= 0) {
            return BigInteger.valueOf(order(size.longValueExact(), seed).at(place.longValueExact()));
        }
        byte[] bytes = new byte[size.bitLength() / Byte.SIZE + Long.BYTES];
        Purpose.GRID_POINT.generator(seed, place.longValue()).nextBytes(bytes);
        return new BigInteger(1, bytes).mod(size);
    }

    /** Returns the order that a seed gives the points of a grid. */
    static Permutation order(long size, long seed) {
        return new Permutation(size, Purpose.GRID_ORDER.seed(seed));
    }

    private Lattice lattice(Space<?> space) {
        Known last = known.get();
        if (last == null || last.space != space) {
            last = new Known(space, new Lattice(space, parameter -> GridAxes.of(parameter, levels)));
            known.set(last);
        }
        return last.lattice;
    }

    private record Known(Space<?> space, Lattice lattice) {}
}
