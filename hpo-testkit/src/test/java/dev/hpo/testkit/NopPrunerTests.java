// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.NopPruner;
import dev.hpo.pruner.Pruner;

class NopPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new NopPruner();
    }
}
