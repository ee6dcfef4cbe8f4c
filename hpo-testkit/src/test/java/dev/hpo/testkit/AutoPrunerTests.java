// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.AutoPruner;
import dev.hpo.pruner.Pruner;

class AutoPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new AutoPruner();
    }
}
