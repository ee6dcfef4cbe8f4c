// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import dev.hpo.junit.Maximize;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import java.lang.reflect.Method;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a study is after.
 *
 * @param metric what its values are, for people
 * @param direction which are better
 * @param of which intermediate value counts without a final one
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Goal(String metric, Direction direction, Of of) {

    /**
     * Returns the goal that a method declares.
     *
     * @param named what errors call the method, with its annotation before it
     * @param test the same without that
     * @throws TuningConfigurationException if it declares none, two, or one without a name
     */
    static Goal of(String named, String test, Method method) {
        Optional<Goal> small = AnnotationSupport.findAnnotation(method, Minimize.class)
                .map(goal -> new Goal(goal.value(), Direction.MINIMIZE, goal.of()));
        Optional<Goal> large = AnnotationSupport.findAnnotation(method, Maximize.class)
                .map(goal -> new Goal(goal.value(), Direction.MAXIMIZE, goal.of()));
        if (small.isPresent() == large.isPresent()) {
            throw new TuningConfigurationException(named + " must have "
                    + (small.isPresent() ? "only one of " : "") + "@Minimize or @Maximize; "
                    + (small.isPresent() ? "remove the other." : "add the one that fits what it reports."));
        }
        Goal goal = small.or(() -> large).orElseThrow();
        if (goal.metric().isBlank()) {
            throw new TuningConfigurationException(
                    "@" + (small.isPresent() ? "Minimize" : "Maximize") + " value (\"" + goal.metric()
                            + "\") must name the metric of " + test + "; give for instance \"validation loss\".");
        }
        return goal;
    }
}
