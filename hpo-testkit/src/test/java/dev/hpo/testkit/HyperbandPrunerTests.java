// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.HyperbandPruner;
import dev.hpo.pruner.Pruner;

class HyperbandPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new HyperbandPruner();
    }
}
