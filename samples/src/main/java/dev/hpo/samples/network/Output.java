// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

/** What the output layer makes of its sums, together with the loss that fits. */
public enum Output {
    /** Leaves the sums as they are; trained with the squared error. For regression. */
    LINEAR {
        @Override
        void apply(double[] values, int start, int size) {}
    },
    /** Turns the sums into probabilities that add up to 1; trained with the cross-entropy. For classification. */
    SOFTMAX {
        @Override
        void apply(double[] values, int start, int size) {
            Softmax.apply(values, start, size);
        }
    };

    abstract void apply(double[] values, int start, int size);
}
