// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.network;

/**
 * The layers of a fully connected network.
 *
 * @param inputs the number of input values
 * @param hiddenLayers the number of hidden layers, at least 1
 * @param hiddenUnits the number of units in each hidden layer
 * @param outputs the number of output values
 * @param activation the activation function of every hidden layer
 */
public record Shape(int inputs, int hiddenLayers, int hiddenUnits, int outputs, Activation activation) {}
