/** The parts of the tree-structured Parzen estimator; internal. */
@NullMarked
package dev.hpo.sampler.tpe;

import org.jspecify.annotations.NullMarked;
