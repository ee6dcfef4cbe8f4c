// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.Space;
import dev.hpo.trial.StudyFacts;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Draws each parameter at random, uniform on its scale.
 *
 * <p>Random search is the yardstick of the field. Against a grid of the same size it wins whenever some hyperparameters matter
 * more than others: nine random points try nine values of the one that matters, a grid of three by three tries three. It knows
 * no order of trials, so that any number of them can run at once, and it can be stopped or extended at any time. It does not
 * learn from results, ignores what is believed of parameters ({@link dev.hpo.space.Prior}), as a yardstick must, and by chance it leaves gaps and makes clusters, which {@link QmcSampler} avoids.
 *
 * <p>In a finite space it never draws what is running or done, in any state, and ends when nothing is left. Near that end
 * the draws are uniform over the points rather than on the scales. A draw takes time in proportion to the number of
 * parameters and none that grows with the history.
 *
 * <p>Source: Bergstra and Bengio, "Random search for hyper-parameter optimization", JMLR 13, 2012.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class RandomSampler implements Sampler {

    private final Novelty novelty = new Novelty();

    /** Creates the sampler. */
    public RandomSampler() {}

    @Override
    public Proposal propose(Ask ask) {
        return novelty.first(
                ask,
                draw -> Proposal.Try.of(ask.space()
                        .choose(parameter ->
                                parameter.domain().fromUnit(ask.random().nextDouble()))));
    }

    @Override
    public String describe(Space<?> space, StudyFacts facts) {
        return "random";
    }
}
