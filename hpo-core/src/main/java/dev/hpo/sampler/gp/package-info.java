/** Bayesian optimisation with Gaussian processes: model, fit, acquisition and search, as parts of a sampler; internal. */
@NullMarked
package dev.hpo.sampler.gp;

import org.jspecify.annotations.NullMarked;
