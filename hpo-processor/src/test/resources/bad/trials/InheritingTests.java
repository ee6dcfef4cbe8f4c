package bad;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** An error stands at the test, even if a class that inherits it makes it one. */
class InheritingTests {
    @SearchSpace
    record Config(boolean on) {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Mock {}

    abstract static class Abstract {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
//           ^ TEST_NO_TRIAL: InheritingTests.Concrete.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it

        @TuningTest
        @Minimize("loss")
        void handed(Config config, Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void overridden(Config config) {}
    }

    abstract static class StillAbstract extends Abstract {}

    static class Concrete extends StillAbstract {
        @Override
        void overridden(Config config) {}
    }

    static class AgainWithoutAnotherError extends Concrete {}

    static class ByConstructor extends Abstract {
        ByConstructor(Trial trial) {}
    }

    interface Default {
        @TuningTest
        @Minimize("loss")
        default void tune(Config config) {}
//                   ^ TEST_NO_TRIAL: InheritingTests.Implementation.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    interface SubDefault extends Default {}

    static class Implementation implements SubDefault {}

    static class HandedImplementation implements SubDefault {
        @BeforeEach
        void keep(Trial trial) {}
    }

    abstract static class KeepsItsTrial {
        @BeforeEach
        void keep(Trial trial) {}
    }

    static class Keeps extends KeepsItsTrial {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    static class OverridesWithoutAnnotation extends KeepsItsTrial {
        @Override
        void keep(Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
//           ^ TEST_NO_TRIAL: InheritingTests.OverridesWithoutAnnotation.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    static class OverridesBelow extends OverridesWithoutAnnotation {
        @Override
        @BeforeEach
        void keep(Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void tuneToo(Config config) {}
    }

    static class OverridesWithAMock extends KeepsItsTrial {
        @Override
        @BeforeEach
        void keep(@Mock Trial trial) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
//           ^ TEST_NO_TRIAL: InheritingTests.OverridesWithAMock.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    static class OverloadsIt extends KeepsItsTrial {
        void keep(Config config) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    interface KeepsByDefault {
        @BeforeEach
        default void keep(Trial trial) {}
    }

    static class Plain {
        public void keep(Trial trial) {}
    }

    static class OverridesByInheriting extends Plain implements KeepsByDefault {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
//           ^ TEST_NO_TRIAL: InheritingTests.OverridesByInheriting.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    abstract static class Generic<C> {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
//           ^ TEST_NO_TRIAL: InheritingTests.OfGeneric.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it

        @BeforeEach
        void keep(Trial trial, C more) {}
    }

    static class OfGeneric extends Generic<String> {
        @Override
        void keep(Trial trial, String more) {}
    }

    abstract static class Around {
        @Nested
        class Inner {
            @TuningTest
            @Minimize("loss")
            void tune(Config config) {}
//               ^ TEST_NO_TRIAL: InheritingTests.Around.Inner.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
        }
    }

    static class AroundIsHanded extends Around {
        @BeforeEach
        void keep(Trial trial) {}
    }

    static class AroundIsNot extends Around {}

    abstract static class AroundNothing {
        @Nested
        class Inner {
            @TuningTest
            @Minimize("loss")
            void tune(Config config) {}
        }
    }

    static class OnlyHanded extends AroundNothing {
        OnlyHanded(Trial trial) {}
    }

    static class Outer {
        @BeforeEach
        void keep(Trial trial) {}

        @Nested
        class Inner extends Abstract {
            @Nested
            class Innermost extends Outer {}
        }
    }

    abstract static class Unresolved extends Nowhere {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    static class OfUnresolved extends Unresolved {}

    @TuningTest
    @Minimize("loss")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Tune {}

    @Tune
    @Retention(RetentionPolicy.RUNTIME)
    @interface TuneMore {}

    static class Composed {
        @Tune
        void tune(Config config) {}
//           ^ TEST_NO_TRIAL: InheritingTests.Composed.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it

        @TuneMore
        void more(Config config) {}
//           ^ TEST_NO_TRIAL: InheritingTests.Composed.more: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it

        @Tune
        void handed(Config config, Trial trial) {}
    }

    abstract static class NeverRun {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    private static class Private extends NeverRun {}

    class InnerWithoutNested extends NeverRun {}

    @Nested
    private class PrivateNested extends NeverRun {}

    interface DefaultNeverRun {
        @TuningTest
        @Minimize("loss")
        default void tune(Config config) {}
    }

    enum Constants implements DefaultNeverRun {
        ONE
    }

    final Object anonymous = new NeverRun() {};

    Object local() {
        class Local extends NeverRun {}
        return new Local();
    }

    static class NestedTwice {
        @Nested
        class Inner {
            @Nested
            class Innermost extends ForInnermost {}

            class NotNested extends NeverRun {
                @Nested
                class InNotNested extends NeverRun {}
            }
        }
    }

    abstract static class ForInnermost {
        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
//           ^ TEST_NO_TRIAL: InheritingTests.NestedTwice.Inner.Innermost.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    interface ByDefault {
        @TuningTest
        @Minimize("loss")
        default void tune(Config config) {}
//                   ^ TEST_NO_TRIAL: InheritingTests.OfRecord.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    record OfRecord() implements ByDefault {}

    static class Bounded<T extends Trial> {
        @BeforeEach
        void keep(T trial) {}

        @TuningTest
        @Minimize("loss")
        void tune(Config config) {}
    }

    static class OfBounded extends Bounded<Trial> {}

    static class BoundedTwice<T extends Trial & Comparable<T>> {
        @TuningTest
        @Minimize("loss")
        void tune(Config config, T trial) {}
    }

    abstract static class Unbounded<T> {
        @TuningTest
        @Minimize("loss")
        void tune(Config config, T trial) {}
//           ^ TEST_NO_TRIAL: InheritingTests.OfUnbounded.tune: Trial (none) must be handed to the method, a constructor, or a @BeforeEach or @AfterEach method; add a parameter of type Trial, and report to it
    }

    static class OfUnbounded extends Unbounded<Trial> {}
}
