// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Fills the space evenly with the points of a scrambled Sobol sequence (quasi-Monte Carlo).
 *
 * <p>Each parameter is an axis of the unit cube, uniform on its scale. Of the first 2^k points every one of 2^k equal slices
 * of every axis holds exactly one, and pairs of axes are filled nearly as evenly: no clusters and no gaps, which random points
 * have. For the same number of trials it comes closer to the optimum than {@link RandomSampler} more often than not, and it
 * shares its virtues: nothing to set, trials in any number at once, to be stopped or extended at any time. It does not learn
 * from results, and ignores what is believed of parameters: a model-based sampler that starts with such points moves them by
 * {@link dev.hpo.space.Prior#position} itself.
 *
 * <p>A parameter keeps its axis throughout; one that does not exist in a point leaves its coordinate unused, so that each
 * branch of a conditional space is filled with a thinned, still even, sequence. The place in the sequence is noted with each
 * trial and the next trial takes the place after the last that was noted: start configurations and queued ones take none, while
 * rejected configurations do, and the points stay those of a whole sequence. In a finite space places whose configuration is
 * running or done are passed over; when nothing is left, the study ends. Spaces of more than 1000 parameters get random
 * coordinates for the rest, as there are no good direction numbers.
 *
 * <p>A point takes time in proportion to the number of parameters and none that grows with the history. The same bits on any
 * JVM.
 *
 * <p>Sources: Sobol 1967 with the direction numbers of Joe and Kuo 2008 and the scrambling of Owen 1995; Bousquet et al.,
 * "Critical hyper-parameters: no random, no cry", 2017, on such sequences in hyperparameter search.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class QmcSampler implements Sampler {

    private static final String POINT = "sobol";

    /** Of so few values the sequence tries different ones at once, which is better than the middle one. */
    private static final int FEW = 32;

    private final SobolSequence.Cache sequences = new SobolSequence.Cache();
    private final Novelty novelty = new Novelty();
    private final Use use;

    /** Creates the sampler. */
    public QmcSampler() {
        this(Use.ALL_TRIALS);
    }

    private QmcSampler(Use use) {
        this.use = use;
    }

    private enum Use {
        /** Even throughout. */
        ALL_TRIALS,
        /** As the start of a sampler with a model: denser where good values are believed to be. */
        START,
        /** The same, the middle first. */
        START_AT_THE_CENTRE
    }

    /** Returns a sampler that moves the points to where good values are believed to lie: the start of one with a model. */
    static QmcSampler followingBeliefs() {
        return new QmcSampler(Use.START);
    }

    /**
     * Returns a sampler that follows beliefs and whose first point is the middle of all ranges, or where it is believed to be, unless
     * the user has given a configuration: whoever gives a range means its middle more often than its ends. If it was
     * interrupted and the start still goes on, it is tried once more.
     */
    static QmcSampler fromTheCentre() {
        return new QmcSampler(Use.START_AT_THE_CENTRE);
    }

    @Override
    public Proposal propose(Ask ask) {
        SobolSequence sequence = sequences.of(ask.space(), ask.facts().seed());
        int begin = next(ask.history());
        if (use == Use.START_AT_THE_CENTRE) {
            Proposal.Try centre = new Proposal.Try(middle(sequence, ask.space()), noteOf(Math.max(0, begin - 1)));
            if (isDue(centre.configuration(), ask.history())) {
                return centre;
            }
        }
        return novelty.first(ask, draw -> point(begin + draw, sequence, ask.space()));
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "quasi-random (scrambled Sobol)";
    }

    private static int next(History history) {
        return Notes.last(POINT, history)
                .map(note -> Integer.parseInt(note) + 1)
                .orElse(0);
    }

    private Proposal.Try point(int index, SobolSequence sequence, Space<?> space) {
        return new Proposal.Try(
                space.choose(parameter -> value(sequence.coordinate(index, parameter), parameter)), noteOf(index));
    }

    private Configuration middle(SobolSequence sequence, Space<?> space) {
        return space.choose(
                parameter -> value(isRange(parameter) ? 0.5 : sequence.coordinate(0, parameter), parameter));
    }

    private static Map<String, String> noteOf(int index) {
        return Map.of(POINT, Integer.toString(index));
    }

    /** Whether the middle is to be tried: first of all, once more if it was interrupted, and never if the user gave a configuration. */
    private static boolean isDue(Configuration middle, History history) {
        int interrupted = 0;
        boolean hasBegun = false;
        for (TrialRecord trial : history.trials()) {
            Origin origin = trial.start().origin();
            if (origin.source() != Origin.Source.SAMPLER) {
                return false;
            }
            if (!trial.configuration().equals(middle)) {
                hasBegun |= origin.notes().containsKey(POINT);
            } else if (!trial.isInterrupted() || ++interrupted > 1) {
                return false;
            }
        }
        return interrupted == 1 || !hasBegun;
    }

    private static boolean isRange(Parameter<?> parameter) {
        return AutoSampler.hasOrder(parameter) && parameter.domain().cardinality() > FEW;
    }

    private Object value(double share, Parameter<?> parameter) {
        return parameter.domain().fromUnit(position(share, parameter));
    }

    private double position(double share, Parameter<?> parameter) {
        return use == Use.ALL_TRIALS
                ? share
                : parameter.prior().map(prior -> prior.position(share)).orElse(share);
    }
}
