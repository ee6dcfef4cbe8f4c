// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a member of a {@link PopulationTest} changes that has copied another one. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum ExplorerKind {
    /** Multiplies each number by a factor drawn between the two of {@link PopulationTest#factors()}, which are 0.5 and 2 if they are left out. */
    DRIFT,
    /** Multiplies each number by one of the two {@link PopulationTest#factors()}, which are 0.8 and 1.2 if they are left out. */
    PERTURB,
    /** Draws each adjustable parameter anew from its whole domain. */
    RESAMPLE,
    /** Chooses what a model of the gains so far promises most of. */
    MODEL
}
