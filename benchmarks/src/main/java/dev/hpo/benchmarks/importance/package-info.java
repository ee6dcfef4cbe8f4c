/** How right the importance of hyperparameters is, where it is known exactly. */
@NullMarked
package dev.hpo.benchmarks.importance;

import org.jspecify.annotations.NullMarked;
