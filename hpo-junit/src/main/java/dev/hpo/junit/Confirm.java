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
 * Runs the leading configurations of a {@link TuningTest} again after its search, with fresh seeds, and the start configuration with them.
 *
 * <pre>{@code
 * @TuningTest(trials = 50)
 * @Minimize("validation loss")
 * @Confirm
 * void tune(MlpConfig config, Trial trial) { ... }
 * }</pre>
 *
 * <p>The best of many noisy values is better than it will ever be again, and often not of the best configuration. So the leading ones are compared once more: all
 * of them, then the better half, and so on. The winner's value, and its gain over the start, are told from runs that come after that and have chosen nothing. The summary, {@code best.properties} and
 * {@link ExpectBest} go by these.
 *
 * <p>The runs are further invocations of the test, {@code confirm 3: trial 17, ...}. They do not count in {@link TuningTest#trials()}, and go on after an interruption as trials do. The
 * configuration parameters {@code hpo.confirm} ({@code true} or {@code false}, also for a test without this annotation), {@code hpo.confirm.top} and {@code hpo.confirm.repeats} go before it.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface Confirm {

    /** What {@link #top()} is by default: 8, or an eighth of the complete trials, but at least two, where those are fewer than 64. */
    int USUAL_TOP = Integer.MIN_VALUE;

    /** How many leading configurations are compared; from 1, which compares nothing, to 1000. */
    int top() default USUAL_TOP;

    /** How many runs the values that are told rest on, of the winner and of the start each; from 2 to 1000. */
    int repeats() default 5;
}
