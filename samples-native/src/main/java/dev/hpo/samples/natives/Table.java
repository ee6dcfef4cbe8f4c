// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.natives;

import dev.hpo.samples.network.Example;
import java.util.List;

/** Examples as native libraries take them: the inputs of all in one array, row by row, and their labels in another. */
public final class Table {
    private final float[] inputs;
    private final float[] labels;

    private Table(float[] inputs, float[] labels) {
        this.inputs = inputs;
        this.labels = labels;
    }

    /** Returns the table of examples that all have the same number of inputs. */
    public static Table of(List<Example> examples) {
        int columns = examples.get(0).copyOfInputs().length;
        float[] inputs = new float[examples.size() * columns];
        float[] labels = new float[examples.size()];
        for (int row = 0; row < labels.length; row++) {
            double[] values = examples.get(row).copyOfInputs();
            for (int column = 0; column < columns; column++) {
                inputs[row * columns + column] = (float) values[column];
            }
            labels[row] = examples.get(row).label();
        }
        return new Table(inputs, labels);
    }

    /** Returns the number of examples. */
    public int rows() {
        return labels.length;
    }

    /** Returns the number of inputs that each of them has. */
    public int columns() {
        return inputs.length / labels.length;
    }

    /** Returns the inputs, row by row, in an array of the caller's own. */
    public float[] inputs() {
        return inputs.clone();
    }

    /** Returns a label for each row, in an array of the caller's own. */
    public float[] labels() {
        return labels.clone();
    }
}
