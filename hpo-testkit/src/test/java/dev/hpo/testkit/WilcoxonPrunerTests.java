// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.WilcoxonPruner;
import dev.hpo.pruner.Pruner;

class WilcoxonPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new WilcoxonPruner();
    }
}
