/** Gaussian processes over the points of a space: the covariance function, how it is fitted, and what is predicted; internal. */
@NullMarked
package dev.hpo.gp;

import org.jspecify.annotations.NullMarked;
