/** Pruners: functions that judge from intermediate values whether a trial is worth going on. */
@NullMarked
package dev.hpo.pruner;

import org.jspecify.annotations.NullMarked;
