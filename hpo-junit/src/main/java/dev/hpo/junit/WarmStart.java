// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Lets a {@link TuningTest}, or all those in a class, start from what earlier studies have found. Without it a study ignores
 * what is stored.
 *
 * <pre>{@code
 * @TuningTest
 * @Minimize("validation loss")
 * @WarmStart // from the runs before this one
 * void tune(MlpConfig config, Trial trial) { ... }
 * }</pre>
 *
 * <p>Samplers that learn try the best earlier configurations first; {@code auto}, which is the default, and {@code gp} trust the rest as
 * far as they agree with the new results. The earlier search space may have been another one: renamed members are found by their former names, new ones
 * are taken to have had the start configuration's value, and trials outside the present bounds are left out; the summary
 * says how many. Earlier trials are read once, when the study begins: the same seed with the same earlier files gives the same
 * study.
 *
 * <p>The configuration parameter {@code hpo.warm} goes before it: {@code true}, {@code last} or names with commas
 * between, and {@code false} for a cold start.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface WarmStart {

    /**
     * What to start from: names of studies whose files lie beside this study's own, such as {@code
     * "com.acme.DigitsTuning.tune"}, or paths of the files of studies, which must be there; or
     * {@code "last"} for the last run of this study only. By default all runs of this study that there are, if any.
     */
    String[] value() default {};
}
