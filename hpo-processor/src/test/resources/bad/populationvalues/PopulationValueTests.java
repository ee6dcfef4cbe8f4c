package bad;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.junit.Accepted;
import dev.hpo.junit.Confirm;
import dev.hpo.junit.ExpectBest;
import dev.hpo.junit.ExplorerKind;
import dev.hpo.junit.Maximize;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PopulationTest;
import dev.hpo.junit.PruneWith;
import dev.hpo.junit.SampleWith;
import dev.hpo.junit.TryFirst;
import dev.hpo.junit.TuningTest;
import dev.hpo.junit.WarmStart;
import dev.hpo.study.Trial;
import dev.hpo.trial.Of;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeEach;

/** What a population is told, and what stands beside it. */
class PopulationValueTests {
    @SearchSpace
    record Config(@Uniform(min = 0, max = 1) @Adjustable double rate) {}

    abstract static class WithTrial {
        @BeforeEach
        void keep(Trial trial) {}
    }

    static class Good extends WithTrial {
        static final int EIGHT = 4 + 4;

        @PopulationTest(
                members = EIGHT,
                generations = 1,
                segment = 9223372036854775807L,
                asynchronous = true,
                explorer = ExplorerKind.PERTURB,
                factors = {0.5, 1.5},
                children = 4,
                patience = 3,
                replays = 0,
                timeout = "10 m",
                window = 1)
        @Minimize(value = "loss", of = Of.LAST)
        @SampleWith(Object.class)
        @TryFirst("best.properties")
        @ExpectBest(atMost = 1)
        void severalMembers(Config config) {}

        @PopulationTest(
                members = 1,
                asynchronous = false,
                explorer = ExplorerKind.DRIFT,
                factors = {},
                children = 1,
                patience = 0,
                replays = 1000,
                timeout = "",
                window = PopulationTest.BY_MEMBERS)
        @Maximize("accuracy")
        @WarmStart
        void panda(Config config) {}

        @PopulationTest(explorer = ExplorerKind.RESAMPLE) @Minimize("loss") void resampled(Config config) {}

        @Raised @Minimize("loss") void composed(Config config) {}
    }

    @PopulationTest(members = 0, children = 7)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Raised {}

    static class Numbers extends WithTrial {
        @PopulationTest(members = 0, generations = 0, segment = 0)
//                                ^ TEST_NUMBER: PopulationValueTests.Numbers.none: @PopulationTest members (0) must be at least 1; leave it out for 8
//                                                 ^ TEST_NUMBER: PopulationValueTests.Numbers.none: @PopulationTest generations (0) must be at least 1; leave it out for 20
//                                                              ^ TEST_NUMBER: PopulationValueTests.Numbers.none: @PopulationTest segment (0) must be at least 1; leave it out for 1
        @Minimize("loss")
        void none(Config config) {}

        @PopulationTest(members = -3, window = 0, replays = -1)
//                                ^ TEST_NUMBER: PopulationValueTests.Numbers.below: @PopulationTest members (-3) must be at least 1; leave it out for 8
//                                             ^ TEST_NUMBER: PopulationValueTests.Numbers.below: @PopulationTest window (0) must be at least 1; leave it out for as many as there are members
//                                                          ^ TEST_NUMBER: PopulationValueTests.Numbers.below: @PopulationTest replays (-1) must be at least 0; leave it out for 1
        @Minimize("loss")
        void below(Config config) {}

        @PopulationTest(members = 1, children = 0, patience = -1)
//                                              ^ TEST_NUMBER: PopulationValueTests.Numbers.ofPanda: @PopulationTest children (0) must be at least 1; leave it out for 4
//                                                            ^ TEST_NUMBER: PopulationValueTests.Numbers.ofPanda: @PopulationTest patience (-1) must be at least 0; leave it out for 3
        @Minimize("loss")
        void ofPanda(Config config) {}

        @PopulationTest(replays = 1001)
//                                ^ TEST_LARGE_NUMBER: PopulationValueTests.Numbers.many: @PopulationTest replays (1001) must be at most 1000; leave it out for 1
        @Minimize("loss")
        void many(Config config) {}

        @PopulationTest(segment = 9223372036854775807L)
//                                ^ TEST_STEPS: PopulationValueTests.Numbers.steps: @PopulationTest segment (9223372036854775807) times generations (20) must be a number of steps below 2^63; take fewer steps
        @Minimize("loss")
        void steps(Config config) {}

        @PopulationTest(timeout = "soon")
//                                ^ TEST_TIMEOUT: PopulationValueTests.Numbers.timeout: @PopulationTest timeout ("soon") must be a number above 0 and one of ms, s, m, h and d; write for instance "10m"
        @Minimize("loss")
        void timeout(Config config) {}
    }

    static class Factors extends WithTrial {
        @PopulationTest(factors = {2, .5})
//                                ^ TEST_FACTORS: PopulationValueTests.Factors.exchanged: @PopulationTest factors ({2.0, 0.5}) must be two numbers, one above 0 and below 1 and one above 1; write for instance {0.8, 1.2}
        @Minimize("loss")
        void exchanged(Config config) {}

        @PopulationTest(factors = {0.5})
//                                ^ TEST_FACTORS: PopulationValueTests.Factors.few: @PopulationTest factors ({0.5}) must be two numbers, one above 0 and below 1 and one above 1; write for instance {0.8, 1.2}
        @Minimize("loss")
        void few(Config config) {}

        @PopulationTest(factors = {0.5, 1.5, 2})
//                                ^ TEST_FACTORS: PopulationValueTests.Factors.many: @PopulationTest factors ({0.5, 1.5, 2.0}) must be two numbers, one above 0 and below 1 and one above 1; write for instance {0.8, 1.2}
        @Minimize("loss")
        void many(Config config) {}

        @PopulationTest(factors = {0.5, 1})
//                                ^ TEST_FACTORS: PopulationValueTests.Factors.one: @PopulationTest factors ({0.5, 1.0}) must be two numbers, one above 0 and below 1 and one above 1; write for instance {0.8, 1.2}
        @Minimize("loss")
        void one(Config config) {}

        @PopulationTest(factors = {-0.5, 2})
//                                ^ TEST_FACTORS: PopulationValueTests.Factors.negative: @PopulationTest factors ({-0.5, 2.0}) must be two numbers, one above 0 and below 1 and one above 1; write for instance {0.8, 1.2}
        @Minimize("loss")
        void negative(Config config) {}

        @PopulationTest(factors = {0.5, Double.POSITIVE_INFINITY})
//                                ^ TEST_FACTORS: PopulationValueTests.Factors.infinite: @PopulationTest factors ({0.5, Infinity}) must be two numbers, one above 0 and below 1 and one above 1; write for instance {0.8, 1.2}
        @Minimize("loss")
        void infinite(Config config) {}

        @PopulationTest(explorer = ExplorerKind.MODEL, factors = {0.5, 2})
//                                                               ^ TEST_FACTORS_IDLE: PopulationValueTests.Factors.idle: @PopulationTest factors ({0.5, 2.0}) must be left out with the explorer model, which multiplies nothing; remove one of the two
        @Minimize("loss")
        void idle(Config config) {}
    }

    static class Kinds extends WithTrial {
        @PopulationTest(members = 1, asynchronous = true, explorer = ExplorerKind.PERTURB)
//                                                  ^ TEST_OF_SEVERAL: PopulationValueTests.Kinds.panda: @PopulationTest asynchronous (true) must be left out where members is 1, as there is nobody to wait for or to copy; remove it, or take more members
//                                                                               ^ TEST_OF_SEVERAL: PopulationValueTests.Kinds.panda: @PopulationTest explorer (PERTURB) must be left out where members is 1, as there is nobody to wait for or to copy; remove it, or take more members
        @Minimize("loss")
        void panda(Config config) {}

        @PopulationTest(members = 1, factors = {0.5, 2})
//                                             ^ TEST_OF_SEVERAL: PopulationValueTests.Kinds.factors: @PopulationTest factors ({0.5, 2.0}) must be left out where members is 1, as there is nobody to wait for or to copy; remove it, or take more members
        @Minimize("loss")
        void factors(Config config) {}

        @PopulationTest(children = 2, patience = 0)
//                                 ^ TEST_OF_PANDA: PopulationValueTests.Kinds.several: @PopulationTest children (2) must be left out where members is not 1, as it is of a panda; remove it, or take 1 member
//                                               ^ TEST_OF_PANDA: PopulationValueTests.Kinds.several: @PopulationTest patience (0) must be left out where members is not 1, as it is of a panda; remove it, or take 1 member
        @Minimize("loss")
        void several(Config config) {}
    }

    static class Besides extends WithTrial {
        @PopulationTest
        @Minimize("loss")
        @PruneWith(Object.class)
//      ^ TEST_OF_STUDY: PopulationValueTests.Besides.pruned: @PruneWith (on pruned) must not hold for a @PopulationTest, as no segment is stopped before its end; remove it, or put it at the methods that it is for
        void pruned(Config config) {}

        @PopulationTest
        @Minimize("loss")
        @Confirm
//      ^ TEST_OF_STUDY: PopulationValueTests.Besides.confirmed: @Confirm (on confirmed) must not hold for a @PopulationTest, as it finds a schedule, and no configuration that could be run from the beginning; remove it
        @Accepted("hpo/digits.properties")
//      ^ TEST_OF_STUDY: PopulationValueTests.Besides.confirmed: @Accepted (on confirmed) must not hold for a @PopulationTest, as it finds a schedule, and no configuration that could be run from the beginning; remove it, and take schedule.properties
        void confirmed(Config config) {}

        @PopulationTest
        @Minimize("loss")
        @Sure
//      ^ TEST_OF_STUDY: PopulationValueTests.Besides.composed: @Confirm (on composed) must not hold for a @PopulationTest, as it finds a schedule, and no configuration that could be run from the beginning; remove it
        void composed(Config config) {}

        @PopulationTest
        @Minimize(value = "loss", of = Of.BEST)
//                                       ^ TEST_OF: PopulationValueTests.Besides.best: @Minimize of (BEST) must be left out for a @PopulationTest, as members are compared as they stand; remove it
        void best(Config config) {}

        @PopulationTest
        @Maximize(value = "accuracy", of = Of.MEAN)
//                                           ^ TEST_OF: PopulationValueTests.Besides.mean: @Maximize of (MEAN) must be left out for a @PopulationTest, as members are compared as they stand; remove it
        void mean(Config config) {}

        @TuningTest
        @Minimize(value = "loss", of = Of.BEST)
        @PruneWith(Object.class)
        @Confirm
        void anOrdinaryStudyMay(Config config) {}
    }

    @Confirm
    @Retention(RetentionPolicy.RUNTIME)
    @interface Sure {}

    @PruneWith(Object.class)
    static class PrunedAll extends WithTrial {
        @PopulationTest @Minimize("loss") void raise(Config config) {}
//                                             ^ TEST_OF_STUDY: PopulationValueTests.PrunedAll.raise: @PruneWith (on PrunedAll) must not hold for a @PopulationTest, as no segment is stopped before its end; remove it, or put it at the methods that it is for

        @PopulationTest @Minimize("loss") @PruneWith(Object.class) void pruned(Config config) {}
//                                        ^ TEST_OF_STUDY: PopulationValueTests.PrunedAll.pruned: @PruneWith (on pruned) must not hold for a @PopulationTest, as no segment is stopped before its end; remove it, or put it at the methods that it is for
    }
}
