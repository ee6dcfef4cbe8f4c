// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.CurvesPruner;
import dev.hpo.pruner.Pruner;

class CurvesPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new CurvesPruner();
    }
}
