// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.PatientPruner;
import dev.hpo.pruner.Pruner;

class PatientPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new PatientPruner();
    }
}
