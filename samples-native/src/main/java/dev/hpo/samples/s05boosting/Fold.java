// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.s05boosting;

import dev.hpo.samples.natives.Table;
import dev.hpo.samples.network.Example;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Digits to learn from, and others to judge by.
 *
 * @param train what the trees are grown from
 * @param validation what they are judged by
 */
public record Fold(DMatrix train, DMatrix validation) {

    /** Returns {@code count} folds, each of which is judged by other digits: together, by all of them. */
    static List<Fold> of(List<Example> digits, int count) throws XGBoostError {
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            List<Example> train = new ArrayList<>();
            List<Example> validation = new ArrayList<>();
            for (int row = 0; row < digits.size(); row++) {
                (row % count == fold ? validation : train).add(digits.get(row));
            }
            folds.add(new Fold(matrix(train), matrix(validation)));
        }
        return List.copyOf(folds);
    }

    /** Returns digits in the form that XGBoost takes. */
    public static DMatrix matrix(List<Example> digits) throws XGBoostError {
        Table table = Table.of(digits);
        DMatrix matrix = new DMatrix(table.inputs(), table.rows(), table.columns(), Float.NaN);
        matrix.setLabel(table.labels());
        return matrix;
    }
}
