// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import dev.hpo.space.Parameter;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How much each hyperparameter of a study matters, over its whole search space.
 *
 * @param parameters those of which something can be said, the most important first by what they explain alone
 * @param untold those of which nothing can be said
 * @param trials how many trials it is learnt from
 * @param shortage why nothing can be said of any hyperparameter, for people; empty if something can
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Importance(
        List<ParameterImportance> parameters, List<Untold> untold, int trials, Optional<String> shortage) {

    /** Creates an importance. */
    public Importance {
        parameters = List.copyOf(parameters);
        untold = List.copyOf(untold);
    }

    /**
     * A hyperparameter of which nothing can be said.
     *
     * @param parameter the hyperparameter
     * @param reason why, for people: {@code has one value only}
     */
    @API(status = Status.EXPERIMENTAL, since = "0.1")
    public record Untold(Parameter<?> parameter, String reason) {}

    static Importance none(String shortage, int trials) {
        return new Importance(List.of(), List.of(), trials, Optional.of(shortage));
    }

    /** Returns the importance of a hyperparameter by its full name; empty if nothing can be said of it. */
    public Optional<ParameterImportance> of(String name) {
        return parameters.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * Returns in a sentence or two what matters and what does not, or why nothing can be said: {@code learningRate explains 71 % of the
     * spread (60 to 80 %), momentum 9 % (4 to 13 %)} and {@code no need to tune activation (2 %)}.
     */
    public List<String> words() {
        return ImportanceWords.of(this);
    }
}
