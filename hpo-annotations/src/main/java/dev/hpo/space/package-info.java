// SPDX-License-Identifier: Apache-2.0
/**
 * Search spaces as values: parameters, their domains and scales, conditions, configurations, and the runtime of the
 * generated typed spaces.
 */
@NullMarked
package dev.hpo.space;

import org.jspecify.annotations.NullMarked;
