// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a study or a trial.
 *
 * @param audience whom it is for
 * @param key its name
 * @param value a value of JSON: a text, a number, a truth value, a list, a map with texts as keys, or {@code null}
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Attribute(
        Audience audience, String key, @Nullable Object value) {

    /** Returns an attribute that Optuna's tools show. */
    public static Attribute user(String key, @Nullable Object value) {
        return new Attribute(Audience.USER, key, value);
    }

    /** Returns an attribute for programs. */
    public static Attribute system(String key, @Nullable Object value) {
        return new Attribute(Audience.SYSTEM, key, value);
    }

    /** Whom an attribute is for. */
    @API(status = Status.INTERNAL, since = "0.1")
    public enum Audience {
        /** People: Optuna's tools show it. */
        USER,
        /** Programs. */
        SYSTEM
    }
}
