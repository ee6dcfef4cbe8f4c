/** Configurations as points of the unit cube, and histories as rows of such points, for samplers with a model; internal. */
@NullMarked
package dev.hpo.encoding;

import org.jspecify.annotations.NullMarked;
