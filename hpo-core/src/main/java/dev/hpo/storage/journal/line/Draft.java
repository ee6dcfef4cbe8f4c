// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A trial as the line that creates it has it.
 *
 * @param standing its state, with what belongs to it
 * @param parameters its parameters by name, in the order of the space
 * @param attributes its attributes
 * @param intermediateValues its intermediate values
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Draft(
        Standing standing,
        Map<String, Assignment> parameters,
        Attributes attributes,
        List<Observation> intermediateValues) {

    /** Creates a draft; whoever hands a map over must not change it. */
    public Draft {
        parameters = Collections.unmodifiableMap(parameters);
        intermediateValues = List.copyOf(intermediateValues);
    }

    /**
     * Returns a trial of which no more is known than that there is one: it has failed, and says nothing of any configuration.
     *
     * @param reason why, for people
     */
    public static Draft unknown(String reason) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("kind", "OUTSIDE");
        failure.put("message", reason);
        failure.put("trace", "");
        return new Draft(
                new Standing(TrialState.FAILED, List.of(), Optional.empty(), Optional.empty()),
                Map.of(),
                Attributes.none().with(Attribute.system("hpo:failure", failure)),
                List.of());
    }
}
