/** What a study tells about its hyperparameters: functions of a history. */
@NullMarked
package dev.hpo.analysis;

import org.jspecify.annotations.NullMarked;
