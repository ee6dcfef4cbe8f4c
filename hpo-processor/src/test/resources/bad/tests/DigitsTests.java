package bad;

import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.junit.Maximize;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

abstract class DigitsTests {
    @SearchSpace
    record Config(boolean on) {}

    @SearchSpace
    record Other(boolean on) {}

    @TuningTest
    @Minimize("loss")
    void good(Config config, Other other, Trial trial) {}

    @TuningTest
    @Minimize("loss")
    void goodWithNames(@Name("left") Config left, @Name("right") Config right) {}

    @TuningTest
    @Minimize("loss")
    double returns(Config config, Trial trial) {
//         ^ TEST_RETURNS: DigitsTests.returns: return type (double) must be void, or JUnit does not run it; report the value with Trial.report
        return 0;
    }

    @TuningTest
    @Minimize("loss")
    private void hidden(Config config) {}
//               ^ TEST_MODIFIER: DigitsTests.hidden: @TuningTest method (hidden) must be an instance method with a body, not private; remove private

    @TuningTest
    @Minimize("loss")
    static void shared(Config config) {}
//              ^ TEST_MODIFIER: DigitsTests.shared: @TuningTest method (shared) must be an instance method with a body, not private; remove static

    @TuningTest
    @Minimize("loss")
    abstract void unwritten(Config config);
//                ^ TEST_MODIFIER: DigitsTests.unwritten: @TuningTest method (unwritten) must be an instance method with a body, not private; remove abstract

    @TuningTest
    @Minimize("loss")
    @Test
//  ^ TEST_TWICE: DigitsTests.alsoTest: second test annotation (@Test) must not stand beside @TuningTest; remove it
    void alsoTest(Config config) {}

    @RepeatedTest(3)
//  ^ TEST_TWICE: DigitsTests.alsoRepeated: second test annotation (@RepeatedTest) must not stand beside @TuningTest; remove it
    @TuningTest
    @Minimize("loss")
    void alsoRepeated(Config config) {}

    @TuningTest
    @ParameterizedTest
//  ^ TEST_TWICE: DigitsTests.alsoOthers: second test annotation (@ParameterizedTest) must not stand beside @TuningTest; remove it
    @TestFactory
//  ^ TEST_TWICE: DigitsTests.alsoOthers: second test annotation (@TestFactory) must not stand beside @TuningTest; remove it
    @Minimize("loss")
    void alsoOthers(Config config) {}

    @TuningTest
    @Minimize("loss")
    void withoutParameters() {}
//       ^ TEST_NO_CONFIGURATION: DigitsTests.withoutParameters: parameters (none) must include one whose type is a @SearchSpace; add the configuration to tune

    @TuningTest
    @Minimize("loss")
    void withoutConfiguration(Trial trial, int number) {}
//       ^ TEST_NO_CONFIGURATION: DigitsTests.withoutConfiguration: parameters (Trial, int) must include one whose type is a @SearchSpace; add the configuration to tune

    @TuningTest
    void withoutDirection(Config config) {}
//       ^ TEST_NO_DIRECTION: DigitsTests.withoutDirection: objective (none) must be given; add @Minimize or @Maximize with the name of the measure

    @TuningTest
    @Maximize("accuracy")
    @Minimize("loss")
//  ^ TEST_TWO_DIRECTIONS: DigitsTests.bothDirections: second objective (@Minimize) must not stand beside @Maximize; keep one
    void bothDirections(Config config) {}

    @TuningTest
    @Loss
    void composedDirection(Config config) {}

    @TuningTest
    @Maximize("accuracy")
    @Loss
//  ^ TEST_TWO_DIRECTIONS: DigitsTests.bothDirectionsComposed: second objective (@Loss) must not stand beside @Maximize; keep one
    void bothDirectionsComposed(Config config) {}

    @Minimize("loss")
    @interface Loss {}

    @TuningTest
    @Minimize("loss")
    void overloaded(Config config) {}

    @TuningTest
    @Minimize("loss")
    void overloaded(Config config, Trial trial) {}
//       ^ TEST_SAME_NAME: DigitsTests.overloaded: name (overloaded) must be that of one test only in its class; a study is named after it, so rename one

    @TuningTest
    @Minimize("loss")
    void claimedByAnother(Config left, @Another Config right) {}

    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Another {}

    @TuningTest
    @Minimize("loss")
    void onlyClaimed(@Another Config config) {}
//       ^ TEST_NO_CONFIGURATION: DigitsTests.onlyClaimed: parameters (Config) must include one whose type is a @SearchSpace; add the configuration to tune

    @TuningTest
    @Minimize("loss")
    void twoOfOneName(@Name("left") Config left, @Name("left") Other other) {}
//                                                                   ^ TEST_SAME_PARAMETER: DigitsTests.twoOfOneName: parameter (other) must have a name of its own, unlike left; add @Name

    @TuningTest
    @Minimize("loss")
    void strangeName(@Name("a b") Config config) {}
//                         ^ NAME_FORM: DigitsTests.strangeName: @Name (a b) must be letters, digits, _ and -, beginning with a letter; write for instance config

    @TuningTest
    @Minimize("loss")
    void twoOfOneType(Config left, Config right) {}
//                                        ^ TEST_SAME_PARAMETER: DigitsTests.twoOfOneType: parameter (right) must have a name of its own, unlike left; add @Name

    @TuningTest
    @Test
//  ^ TEST_TWICE: DigitsTests.everything: second test annotation (@Test) must not stand beside @TuningTest; remove it
    int everything() {
//      ^ TEST_NO_CONFIGURATION: DigitsTests.everything: parameters (none) must include one whose type is a @SearchSpace; add the configuration to tune
//      ^ TEST_NO_DIRECTION: DigitsTests.everything: objective (none) must be given; add @Minimize or @Maximize with the name of the measure
//      ^ TEST_RETURNS: DigitsTests.everything: return type (int) must be void, or JUnit does not run it; report the value with Trial.report
        return 0;
    }

    interface InInterface {
        @TuningTest
        @Minimize("loss")
        void unwritten(Config config);
//           ^ TEST_MODIFIER: DigitsTests.InInterface.unwritten: @TuningTest method (unwritten) must be an instance method with a body, not private; remove it, or add default

        @TuningTest
        @Minimize("loss")
        default void written(Config config) {}
    }
}
