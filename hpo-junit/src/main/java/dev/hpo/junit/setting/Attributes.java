// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import dev.hpo.junit.PopulationTest;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.TuningTest;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The annotation that makes a method a tuning test: exactly one of the two.
 *
 * @param tuning that of an ordinary study
 * @param population that of a population
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Attributes(Optional<TuningTest> tuning, Optional<PopulationTest> population) {

    /** Creates attributes of an ordinary study. */
    public Attributes(TuningTest tuning) {
        this(Optional.of(tuning), Optional.empty());
    }

    /** Returns whether a method is a tuning test, of either kind. */
    public static boolean isAny(Method method) {
        return AnnotationSupport.isAnnotated(method, TuningTest.class)
                || AnnotationSupport.isAnnotated(method, PopulationTest.class);
    }

    /**
     * Reads those of a method that is a tuning test.
     *
     * @param test what errors call the method
     * @throws TuningConfigurationException if it is of both kinds
     */
    public static Attributes of(String test, Method method) {
        Attributes found = new Attributes(
                AnnotationSupport.findAnnotation(method, TuningTest.class),
                AnnotationSupport.findAnnotation(method, PopulationTest.class));
        if (found.tuning.isPresent() && found.population.isPresent()) {
            throw new TuningConfigurationException("@PopulationTest of " + test
                    + " must not stand beside @TuningTest, as a study is one or the other; remove one.");
        }
        return found;
    }

    /** Returns what people call the annotation: {@code @TuningTest}. */
    public String name() {
        return "@" + (population.isPresent() ? PopulationTest.class : TuningTest.class).getSimpleName();
    }

    /** Returns an attribute that both have. */
    <A> A get(Function<TuningTest, A> ofTuning, Function<PopulationTest, A> ofPopulation) {
        return population.map(ofPopulation).orElseGet(() -> ofTuning.apply(tuning.orElseThrow()));
    }
}
