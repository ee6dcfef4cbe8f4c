// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A line that was read.
 *
 * @param operation what it does
 * @param worker who wrote it; empty if that was not read
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Line(Operation operation, String worker) {}
