// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s07racing;

import dev.hpo.samples.network.Example;
import java.util.ArrayList;
import java.util.List;

/**
 * Digits to learn from, and others to judge by.
 *
 * @param known those to learn from
 * @param others those to judge by
 */
record Fold(List<Example> known, List<Example> others) {

    /** Returns folds, each of which is judged by other digits: together, by all of them. */
    static List<Fold> of(List<Example> digits, int count) {
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            List<Example> known = new ArrayList<>();
            List<Example> others = new ArrayList<>();
            for (int row = 0; row < digits.size(); row++) {
                (row % count == fold ? others : known).add(digits.get(row));
            }
            folds.add(new Fold(List.copyOf(known), List.copyOf(others)));
        }
        return List.copyOf(folds);
    }
}
