// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import dev.hpo.junit.invocation.TrialSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * How the trials of a test learn that JUnit 6 cancelled its run: it goes on asking for invocations, and skips each without preparing
 * it, which only the watchers of the test template see.
 *
 * @param template the unique id of the test template
 * @param source its trials
 */
record Cancellation(String template, TrialSource source) {

    /** Keeps what is to be told. */
    static void watch(ExtensionContext template, TrialSource source) {
        store(template).put(Cancellation.class, new Cancellation(template.getUniqueId(), source));
    }

    /** Takes that a test was skipped, which means a cancelled run if it is the template that JUnit names. */
    static void skipped(ExtensionContext context) {
        Cancellation watched = store(context).get(Cancellation.class, Cancellation.class);
        if (watched != null && watched.template.equals(context.getUniqueId())) {
            watched.source.cancelled();
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(Cancellation.class));
    }
}
