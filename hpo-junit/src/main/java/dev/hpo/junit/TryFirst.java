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
 * Gives configurations that a {@link TuningTest} is to try first, each once, right after the start configuration: what a
 * colleague, a paper or another data set suggests.
 *
 * <pre>{@code
 * @TuningTest
 * @Minimize("validation loss")
 * @TryFirst({"last-year.properties", "paper.properties"})
 * void tune(MlpConfig config, Trial trial) { ... }
 * }</pre>
 *
 * <p>The files are as a study's {@code best.properties}: a line for each parameter. The configuration parameter
 * {@code hpo.try-first}, names with commas between, goes before it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface TryFirst {

    /**
     * Names of {@code .properties} files: resources beside the test class, or from the root of the class path if they begin
     * with a slash; else paths.
     */
    String[] value();
}
