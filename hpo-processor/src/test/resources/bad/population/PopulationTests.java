package bad;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import dev.hpo.annotations.deeplearning.HiddenUnits;
import dev.hpo.annotations.deeplearning.LearningRate;
import dev.hpo.junit.Maximize;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.PopulationTest;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationTests {
    @SearchSpace
    record Fixed(@HiddenUnits int units, @LearningRate @Adjustable(false) double rate) {}

    @SearchSpace
    record Structure(Fixed fixed, Kinds kinds, @Size(min = 1, max = 2) List<Fixed> list, @Nothing double nothing) {}

    @SearchSpace
    sealed interface Kinds {
        record One(@Uniform(min = 0, max = 1) double x) implements Kinds {}

        record Two(Fixed fixed) implements Kinds {}
    }

    @Uniform(min = 0, max = 1)
    @interface Nothing {}

    @SearchSpace
    record Direct(@Uniform(min = 0, max = 1) @Adjustable double rate) {}

    @SearchSpace
    record ByItsAnnotation(@LearningRate double rate) {}

    @SearchSpace
    record Nested(@HiddenUnits int units, Direct direct) {}

    @SearchSpace
    record InAList(@Size(min = 1, max = 2) List<Nested> list) {}

    @SearchSpace
    record Elements(@Size(min = 1, max = 2) @LearningRate List<Double> rates) {}

    @SearchSpace
    record InAChoice(Choice choice) {}

    @SearchSpace
    sealed interface Choice {
        record Plain(@HiddenUnits int units) implements Choice {}

        sealed interface Adaptive extends Choice {
            record Adam(@LearningRate double rate) implements Adaptive {}
        }
    }

    static class Above {
        @LearningRate double rate = 0.1;
    }

    @SearchSpace
    static class Inherits extends Above {
        boolean on = true;
    }

    @SearchSpace
    static class OnlyOutside {
        boolean on = true;
        transient Direct left = new Direct(0.5);
        static Direct shared = new Direct(0.5);
    }

    static class Good {
        @PopulationTest @Minimize("loss") void direct(Direct config, Trial trial) {}

        @PopulationTest @Minimize("loss") void byItsAnnotation(ByItsAnnotation config, Trial trial) {}

        @PopulationTest @Minimize("loss") void nested(Nested config, Trial trial) {}

        @PopulationTest @Minimize("loss") void inAList(InAList config, Trial trial) {}

        @PopulationTest @Minimize("loss") void elements(Elements config, Trial trial) {}

        @PopulationTest @Minimize("loss") void inAChoice(InAChoice config, Trial trial) {}

        @PopulationTest @Maximize("accuracy") void inherited(Inherits config, Trial trial) {}

        @PopulationTest @Minimize("loss") void oneOfTwo(Fixed fixed, Direct direct, Trial trial) {}

        @TuningTest @Minimize("loss") void anOrdinaryStudyNeedsNone(Fixed config, Trial trial) {}
    }

    static class WithoutAdjustable {
        @PopulationTest
//      ^ TEST_NO_ADJUSTABLE: PopulationTests.WithoutAdjustable.fixed: @PopulationTest (of PopulationTests.Fixed) must have a parameter that may change while a model trains; write @Adjustable at one, such as the learning rate
        @Minimize("loss")
        void fixed(Fixed config, Trial trial) {}

        @Minimize("loss")
        @PopulationTest
//      ^ TEST_NO_ADJUSTABLE: PopulationTests.WithoutAdjustable.structure: @PopulationTest (of PopulationTests.Structure) must have a parameter that may change while a model trains; write @Adjustable at one, such as the learning rate
        void structure(Structure config, Trial trial) {}

        @PopulationTest
//      ^ TEST_NO_ADJUSTABLE: PopulationTests.WithoutAdjustable.outside: @PopulationTest (of PopulationTests.OnlyOutside) must have a parameter that may change while a model trains; write @Adjustable at one, such as the learning rate
        @Minimize("loss")
        void outside(OnlyOutside config, Trial trial) {}

        @PopulationTest
//      ^ TEST_NO_ADJUSTABLE: PopulationTests.WithoutAdjustable.two: @PopulationTest (of PopulationTests.Fixed and PopulationTests.Kinds) must have a parameter that may change while a model trains; write @Adjustable at one, such as the learning rate
        @Minimize("loss")
        void two(Fixed fixed, Kinds kinds, Trial trial) {}

        @PopulationTest
//      ^ TEST_NO_ADJUSTABLE: PopulationTests.WithoutAdjustable.claimed: @PopulationTest (of PopulationTests.Fixed) must have a parameter that may change while a model trains; write @Adjustable at one, such as the learning rate
        @Minimize("loss")
        void claimed(Fixed fixed, @Another Direct direct, Trial trial) {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Another {}

    static class AsATuningTest {
        @PopulationTest @Minimize("loss") void withoutTrial(Direct config) {}
//                                             ^ TEST_NO_TRIAL: PopulationTests.AsATuningTest.withoutTrial: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it

        @PopulationTest void withoutDirection(Direct config, Trial trial) {}
//                           ^ TEST_NO_DIRECTION: PopulationTests.AsATuningTest.withoutDirection: objective (none) must be given; add @Minimize or @Maximize with the name of the measure

        @PopulationTest @Minimize("loss") void withoutConfiguration(Trial trial) {}
//                                             ^ TEST_NO_CONFIGURATION: PopulationTests.AsATuningTest.withoutConfiguration: parameters (Trial) must include one whose type is a @SearchSpace; add the configuration to tune

        @PopulationTest @Minimize("loss") static void shared(Direct config, Trial trial) {}
//                                                    ^ TEST_MODIFIER: PopulationTests.AsATuningTest.shared: @PopulationTest method (shared) must be an instance method with a body, not private; remove static

        @PopulationTest @Minimize("loss") int returns(Direct config, Trial trial) {
//                                            ^ TEST_RETURNS: PopulationTests.AsATuningTest.returns: return type (int) must be void, or JUnit does not run it; report the value with Trial.report
            return 0;
        }

        @PopulationTest @Minimize("loss") @Test void alsoTest(Direct config, Trial trial) {}
//                                        ^ TEST_TWICE: PopulationTests.AsATuningTest.alsoTest: second test annotation (@Test) must not stand beside @PopulationTest; remove it

        @TuningTest @Minimize("loss") @PopulationTest void alsoTuning(Direct config, Trial trial) {}
//                                    ^ TEST_TWICE: PopulationTests.AsATuningTest.alsoTuning: second test annotation (@PopulationTest) must not stand beside @TuningTest; remove it

        @TuningTest @Minimize("loss") void sameName(Direct config, Trial trial) {}

        @PopulationTest @Minimize("loss") void sameName(Direct config, Nested nested, Trial trial) {}
//                                             ^ TEST_SAME_NAME: PopulationTests.AsATuningTest.sameName: name (sameName) must be that of one test only in its class; a study is named after it, so rename one
    }

    @PopulationTest
    @Minimize("loss")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Composed {}

    static class ByComposition {
        @Composed void handed(Direct config, Trial trial) {}

        @Composed void never(Direct config) {}
//                     ^ TEST_NO_TRIAL: PopulationTests.ByComposition.never: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }
}
