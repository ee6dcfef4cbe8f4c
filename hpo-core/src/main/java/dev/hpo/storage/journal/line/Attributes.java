// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a study or a trial, in the order in which they were first set.
 *
 * @param user those for people
 * @param system those for programs
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Attributes(Map<String, @Nullable Object> user, Map<String, @Nullable Object> system) {

    private static final Attributes NONE = new Attributes(Map.of(), Map.of());

    /** Creates attributes; a copy would lose the order, so that whoever hands a map over must not change it. */
    public Attributes {
        user = Collections.unmodifiableMap(user);
        system = Collections.unmodifiableMap(system);
    }

    /** Returns no attributes. */
    public static Attributes none() {
        return NONE;
    }

    /** Returns these attributes with one set. */
    public Attributes with(Attribute attribute) {
        return attribute.audience() == Attribute.Audience.USER
                ? new Attributes(with(user, attribute), system)
                : new Attributes(user, with(system, attribute));
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> map, Attribute attribute) {
        Map<String, @Nullable Object> larger = new LinkedHashMap<>(map);
        larger.put(attribute.key(), attribute.value());
        return larger;
    }
}
