/** The search for the configuration that promises most by a random forest; internal. */
@NullMarked
package dev.hpo.sampler.forest;

import org.jspecify.annotations.NullMarked;
