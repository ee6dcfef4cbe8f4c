// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

/**
 * A line that is no JSON, which keeps Optuna from reading the file.
 *
 * @param offset where it begins
 * @param length how long it is, without its line feed
 * @param number which line it is, from 1
 * @param checksum of its bytes, to see when somebody else mends it
 */
record Damage(long offset, int length, long number, long checksum) {}
