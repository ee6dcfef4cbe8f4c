/** Numerical building blocks; internal. */
@NullMarked
package dev.hpo.numeric;

import org.jspecify.annotations.NullMarked;
