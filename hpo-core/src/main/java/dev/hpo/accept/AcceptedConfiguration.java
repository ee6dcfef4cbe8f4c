// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.space.Configuration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A configuration that was taken into a program.
 *
 * @param configuration what it is, in the present space
 * @param evidence what speaks for it
 * @param check tells it, with its evidence, from all others
 * @see AcceptedFile
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record AcceptedConfiguration(Configuration configuration, Evidence evidence, String check) {}
