// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import dev.hpo.trial.Observation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
}
