// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The default: chooses how to sample from what is known of the space and the study.
 *
 * <p>The rule, by which the trial of a number is chosen; rejected and interrupted trials have none:
 * <ol>
 *   <li>The start configuration and queued ones come first; then the best configurations of earlier studies, if the study is warm.
 *   <li>The first four trials, or fewer if there are others, are points of a scrambled Sobol sequence, which fills the space evenly;
 *       without a start configuration or a queued one the first of them is moved to the middle of all ranges of more than 32 values.
 *   <li>From then on, until {@value #MODELLED} trials have ended, the trials are those of {@link GpSampler} and of
 *       {@link TpeSampler}. The Gaussian process learns most from few trials, and has the first {@value #ALONE} for itself. The Parzen
 *       estimator, which sees only the order of results, is right where a smooth model is wrong, on plateaus and among choices, and
 *       what it finds the other takes up: it has one trial of two until {@value #SHARED}, and one of four after that, when
 *       there is most to gain from precision. It lives on results that come one after another: with {@value #MANY} trials at once or
 *       more it begins at {@value #SHARED}.
 *   <li>After that, when a Gaussian process would take long and has told what it can, {@link CmaEsSampler} goes on from the best
 *       trials in a space of ranges alone, and {@link TpeSampler} in a space with choices or conditions.
 * </ol>
 *
 * <p>Noise is in the model of the Gaussian process, and both models know of the trials that run, so that neither calls for another rule.
 * The rule looks at the space, the count of trials and how many may run at once, so that a resumed study goes on
 * as it would have.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class AutoSampler implements Sampler {

    static final int MODELLED = 400;
    static final int ALONE = 25;
    static final int SHARED = 60;
    static final int MANY = 4;
    private static final int CYCLE = 4;
    private static final int ESTIMATED = 2;

    private final Sampler process;
    private final Sampler estimator = new TpeSampler();
    private final Sampler evolution = new CmaEsSampler();

    /** Creates the sampler. */
    public AutoSampler() {
        this(new GpSampler());
    }

    /**
     * Creates the sampler.
     *
     * @param process has the trials of the Gaussian process
     */
    AutoSampler(Sampler process) {
        this.process = process;
    }

    @Override
    public Proposal propose(Ask ask) {
        return chosen(ask).propose(ask);
    }

    private Sampler chosen(Ask ask) {
        if (Teaching.ended(ask.history()) >= MODELLED) {
            return isOfRanges(ask.space()) ? evolution : estimator;
        }
        return isEstimated(Teaching.begun(ask.history()), ask.facts().parallelism()) ? estimator : process;
    }

    private static boolean isEstimated(int place, int parallelism) {
        if (place >= SHARED) {
            return place % CYCLE == ESTIMATED;
        }
        return parallelism < MANY && place >= ALONE && place % 2 == 0;
    }

    private static boolean isOfRanges(Space<?> space) {
        return space.parameters().stream()
                .allMatch(parameter -> parameter.conditions().isEmpty() && hasOrder(parameter));
    }

    /** Returns whether the values of a parameter have an order. */
    static boolean hasOrder(Parameter<?> parameter) {
        return !(parameter.domain() instanceof ChoiceDomain choice) || choice.ordered();
    }

    @Override
    public boolean learnsFromEarlier() {
        return true;
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        boolean isShared = IntStream.range(0, Math.min(facts.trials(), MODELLED))
                .anyMatch(place -> isEstimated(place, facts.parallelism()));
        String models = isShared ? "GP and TPE" : "GP";
        String later = isOfRanges(space) ? "CMA-ES" : "TPE";
        String methods = facts.trials() <= MODELLED ? "" : ", from " + MODELLED + " on " + later;
        String unit = facts.budget().trainings().isPresent() ? " trainings" : " trials";
        String trials = facts.trials() == Integer.MAX_VALUE ? "" : ", " + facts.trials() + unit;
        return "auto: " + models + methods + ", " + GpSampler.dimensions(space) + trials;
    }
}
