// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the static method that returns the start configuration, which a study runs as its first trial.
 *
 * <p>The method stands in the record or class that is the search space, takes no parameter, is not private and returns that type:
 *
 * <pre>{@code
 * @Initial
 * static MlpConfig start() {
 *     return new MlpConfig(0.01, 0.9, 64);
 * }
 * }</pre>
 *
 * <p>A class needs none if a new instance is the start: its constructor returns, every member lies in its domain, and at least one
 * differs from what the JVM gives to a field (0, false, null). Otherwise there is none, and the summary says why. Without a start
 * configuration the sampler chooses the first trial; nothing is invented.
 *
 * <p>The configurations of trials are made with the constructor without arguments, and then get their values. A class that has none, or
 * only a private one, needs the method instead: it is called for each trial, and has to return a new instance each time.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Initial {}
