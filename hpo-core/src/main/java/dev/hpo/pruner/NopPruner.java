// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Lets every trial run to its end. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class NopPruner implements Pruner {

    /** Creates the pruner. */
    public NopPruner() {}

    @Override
    public Verdict judge(Case judged) {
        return Verdict.KEEP;
    }
}
