/** Typed search spaces, their parameters, domains and scales, and configurations as values. */
@NullMarked
package dev.hpo.space;

import org.jspecify.annotations.NullMarked;
