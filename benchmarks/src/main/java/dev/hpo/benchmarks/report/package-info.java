// SPDX-License-Identifier: Apache-2.0
/** How large the reports of a long study are, and how long they take. */
@NullMarked
package dev.hpo.benchmarks.report;

import org.jspecify.annotations.NullMarked;
