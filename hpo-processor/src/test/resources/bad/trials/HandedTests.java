package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

class HandedTests {
    @SearchSpace
    record Config(boolean on) {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Mock {}

    @BeforeEach
    @Retention(RetentionPolicy.RUNTIME)
    @interface Before {}

    static class ByMethod {
        @TuningTest
        @Minimize("loss")
        void tune(Config config, Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void never(Config config) {}
//           ^ TEST_NO_TRIAL: HandedTests.ByMethod.never: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    static class ByConstructor {
        ByConstructor(Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
//           ^ TEST_NO_TRIAL: HandedTests.InheritsAConstructorOnly.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it

        @Nested
        class Inner {
            @TuningTest
            @Minimize("loss")
            void tune(Config config) {}
//               ^ TEST_NO_TRIAL: HandedTests.ByConstructor.Inner.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it

            @Nested
            class Innermost {
                @TuningTest
                @Minimize("loss")
                void tune(Config config) {}
//                   ^ TEST_NO_TRIAL: HandedTests.ByConstructor.Inner.Innermost.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
            }
        }

        static class NotInner {
            @TuningTest
            @Minimize("loss")
            void tune(Config config) {}
//               ^ TEST_NO_TRIAL: HandedTests.ByConstructor.NotInner.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
        }
    }

    static class ByBeforeEach {
        @BeforeEach
        void keep(Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    static class ByComposedBeforeEach {
        @Before
        void keep(Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    static class ByAfterEach {
        @AfterEach
        void report(Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    static class Inherited extends ByAfterEach {
        @TuningTest
        @Minimize("loss")
        void tune2(Config config) {}
    }

    /** It inherits tests too, and hands them nothing. */
    static class InheritsAConstructorOnly extends ByConstructor {
        InheritsAConstructorOnly() {
            super(null);
        }

        @TuningTest
        @Minimize("loss")
        void tune2(Config config) {}
//           ^ TEST_NO_TRIAL: HandedTests.InheritsAConstructorOnly.tune2: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    interface Reports {
        @AfterEach
        default void report(Trial trial) {}
    }

    interface ReportsToo extends Reports {}

    static class ByInterface implements ReportsToo {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}

        @Nested
        class Inner {
            @TuningTest
            @Minimize("loss")
            void tune(Config config) {}
        }
    }

    abstract static class ASubclassMayBeHandedIt {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    interface AnImplementationMayBeHandedIt {
        @TuningTest
        @Minimize("loss")
        default void tune(Config config) {}
    }

    record ByRecord(Trial trial) {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    static class OnlyOthers {
        OnlyOthers(Config config) {}

        @BeforeAll
        static void once(Trial trial) {}

        @BeforeEach
        void mock(@Mock Trial trial) {}

        void plain(Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config, @Mock Trial trial) {}
//           ^ TEST_NO_TRIAL: HandedTests.OnlyOthers.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    static class Unresolved extends Nowhere {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    static class UnresolvedInterface implements NowhereEither {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    static class UnresolvedParameter {
        UnresolvedParameter(Unknown unknown) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }
}
