// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import java.time.Instant;

/**
 * That re-tests have found what was accepted to be worse.
 *
 * @param since when the first of them began: what was found before may be just what was accepted
 * @param complaint what the last of them has found, for people: what was, what is, and how sure that is
 */
record Refutation(Instant since, String complaint) {}
