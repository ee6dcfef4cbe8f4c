// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A line that does not count.
 *
 * @param line its number in the file, from 1
 * @param message the file, the line, what is wrong with it and what has become of it
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Fault(long line, String message) {}
