// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.SuccessiveHalvingPruner;
import dev.hpo.pruner.Pruner;

class SuccessiveHalvingPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new SuccessiveHalvingPruner();
    }
}
