/** The usual hyperparameters of neural networks as annotations, with the ranges that courses teach. */
@NullMarked
package dev.hpo.annotations.deeplearning;

import org.jspecify.annotations.NullMarked;
