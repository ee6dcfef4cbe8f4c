// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An option of a pruner that is chosen by name.
 *
 * @param name such as {@code warmup} or {@code min-steps}
 * @param allowed what values it may have, for people
 * @param usual what it is by default, for people
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record PrunerOption(String name, String allowed, String usual) {}
