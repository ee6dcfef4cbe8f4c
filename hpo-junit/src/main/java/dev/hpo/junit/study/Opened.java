// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.study.Study;
import java.util.List;

/**
 * A study that was opened.
 *
 * @param study the study
 * @param continued how it goes on with a run of before, for people; empty if its run is a new one
 * @param isNewest whether there is no later run of it
 */
record Opened(Study<Object> study, List<String> continued, boolean isNewest) {

    Opened {
        continued = List.copyOf(continued);
    }
}
