// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.junit.Accepted;
import dev.hpo.junit.Confirm;
import dev.hpo.junit.PopulationTest;
import dev.hpo.junit.PruneWith;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.trial.Of;
import java.lang.annotation.Annotation;
import java.util.Optional;

/** The rules for what may stand beside a {@link PopulationTest}. */
final class PopulationRules {

    private PopulationRules() {}

    /**
     * Checks a test that raises a population.
     *
     * @throws TuningConfigurationException if something stands beside its annotation that has no meaning there
     */
    static void require(TuningMethod method) {
        refuse(
                method,
                method.pruner(),
                PruneWith.class,
                "as no segment is stopped before its end; remove it, or put it at the methods that it is for");
        refuse(
                method,
                method.confirm(),
                Confirm.class,
                "as it finds a schedule, and no configuration that could be run from the beginning; remove it");
        refuse(
                method,
                method.accepted(),
                Accepted.class,
                "as it finds a schedule, and no configuration that could be run from the beginning; remove it, and take schedule.properties");
        if (method.goal().of() != Of.LAST) {
            throw new TuningConfigurationException("@" + PopulationTest.class.getSimpleName() + " "
                    + method.shortName() + " must not take values of = "
                    + method.goal().of()
                    + ", as members are compared as they stand; leave of away.");
        }
    }

    private static void refuse(
            TuningMethod method, Optional<? extends Annotation> found, Class<? extends Annotation> type, String why) {
        if (found.isPresent()) {
            throw new TuningConfigurationException("@" + type.getSimpleName() + " must not hold for the @"
                    + PopulationTest.class.getSimpleName() + " " + method.shortName() + ", " + why + ".");
        }
    }
}
