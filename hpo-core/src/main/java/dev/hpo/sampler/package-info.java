/** Samplers: functions from the history of a study to the next configuration. */
@NullMarked
package dev.hpo.sampler;

import org.jspecify.annotations.NullMarked;
