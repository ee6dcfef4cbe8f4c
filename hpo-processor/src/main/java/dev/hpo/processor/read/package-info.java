/** Reads annotated classes into the model. */
@NullMarked
package dev.hpo.processor.read;

import org.jspecify.annotations.NullMarked;
