// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

import org.encog.engine.network.activation.ActivationFunction;

/**
 * The activation of the output layer, which carries the derivative of the layer below.
 *
 * <p>Encog 3.4 multiplies the error that reaches a hidden layer by the derivative of the activation one layer nearer to
 * the output. Between hidden layers of one kind that makes no difference. The last hidden layer, though, would be given
 * the derivative of the output layer, whose own is never needed: the gradient of the squared error of a linear output,
 * and of the cross-entropy of a softmax, is just target minus output. So this class hands out the derivative of the
 * hidden activation, and the gradient is exact.
 */
final class OutputActivation implements ActivationFunction {
    private static final long serialVersionUID = 1L;

    private final Output output;
    private final ActivationFunction hidden;

    OutputActivation(Output output, ActivationFunction hidden) {
        this.output = output;
        this.hidden = hidden;
    }

    @Override
    public void activationFunction(double[] values, int start, int size) {
        output.apply(values, start, size);
    }

    @Override
    public double derivativeFunction(double before, double after) {
        return hidden.derivativeFunction(before, after);
    }

    @Override
    public boolean hasDerivative() {
        return true;
    }

    @Override
    public double[] getParams() {
        return new double[0];
    }

    @Override
    public void setParam(int index, double value) {
        throw new UnsupportedOperationException("OutputActivation has no parameters");
    }

    @Override
    public String[] getParamNames() {
        return new String[0];
    }

    @Override
    public ActivationFunction clone() {
        return new OutputActivation(output, hidden);
    }

    @Override
    public String getFactoryCode() {
        throw new UnsupportedOperationException("OutputActivation is not built by Encog's factory");
    }

    @Override
    public String getLabel() {
        return output.name();
    }
}
