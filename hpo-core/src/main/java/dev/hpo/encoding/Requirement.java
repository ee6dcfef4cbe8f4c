// SPDX-License-Identifier: Apache-2.0
package dev.hpo.encoding;

import dev.hpo.space.Condition;
import dev.hpo.space.Parameter;

/**
 * A condition on a parent's coordinate.
 *
 * @param parent the place of the parent among the coordinates
 * @param condition what its value must fulfil
 */
record Requirement(int parent, Condition condition) {

    boolean holds(double[] point) {
        double position = point[parent];
        if (Double.isNaN(position)) {
            return false;
        }
        Parameter<?> parameter = condition.parent();
        return condition.holdsFor(parameter.domain().fromUnit(position));
    }
}
