// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An error that is kept for whatever comes next, as JUnit swallows what is thrown where it came up; of several the first, with the others. Safe for use by several threads. */
final class KeptFault {

    private @Nullable RuntimeException fault;

    synchronized void keep(RuntimeException e) {
        if (fault == null) {
            fault = e;
        } else if (fault != e) {
            fault.addSuppressed(e);
        }
    }

    /** Returns the error that was kept, if there is one, and only once. */
    synchronized Optional<RuntimeException> take() {
        Optional<RuntimeException> kept = Optional.ofNullable(fault);
        fault = null;
        return kept;
    }
}
