// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.space.VisibleText;

/** What went wrong, in a line. */
final class FaultText {

    private FaultText() {}

    /** Returns what is at the root of a fault. */
    static String ofRoot(Throwable fault) {
        Throwable root = fault;
        // Causes may go round in a circle.
        for (int depth = 0; root.getCause() != null && depth < 50; depth++) {
            root = root.getCause();
        }
        return VisibleText.firstLine(root.toString());
    }
}
