// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.sampler.lattice.Lattice;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a sampler from proposing in a finite space what is running or done.
 *
 * <p>Draws are repeated until one is new. Where that fails because nearly everything likely has been tried, a point of the
 * space is drawn, all equally likely, and from there on the next new one taken: at most as many steps as there are trials,
 * and if that finds none, there is none.
 * In a space with a continuous parameter two random draws are never equal, and nothing is looked up.
 */
final class Novelty {

    private static final int DRAWS = 64;

    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    /**
     * Returns the first of a sampler's draws that is new, or that the space is exhausted.
     *
     * @param ask the question
     * @param draws returns the sampler's first, second and so on draw, counted from 0
     */
    Proposal first(Ask ask, IntFunction<Proposal.Try> draws) {
        Optional<Lattice> lattice = lattice(ask.space());
        if (lattice.isEmpty()) {
            return draws.apply(0);
        }
        for (int draw = 0; draw < DRAWS && !isCrowded(ask.history(), lattice.get()); draw++) {
            Proposal.Try proposal = draws.apply(draw);
            if (!ask.history().contains(proposal.configuration())) {
                return proposal;
            }
        }
        return anyNew(ask, lattice.get())
                .<Proposal>map(
                        point -> new Proposal.Try(point, draws.apply(DRAWS).notes()))
                .orElseGet(() -> new Proposal.Exhausted("all " + lattice.get() + " of the space have been tried"));
    }

    /** Whether there are at least as many configurations in the history as points, so that nearly all draws are in vain. */
    private static boolean isCrowded(History history, Lattice lattice) {
        return lattice.size().bitLength() < Integer.SIZE
                && history.distinctConfigurations() >= lattice.size().intValueExact();
    }

    private static Optional<Configuration> anyNew(Ask ask, Lattice lattice) {
        BigInteger size = lattice.size();
        byte[] bytes = new byte[size.bitLength() / Byte.SIZE + Long.BYTES];
        ask.random().nextBytes(bytes);
        BigInteger begin = new BigInteger(1, bytes);
        for (BigInteger step = BigInteger.ZERO; step.compareTo(size) < 0; step = step.add(BigInteger.ONE)) {
            Configuration point = lattice.point(begin.add(step).mod(size));
            if (!ask.history().contains(point)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    private Optional<Lattice> lattice(Space<?> space) {
        Known last = known.get();
        if (last == null || last.space != space) {
            last = new Known(space, Lattice.of(space));
            known.set(last);
        }
        return last.lattice;
    }

    private record Known(Space<?> space, Optional<Lattice> lattice) {}
}
