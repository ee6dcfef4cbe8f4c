// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

/**
 * A trial whose result has not been used.
 *
 * @param number the trial's number
 * @param generation the generation that it was drawn from, -1 if it was there before the first
 * @param member what the distributions see of it
 */
record Drawn(int number, int generation, Member member) {}
