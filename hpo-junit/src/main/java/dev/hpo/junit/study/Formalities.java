// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.study.Study;

/** A study says that it is at its end only when it is asked for one more trial. */
final class Formalities {

    private Formalities() {}

    /** Lets a study say that it is at its end. Only for one of which no trial is left. */
    static void end(Study<Object> study) {
        try {
            if (study.endReason().isEmpty()) {
                study.ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
