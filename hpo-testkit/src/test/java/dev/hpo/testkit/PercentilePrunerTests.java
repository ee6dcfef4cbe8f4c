// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.PercentilePruner;
import dev.hpo.pruner.Pruner;

class PercentilePrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new PercentilePruner();
    }
}
