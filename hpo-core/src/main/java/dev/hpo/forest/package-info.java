/** Random forests that predict losses, for a sampler and for the analysis; internal. */
@NullMarked
package dev.hpo.forest;

import org.jspecify.annotations.NullMarked;
