/** Writes the model as Java source. */
@NullMarked
package dev.hpo.processor.write;

import org.jspecify.annotations.NullMarked;
