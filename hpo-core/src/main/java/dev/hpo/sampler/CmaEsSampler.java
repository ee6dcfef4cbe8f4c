// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.sampler.cmaes.Evolution;
import dev.hpo.sampler.cmaes.Head;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Lets a normal distribution evolve towards better configurations: covariance matrix adaptation (CMA-ES).
 *
 * <p>Each generation of a few trials is drawn from a distribution whose mean, step size and covariance then follow the better
 * ones. It learns which parameters must change together and at what scale, looks at nothing but the order of the results, and
 * its cost hardly grows with the number of trials. It wants at least a hundred trials and is at its best with several hundred on
 * ranges without gaps; with fewer trials a model of the objective gets further.
 *
 * <p>What is built here, and why:
 * <ul>
 *   <li>The method with the default constants, active weights and late decomposition of Hansen's tutorial (arXiv 1604.00772), but
 *       seven tenths of its population and steps of a sixth of the range at first: over 100 to 200 trials of the benchmarks that
 *       was best.
 *   <li>Eight quasi-random points first, or what trials are there that were not interrupted; the mean begins among the best of them.
 *   <li>Draws outside the ranges are drawn again, mirrored if that fails ten times: it was better than mirroring, cutting or
 *       penalising them at once, since the distribution then learns from points it could have drawn.
 *   <li>Whole numbers, steps and ordered choices keep a margin of probability to leave their value, by Hamano et al., "CMA-ES with
 *       margin" (GECCO 2022): without it the step size falls below a step and the search is stuck.
 *   <li>Choices without order have probabilities of their own that follow the natural gradient, with a margin, by Hamano et al.,
 *       "CatCMA" (GECCO 2024).
 *   <li>Parameters that do not exist in a configuration are drawn all the same; choices among them teach nothing then.
 *   <li>Pruned trials rank behind complete ones, failed ones behind all.
 *   <li>A search that has converged or stagnated, or whose covariance has degenerated, is followed by one from another place,
 *       alternately with larger and with small populations (Hansen, "BI-population CMA-ES", GECCO 2009).
 *   <li>Concurrent trials never wait for a generation to be complete. The next one begins with the first results that are as many
 *       as the population; later results count for the one after, shortened if they lie far out (Hansen, "Injecting external
 *       solutions into CMA-ES", arXiv 1110.4181).
 * </ul>
 *
 * <p>The generation and the place of a draw in it are noted with each trial; the distributions are computed from the history. A
 * proposal takes time in proportion to the square of the number of parameters, and a generation to its cube now and then. In a
 * finite space nothing is tried twice.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class CmaEsSampler implements Sampler {

    private static final int START = 8;
    private static final int FINISHED = 4;

    private final HeadStart headStart = new HeadStart();
    private final QmcSampler start = QmcSampler.followingBeliefs();
    private final Encoding.Cache encodings = new Encoding.Cache();
    private final Table.Cache tables = new Table.Cache();
    private final AtomicReference<@Nullable Evolution> evolutions = new AtomicReference<>();
    private final Novelty novelty = new Novelty();

    /** Creates the sampler. */
    public CmaEsSampler() {}

    @Override
    public Proposal propose(Ask ask) {
        return headStart.next(ask).orElseGet(() -> isStarting(ask.history()) ? start.propose(ask) : evolved(ask));
    }

    @Override
    public boolean learnsFromEarlier() {
        return true;
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "CMA-ES";
    }

    /** Whether the start goes on. Once a generation has begun it does not: an interruption can take trials of the start away. */
    private static boolean isStarting(History history) {
        return (Teaching.begun(history) < START || Teaching.ended(history) < FINISHED)
                && Notes.last(Evolution.NOTE, history).isEmpty();
    }

    private Proposal evolved(Ask ask) {
        Encoding encoding = encodings.of(ask.space());
        Table table = tables.of(encoding, ask.facts().aim(), ask.history());
        Evolution evolution = evolutions.getAndSet(null);
        if (evolution == null || !evolution.isPartOf(table, ask.facts())) {
            evolution = new Evolution(encoding, ask.facts());
        }
        Head head = evolution.after(table);
        evolutions.set(evolution);
        return novelty.first(
                ask,
                draw -> new Proposal.Try(
                        encoding.decode(head.point(draw)),
                        Map.of(Evolution.NOTE, head.note(draw).toString())));
    }
}
