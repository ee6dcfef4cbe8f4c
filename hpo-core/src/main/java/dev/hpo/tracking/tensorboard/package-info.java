/** Event files, which TensorBoard reads. */
@NullMarked
package dev.hpo.tracking.tensorboard;

import org.jspecify.annotations.NullMarked;
