package bad.missing;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import java.util.Optional;

/** Tests that may be handed a trial by what is missing, but not by what has something missing in it. */
class AbsentTests {
    @SearchSpace
    record Config(boolean on) {}

    static class Above<X> {}

    static class OfArgument extends Above<Missing> {
        @Minimize("loss")
        @TuningTest
        void tune(Config config, Optional<Missing> other) {}
//           ^ TEST_NO_TRIAL: AbsentTests.OfArgument.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    static class OfMissing extends Missing<String> {
        @Minimize("loss")
        @TuningTest
        void tune(Config config) {}
    }

    static class ByMissing {
        @Minimize("loss")
        @TuningTest
        void tune(Config config, Missing<String> trial) {}
    }

    static class Returning {
        @Minimize("loss")
        @TuningTest
        Missing<String> tune(Optional<Missing<String>> config, Trial trial) {
//                      ^ TEST_NO_CONFIGURATION: AbsentTests.Returning.tune: parameters (Optional<Missing<String>>, Trial) must include one whose type is a @SearchSpace; add the configuration to tune
//                      ^ TEST_RETURNS: AbsentTests.Returning.tune: return type (Missing<String>) must be void, or JUnit does not run it; report the value with Trial.report
            return null;
        }
    }
}
