// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.MedianPruner;
import dev.hpo.pruner.Pruner;

class MedianPrunerTests extends PrunerContract {

    @Override
    protected Pruner pruner() {
        return new MedianPruner();
    }
}
