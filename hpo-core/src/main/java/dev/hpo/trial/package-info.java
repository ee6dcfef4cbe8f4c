/** Trials as data: their states, their observations and the history that they make up. */
@NullMarked
package dev.hpo.trial;

import org.jspecify.annotations.NullMarked;
