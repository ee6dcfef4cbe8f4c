// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.pruner.Pruner;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Chooses the pruner of a {@link TuningTest}, or of all those in a class, and its options.
 *
 * <pre>{@code
 * @PruneWith(value = MedianPruner.class, warmup = 20)
 * }</pre>
 *
 * <p>An option that is not given has the pruner's default. One that the pruner does not have is an error, as is any for a class of your
 * own, whose options are set in it. The configuration parameter {@code hpo.pruner}, a short name such as {@code median} or {@code none}, or
 * a class name, goes before the annotation and all its options; {@code hpo.pruner.warmup} before that option alone.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface PruneWith {

    /** What an option that is a whole number has if it is not given. */
    int NOT_GIVEN = Integer.MIN_VALUE;

    /** The pruner, which must have a constructor without parameters. */
    Class<? extends Pruner> value();

    /** How many trials must be complete before anything is stopped: auto, median and percentile. */
    int startup() default NOT_GIVEN;

    /** With how many complete trials it must be possible to compare at a step: median and percentile. */
    int minimum() default NOT_GIVEN;

    /** The first step at which a trial may be stopped: auto, median, percentile and threshold. */
    long warmup() default NOT_GIVEN;

    /** In how many steps a trial is judged once: median, percentile and threshold. */
    long interval() default NOT_GIVEN;

    /** Below which chance a trial is stopped, to end among the best quarter with auto, as the best with curves. */
    double chance() default Double.NaN;

    /** Which best percent of the others a trial must be as good as: percentile. */
    double percentile() default Double.NaN;

    /** Below what value a trial has diverged: threshold. */
    double lower() default Double.NaN;

    /** Above what value a trial has diverged: threshold. */
    double upper() default Double.NaN;

    /** How many reports may be without an improvement: patient. */
    int patience() default NOT_GIVEN;

    /** By how much more a value must be better to be an improvement: patient. */
    double delta() default Double.NaN;

    /** Which pruner is made patient, one of hpo's own; all other options are those of it. {@link Pruner} for the default. */
    Class<? extends Pruner> wrapped() default Pruner.class;

    /** The step of the first rung: asha and hyperband. */
    long minSteps() default NOT_GIVEN;

    /** How long trainings are: hyperband. */
    long maxSteps() default NOT_GIVEN;

    /** How much farther each rung is, and of how many trials one goes on: asha and hyperband. */
    int factor() default NOT_GIVEN;

    /** How many rungs are left out: asha. */
    int rate() default NOT_GIVEN;

    /** Below which p-value a trial is stopped: wilcoxon. */
    double threshold() default Double.NaN;

    /** How many instances must be compared before anything is stopped: wilcoxon. */
    int startupSteps() default NOT_GIVEN;

    /** In how many races a trial as good as the best may be stopped: racing. */
    double level() default Double.NaN;

    /** How large a test set is in comparison with its training set: racing. */
    double testToTraining() default Double.NaN;
}
