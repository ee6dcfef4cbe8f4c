// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.annotations.Name;
import dev.hpo.junit.Maximize;
import dev.hpo.junit.Minimize;
import dev.hpo.junit.Point;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Of;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of declarations that hold at run time as well, for tests whose compiler ran no processor. */
class TuningMethodTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    aimless  | @TuningTest T.tune must have @Minimize or @Maximize; add the one that fits what it reports.
                    torn     | @TuningTest T.tune must have only one of @Minimize or @Maximize; remove the other.
                    nameless | @Minimize value (" ") must name the metric of T.tune; give for instance "validation loss".
                    """)
    void goalThatIsNotOne_isAMistake(String method, String message) {
        assertThatThrownBy(() -> Goal.of("@TuningTest T.tune", "T.tune", method(method)))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void goal_isRead() {
        assertThat(Goal.of("@TuningTest T.tune", "T.tune", method("good")))
                .isEqualTo(new Goal("loss", Direction.MINIMIZE, Of.BEST));
        assertThat(Goal.of("@TuningTest T.tune", "T.tune", method("large")))
                .isEqualTo(new Goal("score", Direction.MAXIMIZE, Of.LAST));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bare    | @TuningTest T.tune must take a configuration; add a parameter whose type is a @SearchSpace.
                    twins   | @TuningTest T.tune must not take two configurations named point; give each a @Name of its own.
                    named   | @TuningTest T.tune must not take two configurations named point; give each a @Name of its own.
                    """)
    void configurationsThatCannotBeTold_areAMistake(String method, String message) {
        assertThatThrownBy(() -> ConfigurationSlots.of("@TuningTest", "T.tune", method(method)))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage(message);
    }

    private static Method method(String name) {
        return Arrays.stream(Declarations.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Minimize("loss")
    @Maximize("score")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Torn {}

    @Minimize(" ")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Nameless {}

    @Minimize(value = "loss", of = Of.BEST)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Good {}

    @Maximize("score")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Large {}

    /** Without {@link TuningTest} and with composed annotations, since the compiler would complain of the others. */
    @SuppressWarnings("unused")
    private static final class Declarations {

        void aimless(Point point) {}

        @Torn
        void torn(Point point) {}

        @Nameless
        void nameless(Point point) {}

        @Good
        void good(Point point) {}

        @Large
        void large(Point point) {}

        void bare(Trial trial) {}

        void twins(Point first, Point second) {}

        void named(@Name("point") Point first, Point second) {}
    }
}
