// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.space.Parameter;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How much of the spread of the values one hyperparameter explains.
 *
 * @param parameter the hyperparameter
 * @param alone what it explains by itself, whatever the others are; of one that does not always exist, where it does
 * @param total what it explains by itself and together with others: how much of the spread would go if it were fixed, on average
 * @param amongBest how much its values among the best tenth of the trials differ from those of all trials, as a share of what those of
 *     all hyperparameters do (PED-ANOVA): where the best are, which is another question than what makes the difference between good and bad
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record ParameterImportance(Parameter<?> parameter, Share alone, Share total, double amongBest) {

    /** Returns the full name of the hyperparameter. */
    public String name() {
        return parameter.name();
    }
}
