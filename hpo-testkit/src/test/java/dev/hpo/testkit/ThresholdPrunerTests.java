// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.ThresholdPruner;
import dev.hpo.pruner.Pruner;

class ThresholdPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new ThresholdPruner();
    }
}
