// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Names the file from which the program takes what a {@link TuningTest} has found.
 *
 * <pre>{@code
 * @TuningTest
 * @Minimize("validation loss")
 * @Accepted("src/main/resources/hpo/digits.properties")
 * void tune(MlpConfig config, Trial trial) { ... }
 * }</pre>
 *
 * <p>With {@code -Dhpo.accept=true} the winner of the study is written there, after it has been run until there are 10 values that have chosen nothing; nothing else writes it. The program
 * reads it with {@code MlpConfigSpace.SPACE.loadResource("/hpo/digits.properties")}. With {@code -Dhpo.mode=retest} the test searches nothing, but runs what the file has again, and
 * fails if that is worse than when it was accepted; with {@code -Dhpo.mode=auto} it also searches again then.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface Accepted {

    /** The path of the {@code .properties} file from the folder of the module on, with slashes: within the module, where it goes into version control. */
    String value();

    /** By how much values must have got worse to matter in a re-test, in the metric's unit; 0 if any loss does that is no chance. */
    double minimumLoss() default 0;

    /**
     * The standard deviation that values are taken to have at least, in the metric's unit: for a test that always gives the same value, which would else be red for the last digit.
     */
    double tolerance() default 0;
}
