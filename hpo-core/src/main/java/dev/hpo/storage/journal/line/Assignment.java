// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The value of a parameter as Optuna stores it.
 *
 * @param distribution what the value was drawn from
 * @param internal the number itself, or the index of a choice
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Assignment(Distribution distribution, double internal) {}
