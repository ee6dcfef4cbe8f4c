// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import java.util.List;
import java.util.Optional;

/**
 * What has come of going on with a run.
 *
 * @param opened the study, if it goes on
 * @param reasons why it does not, else
 * @param isEnough whether no older run is to go on instead
 */
record Attempt(Optional<Opened> opened, List<String> reasons, boolean isEnough) {

    static Attempt of(Opened opened) {
        return new Attempt(Optional.of(opened), List.of(), true);
    }

    static Attempt refused(List<String> reasons) {
        return new Attempt(Optional.empty(), reasons, false);
    }
}
