// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.study.Trial;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Where configurations and trials go, and where they do not. */
class ParameterTests {

    private static final List<Object> SEEN = new ArrayList<>();

    private Path folder;

    @BeforeEach
    void forget(@TempDir Path temporary) {
        folder = temporary;
        SEEN.clear();
    }

    @Test
    void constructorAndSetUp_getWhatTheMethodGets() {
        EngineExecutionResults results = run(EverywhereTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2));
        assertThat(SEEN).hasSize(12);
        for (int trial = 0; trial < 2; trial++) {
            assertThat(SEEN.subList(6 * trial, 6 * trial + 6))
                    .containsExactly(
                            SEEN.get(6 * trial),
                            SEEN.get(6 * trial + 1),
                            SEEN.get(6 * trial),
                            SEEN.get(6 * trial + 1),
                            SEEN.get(6 * trial),
                            SEEN.get(6 * trial + 1));
        }
    }

    @Test
    void severalConfigurations_arePrefixedWithTheirTypes() {
        EngineExecutionResults results = run(SeveralTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2));
        assertThat(TuningRun.names(results))
                .allMatch(name -> name.matches("trial \\d: point\\.x=[^,]+, point\\.n=\\d, width\\.units=\\d+"));
    }

    @Test
    void twoConfigurationsOfOneType_areToldApartByName() {
        EngineExecutionResults results = run(NamedTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2));
        assertThat(TuningRun.names(results))
                .allMatch(name -> name.matches("trial \\d: teacher\\.units=\\d+, student\\.units=\\d+"));
    }

    @Test
    void namelessOneOfTwo_isToldApartFromTheNamedOne() {
        EngineExecutionResults results = run(HalfNamedTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2));
    }

    @Test
    void nameOfASingleConfiguration_isItsPrefix() {
        assertThat(TuningRun.names(run(OneNamedTestCase.class)))
                .allMatch(name -> name.matches("trial \\d: net\\.units=\\d+"));
    }

    @Test
    void namelessParameterForOneOfTwo_isAMistake() {
        EngineExecutionResults results = run(AmbiguousTestCase.class);

        assertThat(TuningRun.testFailures(results))
                .hasSize(2)
                .allSatisfy(
                        failure -> assertThat(failure)
                                .hasStackTraceContaining(
                                        "setUp parameter (Width) must mean one of @Name(\"teacher\") Width,"
                                                + " @Name(\"student\") Width of ParameterTests.AmbiguousTestCase.tune; give it the @Name of one."));
    }

    @Test
    void instancePerClass_getsItsTrialsInTheMethod() {
        run(PerClassTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(2));
    }

    @Test
    void nestedClasses_haveStudiesOfTheirOwn() {
        EngineExecutionResults results = run(OuterTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(4));
        assertThat(new TuningRun(folder).folder(OuterTestCase.InnerTestCase.class, "tune"))
                .isDirectory();
    }

    @Test
    void ownParametersOfJUnit_areLeftToIt() {
        run(InfoTestCase.class).testEvents().assertStatistics(stats -> stats.succeeded(2));
    }

    @Test
    void parameterClaimedByAnotherExtension_isLeftToIt() {
        EngineExecutionResults results = run(ClaimedTestCase.class);

        results.testEvents().assertStatistics(stats -> stats.succeeded(2));
        assertThat(SEEN).containsExactly(new Width(-1), new Width(-1));
    }

    private EngineExecutionResults run(Class<?> testCase) {
        return new TuningRun(folder).of(testCase);
    }

    @SearchSpace
    record Width(@Uniform(min = 1, max = 100) int units) {}

    static class EverywhereTestCase {

        EverywhereTestCase(Trial trial, Point point) {
            SEEN.add(point);
            SEEN.add(trial);
        }

        @BeforeEach
        void setUp(Point point, Trial trial) {
            SEEN.add(point);
            SEEN.add(trial);
        }

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            SEEN.add(point);
            SEEN.add(trial);
            trial.report(point.x());
        }
    }

    static class SeveralTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(Point point, Trial trial, Width width) {
            trial.report(point.x() + width.units());
        }
    }

    static class NamedTestCase {

        @BeforeEach
        void setUp(@Name("student") Width student) {
            assertThat(student.units()).isPositive();
        }

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(@Name("teacher") Width teacher, @Name("student") Width student, Trial trial) {
            trial.report(teacher.units() - student.units());
        }
    }

    static class HalfNamedTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(@Name("teacher") Width teacher, Width student, Trial trial) {
            assertThat(trial.configuration())
                    .hasToString("{teacher.units=" + teacher.units() + ", width.units=" + student.units() + "}");
            trial.report(1);
        }
    }

    static class OneNamedTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(@Name("net") Width width, Trial trial) {
            trial.report(width.units());
        }
    }

    static class AmbiguousTestCase {

        @BeforeEach
        void setUp(Width width) {
            assertThat(width.units()).isPositive();
        }

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(@Name("teacher") Width teacher, @Name("student") Width student, Trial trial) {
            trial.report(teacher.units() - student.units());
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        private int trials;

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            assertThat(trial.number()).isEqualTo(trials++);
            trial.report(point.x());
        }
    }

    static class OuterTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(Point point, Trial trial) {
            trial.report(point.x());
        }

        @Nested
        class InnerTestCase {

            @TuningTest(trials = 2)
            @Minimize("distance")
            void tune(Point point, Trial trial) {
                trial.report(point.x());
            }
        }
    }

    static class InfoTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(TestInfo info, Point point, @TempDir Path temporary, Trial trial) {
            assertThat(info.getDisplayName()).startsWith("trial " + trial.number());
            assertThat(temporary).isDirectory();
            trial.report(point.x());
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Mine {}

    static final class MineExtension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext context, ExtensionContext extensionContext) {
            return context.isAnnotated(Mine.class);
        }

        @Override
        public Object resolveParameter(ParameterContext context, ExtensionContext extensionContext) {
            return new Width(-1);
        }
    }

    @ExtendWith(MineExtension.class)
    static class ClaimedTestCase {

        @TuningTest(trials = 2)
        @Minimize("distance")
        void tune(Point point, Trial trial, @Mine Width width) {
            SEEN.add(width);
            trial.report(point.x());
        }
    }
}
