/** Tells what becomes of studies to tools for experiments; in {@code mlflow} and {@code tensorboard}, to these. */
@NullMarked
package dev.hpo.tracking;

import org.jspecify.annotations.NullMarked;
