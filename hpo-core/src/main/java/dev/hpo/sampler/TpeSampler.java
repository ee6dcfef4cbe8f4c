// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.sampler.tpe.Proposer;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The tree-structured Parzen estimator (TPE): tries next what is likelier among good configurations than among the others.
 *
 * <p>The trials are split into the best tenth and the rest. A kernel about each trial's values makes two densities over the space,
 * that of good configurations and that of the others. Candidates are drawn from the first; the one whose ratio of the densities
 * is the largest is tried, which is the one with the largest expected improvement. Nothing is inverted or fitted, so it takes a
 * fraction of a millisecond, copes with any number of choices and branches, and is hard to mislead by outliers, as only the order of
 * the results counts. With few trials, or when parameters act together smoothly, a Gaussian process gets further.
 *
 * <p>What this variant does, and why:
 * <ul>
 *   <li>A component is a distribution over the whole tree of conditions, which is known before the first trial: a parameter is drawn
 *       from the kernel of the component's trial if it exists there, else from the prior. So parameters of several branches learn from
 *       all trials that have them, and those that belong together stay together (multivariate). Half of the candidates take each of
 *       their values from one of two components, which mixes what good trials have in common.
 *   <li>The better a good trial, the heavier its component. Kernels of good trials are as wide as their spread calls for, those of the
 *       others reach to their neighbours and are never much narrower: a gap between bad trials is not a discovery.
 *   <li>Values of steps and whole numbers have the probability of their cell, and kernels that reach beyond it. Choices have smoothed
 *       kernels.
 *   <li>Trials that run and those that failed count among the others: they are kept away from. The tenth is one of all that have ended, so that
 *       of many failed ones and few others most of the others are good: of one alone nothing could be learned. Pruned ones rank behind all complete
 *       ones. What the user believes ({@link dev.hpo.space.Prior}) is the prior component and an addend to the score that fades.
 *   <li>It begins with {@value #START} points of a scrambled Sobol sequence that follows these beliefs, unless other trials are
 *       there that were not interrupted.
 *   <li>Of a long history 256 trials that have ended stand for the others: the next best ones and evenly spread ones; those that run
 *       come on top. So the time of an ask hardly grows: it is in proportion to the number of parameters times 300 times 24 candidates.
 * </ul>
 *
 * <p>Sources: Bergstra et al., "Algorithms for hyper-parameter optimization", NIPS 2011, section 4; Falkner, Klein and Hutter, "BOHB",
 * ICML 2018, section 3.1, for the multivariate densities; Watanabe, "Tree-structured Parzen estimator: understanding its algorithm
 * components and their roles for better empirical performance", 2023, for weights, clipping and categorical kernels. The same bits on
 * the same JVM and processor family.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TpeSampler implements Sampler {

    /** How many trials there are before the first that learns from them. */
    private static final int START = 6;

    private final HeadStart headStart = new HeadStart();
    private final QmcSampler start = QmcSampler.followingBeliefs();
    private final Encoding.Cache encodings = new Encoding.Cache();
    private final Table.Cache tables = new Table.Cache();
    private final Proposer proposer = new Proposer();
    private final Novelty novelty = new Novelty();

    /** Creates the sampler. */
    public TpeSampler() {}

    @Override
    public Proposal propose(Ask ask) {
        return headStart
                .next(ask)
                .orElseGet(() -> Teaching.begun(ask.history()) < START ? start.propose(ask) : drawn(ask));
    }

    private Proposal drawn(Ask ask) {
        Encoding encoding = encodings.of(ask.space());
        Table table = tables.of(encoding, ask.facts().aim(), ask.history());
        return proposer.propose(
                        table, ask.random(), configuration -> !ask.history().contains(configuration))
                .<Proposal>map(Proposal.Try::of)
                .orElseGet(() ->
                        novelty.first(ask, draw -> Proposal.Try.of(encoding.decode(encoding.draw(ask.random())))));
    }

    @Override
    public boolean learnsFromEarlier() {
        return true;
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "TPE (tree-structured Parzen estimator)";
    }
}
