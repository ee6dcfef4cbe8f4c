// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Marks a method as a tuning test: each of its invocations is one trial of a study.
 *
 * <p>The method returns nothing, takes at least one parameter whose type is a {@link dev.hpo.annotations.SearchSpace},
 * takes the live {@link dev.hpo.study.Trial} to report to, and says with {@link Minimize} or {@link Maximize} what its
 * values mean:
 *
 * <pre>{@code
 * @TuningTest(trials = 50)
 * @Minimize("validation loss")
 * void tune(MlpConfig config, Trial trial) {
 *     Mlp model = Mlp.init(config, trial.seed());
 *     for (int epoch = 1; epoch <= 30; epoch++) {
 *         model.fitOneEpoch(train);
 *         trial.report(epoch, model.loss(validation)); // a hopeless trial stops here
 *     }
 * }
 * }</pre>
 *
 * <p>Pruned and failed trials are reported as aborted tests with the reason, and do not fail the build. What does fail it: a
 * study without any completed trial, a broken {@link ExpectBest}, with {@link #failFast()} the first failed trial, and with
 * {@link #failIfMostFail()} more than half of the trials. While no trial is complete, a study ends at the first trial that reports nothing, or in a way it must
 * not, and when the first five trials have failed with one cause.
 *
 * <p>Trials run one after another, each knowing all results before it. Annotate the method with
 * {@code @Execution(CONCURRENT)} and enable JUnit's parallel execution to run several at once.
 *
 * <p>Every attribute has a configuration parameter that goes before it, to be given on the command line
 * ({@code -Dhpo.trials=5}) or in {@code junit-platform.properties}: {@code hpo.trials}, {@code hpo.trainings}, {@code hpo.steps}, {@code hpo.timeout},
 * {@code hpo.patience}, {@code hpo.seed}, {@code hpo.window}, {@code hpo.ordered}, {@code hpo.fail-fast}, {@code hpo.fail-if-most-fail}; besides these
 * {@code hpo.sampler}, {@code hpo.pruner}, {@code hpo.confirm}, {@code hpo.warm}, {@code hpo.try-first}, {@code hpo.directory}, {@code hpo.storage}, {@code hpo.resume}, {@code hpo.join}, {@code hpo.mode}, {@code hpo.accept} and {@code hpo.replay}. The tag {@code tuning} leaves tuning
 * tests out of a build: {@code -DexcludedGroups=tuning}.
 *
 * <p>A study that was interrupted goes on with the next run of its test, if nothing has changed that decides its course.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(TuningTestExtension.class)
// A sampler learns from every trial before the next one, unless the method itself asks for concurrent trials.
@Execution(ExecutionMode.SAME_THREAD)
@Tag("tuning")
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface TuningTest {

    /** What {@link #seed()} is by default: a seed made of the study's name and the number of its run. */
    long DERIVED_SEED = Long.MIN_VALUE;

    /** What {@link #trainings()} is by default: it is {@link #trials()} that count. */
    int BY_TRIALS = Integer.MIN_VALUE;

    /** What {@link #steps()} is by default: complete trials tell how long a training is. */
    long UNKNOWN_STEPS = Long.MIN_VALUE;

    /**
     * How many trials to run; at least 1. Complete, pruned and failed ones count, configurations rejected by their type's
     * constructor do not. Under a sampler that pauses trials and goes on with the best, how many full trainings' worth of steps to run, as {@link #trainings()} says.
     */
    int trials() default 50;

    /**
     * How many full trainings' worth of steps to run, in any number of trials, in place of {@link #trials()}; at least 1. A trial that is stopped early
     * leaves the rest of its steps to others. Trials that run when the last step is spent are run to their ends.
     */
    int trainings() default BY_TRIALS;

    /**
     * The last step of a full training, such as 30 where the last report is that of epoch 30; at least 1. If it is left out, the longest complete trial tells; a
     * concurrent study in the {@link #ordered()} mode should give it, since the first trials that run at once cannot know it from others.
     */
    long steps() default UNKNOWN_STEPS;

    /**
     * How long new trials may start, such as {@code "90s"}, {@code "10m"} or {@code "2h"}; empty for no limit. The first one always
     * may. A running trial is not cut short: use JUnit's {@code @Timeout} for that.
     */
    String timeout() default "";

    /** After how many trials in a row without a better value to stop; 0 for never. */
    int patience() default 0;

    /** The seed of all randomness of the study; printed and stored. */
    long seed() default DERIVED_SEED;

    /**
     * How far trials may overlap in a concurrent study that is {@link #ordered()}: trial n sees exactly the results of the
     * trials up to n - window; at least 1. Twice the number of threads keeps them busy.
     */
    int window() default 4;

    /**
     * Whether a concurrent study repeats exactly, whatever the speed of its threads. If not, each trial sees all results there
     * are when it starts.
     */
    boolean ordered() default true;

    /** Whether the first failed trial fails its test, with its own exception, and ends the study. */
    boolean failFast() default false;

    /** Whether the test fails, at its end, if more than half of its trials have failed; the summary says so loudly in any case. */
    boolean failIfMostFail() default false;
}
