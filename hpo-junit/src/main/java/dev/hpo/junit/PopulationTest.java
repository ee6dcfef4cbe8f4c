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
 * Marks a method as a tuning test that raises a population: models whose {@link dev.hpo.annotations.Adjustable} parameters change while they train. What comes out is a
 * trained model, and the schedule that it has lived through.
 *
 * <p>Each invocation is one trial, which trains one segment of one member: it goes on from what it finds in its checkpoint, up to {@link dev.hpo.study.Trial#until()}, saves and
 * reports. It is declared as a {@link TuningTest} is, with {@link Minimize} or {@link Maximize}:
 *
 * <pre>{@code
 * @PopulationTest(members = 8, generations = 20, segment = 5)
 * @Minimize("validation loss")
 * void raise(MlpConfig config, Trial trial) {
 *     Path saved = trial.checkpoint().resolve("model.bin");
 *     Mlp model = Files.exists(saved) ? Mlp.load(saved) : Mlp.init(config, trial.seed());
 *     for (int epoch = model.epochs() + 1; epoch <= trial.until(); epoch++) {
 *         model.fitOneEpoch(train, config.learningRate());
 *         model.save(saved);
 *         trial.report(epoch, model.loss(validation));
 *     }
 * }
 * }</pre>
 *
 * <p>With {@code members = 1} it is a panda: one model, each segment of which, after the first, is trained twice from one checkpoint, once with a parameter nudged.
 *
 * <p>The value of a trial is the last one that it reports. {@link SampleWith} chooses where members begin, after the start configuration and what {@link TryFirst} and
 * {@link WarmStart} say. What stops trials early, or runs a configuration from the beginning, has no place: {@link PruneWith}, {@link Confirm} and {@link Accepted} are
 * refused.
 *
 * <p>Every attribute has a configuration parameter that goes before it: {@code hpo.members}, {@code hpo.generations}, {@code hpo.segment}, {@code hpo.asynchronous},
 * {@code hpo.explorer}, {@code hpo.factors}, {@code hpo.children}, {@code hpo.patience}, {@code hpo.replays}, {@code hpo.timeout}, {@code hpo.seed},
 * {@code hpo.window}, {@code hpo.ordered}, {@code hpo.fail-fast}, {@code hpo.fail-if-most-fail}. {@code hpo.nudge} says what a panda tries next:
 * {@code -Dhpo.nudge=learningRate*0.5}. Those of a {@link TuningTest} that are about files and runs hold here as well.
 *
 * <p>A study that was interrupted goes on with the next run of its test, if nothing has changed that decides its course; also in the middle of a generation.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(TuningTestExtension.class)
// Members wait for one another, unless the method itself asks for concurrent ones.
@Execution(ExecutionMode.SAME_THREAD)
@Tag("tuning")
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface PopulationTest {

    /** What {@link #window()} is by default: as many as train beside one another. */
    int BY_MEMBERS = Integer.MIN_VALUE;

    /** How many members train beside one another; 1 for a panda. */
    int members() default 8;

    /** How many segments each member lives through; at least 1. */
    int generations() default 20;

    /** How many steps a segment has, in the unit of the reports, such as epochs; at least 1. */
    long segment() default 1;

    /** Whether no member waits for a slower one: each is compared with the others as they were in the last generation to which half of them have come. Not for a panda. */
    boolean asynchronous() default false;

    /** How a member changes that has copied another one. Not for a panda. */
    ExplorerKind explorer() default ExplorerKind.DRIFT;

    /** The factors by which the explorer multiplies: the smaller one, between 0 and 1, and the larger one, above 1. Left out, those that it has by default. */
    double[] factors() default {};

    /** How many children's worth of segments a panda has, which are raised one after the other; at least 1. */
    int children() default 4;

    /** After how many steps back in a row a child of a panda is given up; 0 for never. */
    int patience() default 3;

    /**
     * How many times the schedule that was found is trained with from its first step, with fresh seeds, in further invocations; 0 for none. What that comes to is told beside what the population came to,
     * which is often better by luck. Each takes as long as one member.
     */
    int replays() default 1;

    /** How long new trials may start, such as {@code "90s"}, {@code "10m"} or {@code "2h"}; empty for no limit. */
    String timeout() default "";

    /** The seed of all randomness of the study; printed and stored. */
    long seed() default TuningTest.DERIVED_SEED;

    /**
     * How far trials may overlap in a concurrent study that is {@link #ordered()}, see {@link TuningTest#window()}; at least 1. By default as far as there are members, and 2 for a
     * panda.
     */
    int window() default BY_MEMBERS;

    /** Whether a concurrent study repeats exactly, whatever the speed of its threads. */
    boolean ordered() default true;

    /** Whether the first failed trial fails its test, with its own exception, and ends the study. */
    boolean failFast() default false;

    /** Whether the test fails, at its end, if more than half of its trials have failed; the summary says so loudly in any case. */
    boolean failIfMostFail() default false;
}
