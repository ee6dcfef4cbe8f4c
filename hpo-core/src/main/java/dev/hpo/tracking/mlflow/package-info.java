/** MLflow's REST interface. */
@NullMarked
package dev.hpo.tracking.mlflow;

import org.jspecify.annotations.NullMarked;
