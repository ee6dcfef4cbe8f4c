// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.sampler.gp.Proposer;
import dev.hpo.sampler.gp.Turn;
import dev.hpo.sampler.warm.Warmth;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Bayesian optimisation: models the losses so far with a Gaussian process and tries next what promises most.
 *
 * <p>A Gaussian process predicts, for a configuration that has not been tried, a loss and how uncertain it is. What has a low
 * predicted loss, or an uncertain one, is worth a trial. That makes the most of few trials: it is the method of choice for up to
 * some hundreds. It finds hidden regularities such as the right scale of a parameter or that two of them act together, and its
 * weakness is a loss without any regularity.
 *
 * <p>What this variant does, and why:
 * <ul>
 *   <li>It begins with {@value #START} points of a scrambled Sobol sequence, or fewer if there are trials already. Unless the user has
 *       given a configuration, the first of them is moved to the middle of all ranges of more than 32 values: ranges are seldom given
 *       without a thought. Priors keep the model sensible with so few; more of them would be trials that learn nothing. The sequence
 *       goes on as long as no trial is complete: then there is nothing better to do than to look elsewhere.
 *   <li>The covariance function is a Matern 5/2 function of all parameters together, plus one of each parameter alone: effects of
 *       single parameters, which explain most of real losses, are learned from few trials. Every parameter has its own length scales
 *       and its own bend of the unit interval. Values without order are at equal distances from one another. Whole numbers and steps
 *       are positions of their own, not rounded afterwards. A parameter that does not exist in a configuration is put in the middle
 *       of its range; the choice on which it depends tells the branches apart.
 *   <li>Hyperparameters are the most probable ones under log-normal priors, found by L-BFGS with exact gradients, from two starts
 *       (those of failures from one), at fixed numbers of trials and from the trials up to there alone. So a resumed study goes on as it
 *       would have.
 *   <li>No choice is made once and for all: two warps of the losses alternate, one for heavy tails and one for plateaus; of eight
 *       turns seven go to the expected improvement, one to the confidence bound or the probability of improvement.
 *   <li>Two of three trials are chosen in a trust region about the best one, which shrinks when nothing better is found and at last
 *       moves to the next basin. It is what finds the optimum among many local ones.
 *   <li>The next point is searched among random points, mutations of the best ones and their sparse changes; from the six best of
 *       these by gradients along parameters without gaps and by neighbours along the others. Nothing is tried twice, but for the
 *       middle if it was interrupted.
 *   <li>Trials that run are taken to end as predicted. Failed ones teach a model of its own how probable it is that a trial does
 *       not fail, learning which parameters failures are due to; it counts three times, and more often while proposals fail. Pruned ones count as no better than the median,
 *       with more noise. Beliefs of the user ({@link dev.hpo.space.Prior}) are multiplied in, with a weight that falls.
 *   <li>The best configurations of earlier studies ({@link StudyFacts#earlier}) are tried first, and what these studies say of a
 *       configuration is expected of it beforehand, as far as their order of the new trials is right. If that shows that they are no
 *       good, the start follows as if there were none.
 * </ul>
 *
 * <p>With n trials and d parameters a proposal takes in the order of n^3 / 3 + 1000 n (n + d) operations, a few milliseconds for 100
 * trials; finding hyperparameters, which is done at every 15 % more trials, up to 80 times n^3 + n^2 d for n up to 160, and half of
 * that once more if trials fail. Of more than 600 trials the better half of 600 and some of the others are modelled, so that a proposal
 * never takes more than some tenths of a second. In a space of more than 60 parameters fewer points are compared, and in one of
 * more than 40 fewer trials are used to find hyperparameters, so that in the first hundred trials this holds for a thousand parameters too.
 *
 * <p>Sources: Rasmussen and Williams, "Gaussian processes for machine learning", 2006; Snoek, Larochelle and Adams, "Practical
 * Bayesian optimization of machine learning algorithms", NIPS 2012; Eriksson et al., "Scalable global optimization via local Bayesian
 * optimization", NeurIPS 2019; Cowen-Rivers et al., "HEBO: pushing the limits of sample-efficient hyperparameter optimisation", JAIR
 * 2022, for several acquisition functions at once; Song et al., "The Vizier Gaussian process bandit algorithm", 2024, for the warp
 * and the first point.
 * The same bits on the same JVM and processor family.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class GpSampler implements Sampler {

    static final int START = 4;

    private final QmcSampler start = QmcSampler.fromTheCentre();
    private final Encoding.Cache encodings = new Encoding.Cache();
    private final Table.Cache tables = new Table.Cache();
    private final Warmth.Cache warmths = new Warmth.Cache();
    private final Proposer proposer = new Proposer();
    private final Novelty novelty = new Novelty();

    /** Creates the sampler. */
    public GpSampler() {}

    @Override
    public Proposal propose(Ask ask) {
        Encoding encoding = encodings.of(ask.space());
        Table table = tables.of(encoding, ask.facts().aim(), ask.history());
        Warmth warmth = warmths.of(table, ask.facts());
        if (!warmth.first().isEmpty()) {
            return HeadStart.proposal(warmth.first().get(0));
        }
        if (begun(ask.history(), table, warmth) < START
                || table.of(Row.Kind.COMPLETE).isEmpty()) {
            return start.propose(ask);
        }
        Turn turn = Turn.after(table);
        return proposer.propose(table, turn, warmth::score, ask.facts().trials(), ask.random())
                .<Proposal>map(point -> new Proposal.Try(encoding.decode(point), turn.notes()))
                .orElseGet(() -> novelty.first(
                        ask,
                        draw -> new Proposal.Try(encoding.decode(encoding.draw(ask.random())), Turn.notesOfDraw())));
    }

    /**
     * Returns how many trials are a start: neither interrupted ones nor the best of earlier studies that have turned out to be no good. One
     * that is both is left out once.
     */
    private static long begun(History history, Table table, Warmth warmth) {
        long refuted = !warmth.isRefuted()
                ? 0
                : table.rows().stream()
                        .filter(row -> row.kind() != Row.Kind.SILENT
                                && !row.note(HeadStart.NOTE).isEmpty()
                                && !row.trial().isRejected())
                        .count();
        return Teaching.begun(history) - refuted;
    }

    @Override
    public boolean learnsFromEarlier() {
        return true;
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "Gaussian process, " + dimensions(space);
    }

    /** Returns how many parameters there are that have a choice of values, with the word. */
    static String dimensions(Space<?> space) {
        long count = space.parameters().stream()
                .filter(parameter -> parameter.domain().cardinality() > 1)
                .count();
        return count + (count == 1 ? " dimension" : " dimensions");
    }
}
