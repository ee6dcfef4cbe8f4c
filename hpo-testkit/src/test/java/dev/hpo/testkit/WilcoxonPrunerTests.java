// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.WilcoxonPruner;

class WilcoxonPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new WilcoxonPruner();
    }
}
