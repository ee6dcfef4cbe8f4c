/** Random forests that predict losses, and the search for the configuration that promises most by them; internal. */
@NullMarked
package dev.hpo.sampler.forest;

import org.jspecify.annotations.NullMarked;
