// SPDX-License-Identifier: Apache-2.0
/** Runs the leading configurations of a search again, so that the one that is taken and the value that is told are no matter of luck. */
@NullMarked
package dev.hpo.confirm;

import org.jspecify.annotations.NullMarked;
