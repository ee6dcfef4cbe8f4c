// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

/**
 * One row of data: the inputs and the outputs that are wanted for them. Read only, so that trainings on several threads
 * can share it.
 */
public final class Example {
    private final double[] inputs;
    private final double[] targets;

    private Example(double[] inputs, double[] targets) {
        this.inputs = inputs;
        this.targets = targets;
    }

    /** Returns an example for a regression from one number to another. */
    public static Example of(double input, double target) {
        return new Example(new double[] {input}, new double[] {target});
    }

    /** Returns an example of class {@code label}, a number from 0 to {@code classes - 1}. */
    public static Example ofClass(double[] inputs, int label, int classes) {
        double[] targets = new double[classes];
        targets[label] = 1;
        return new Example(inputs.clone(), targets);
    }

    /** Returns the inputs, in an array of the caller's own. */
    public double[] copyOfInputs() {
        return inputs.clone();
    }

    /** Returns the number of the class, for an example that has one. */
    public int label() {
        int label = 0;
        while (targets[label] != 1) {
            label++;
        }
        return label;
    }

    double[] inputs() {
        return inputs;
    }

    double[] targets() {
        return targets;
    }
}
