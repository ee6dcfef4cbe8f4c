/** Annotations that describe the search space of a configuration class. */
@NullMarked
package dev.hpo.annotations;

import org.jspecify.annotations.NullMarked;
