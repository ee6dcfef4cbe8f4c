/**
 * A model of learning curves: what trials that have been stopped, or that run, would have come to, and what new ones would; internal. Samplers and
 * pruners both read it.
 */
@NullMarked
package dev.hpo.curves;

import org.jspecify.annotations.NullMarked;
