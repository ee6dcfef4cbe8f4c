// SPDX-License-Identifier: Apache-2.0
/** Sample 5: gradient boosting with XGBoost. */
@NullMarked
package dev.hpo.samples.s05boosting;

import org.jspecify.annotations.NullMarked;
