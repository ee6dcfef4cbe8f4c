// SPDX-License-Identifier: Apache-2.0
/** What becomes of studies whose processes are killed, and how fast they are kept. */
@NullMarked
package dev.hpo.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
