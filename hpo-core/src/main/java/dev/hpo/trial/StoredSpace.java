// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.Configuration;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Space;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A search space as it is kept with a run, for a time when its classes are others, or not at hand.
 *
 * @param fingerprint a text that is equal for equal spaces
 * @param description all of it, as values of JSON: texts, numbers, truth values, lists and maps; empty if it was not kept
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record StoredSpace(String fingerprint, Map<String, ?> description) {

    /** Creates a stored space. */
    public StoredSpace {
        description = Collections.unmodifiableMap(new LinkedHashMap<>(description));
    }

    /** Creates a stored space of which only the fingerprint is known. */
    public StoredSpace(String fingerprint) {
        this(fingerprint, Map.of());
    }

    /**
     * Returns what to keep of a space.
     *
     * @param start the start configuration, if there is one
     */
    public static StoredSpace of(Space<?> space, Optional<Configuration> start) {
        return new StoredSpace(space.fingerprint(), SpaceDescription.of(space, start));
    }

    /** Returns the name of the configuration type, with its package; empty if it was not kept. */
    public String type() {
        return description.get(SpaceDescription.TYPE) instanceof String type ? type : "";
    }

    /**
     * Returns a space with the same parameters, whose instances are the configurations themselves; empty if it was not kept.
     *
     * @throws IllegalArgumentException if what was kept is damaged
     */
    public Optional<PlainSpace> space() {
        return description.isEmpty() ? Optional.empty() : Optional.of(SpaceReader.space(description));
    }

    /**
     * Returns the start configuration that was kept, if one was.
     *
     * @param space that of {@link #space}
     * @throws IllegalArgumentException if what was kept is damaged
     */
    public Optional<Configuration> start(Space<?> space) {
        return SpaceReader.start(description, space);
    }
}
