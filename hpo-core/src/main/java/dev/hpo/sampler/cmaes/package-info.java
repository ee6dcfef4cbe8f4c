/** The covariance matrix adaptation evolution strategy: distributions, their updates, and generations found in a history; internal. */
@NullMarked
package dev.hpo.sampler.cmaes;

import org.jspecify.annotations.NullMarked;
