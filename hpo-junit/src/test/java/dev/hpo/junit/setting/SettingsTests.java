// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.Point;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.TuningTest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.commons.support.AnnotationSupport;

class SettingsTests {

    @Test
    void withoutParameters_attributesCount() throws Exception {
        Settings settings = settings("all", Map.of());

        assertThat(settings.trials()).isEqualTo(7);
        assertThat(settings.timeout()).contains(Duration.ofMinutes(3));
        assertThat(settings.patience()).hasValue(4);
        assertThat(settings.seed()).hasValue(0);
        assertThat(settings.window()).isEqualTo(2);
        assertThat(settings.ordered()).isFalse();
        assertThat(settings.failFast()).isTrue();
        assertThat(settings.replay()).isEmpty();
        assertThat(settings.isKept()).isTrue();
    }

    @Test
    void withoutAttributes_defaultsCount() throws Exception {
        Settings settings = settings("none", Map.of());

        assertThat(settings.trials()).isEqualTo(50);
        assertThat(settings.timeout()).isEmpty();
        assertThat(settings.patience()).isEmpty();
        assertThat(settings.seed()).isEmpty();
        assertThat(settings.window()).isEqualTo(4);
        assertThat(settings.ordered()).isTrue();
        assertThat(settings.failFast()).isFalse();
    }

    @Test
    void parameters_goBeforeAttributes() throws Exception {
        Settings settings = settings(
                "all",
                Map.of(
                        "hpo.trials", "9",
                        "hpo.timeout", "1h",
                        "hpo.patience", "0",
                        "hpo.seed", "-5",
                        "hpo.window", "8",
                        "hpo.ordered", "true",
                        "hpo.fail-fast", "false",
                        "hpo.storage", "memory"));
        Settings replaying = settings("all", Map.of("hpo.replay", "17", "hpo.storage", "journal"));

        assertThat(settings.trials()).isEqualTo(9);
        assertThat(settings.timeout()).contains(Duration.ofHours(1));
        assertThat(settings.patience()).isEmpty();
        assertThat(settings.seed()).hasValue(-5);
        assertThat(settings.window()).isEqualTo(8);
        assertThat(settings.ordered()).isTrue();
        assertThat(settings.failFast()).isFalse();
        assertThat(settings.isKept()).isFalse();
        assertThat(replaying.replay()).contains(new Replay(OptionalInt.empty(), false, 17));
        assertThat(settings("all", Map.of("hpo.replay", "3/17")).replay())
                .contains(new Replay(OptionalInt.of(3), false, 17));
        assertThat(settings("all", Map.of("hpo.replay", "confirm:3")).replay())
                .contains(new Replay(OptionalInt.empty(), true, 3));
        assertThat(settings("all", Map.of("hpo.replay", "2/confirm:3")).replay())
                .contains(new Replay(OptionalInt.of(2), true, 3));
        assertThat(replaying.isKept()).isTrue();
    }

    @Test
    void trainingsAndSteps_areNotGivenByDefault() throws Exception {
        for (String method : List.of("none", "all")) {
            assertThat(settings(method, Map.of()).trainings()).isEmpty();
            assertThat(settings(method, Map.of()).steps()).isEmpty();
        }
        Settings settings = settings("trainings", Map.of());
        assertThat(settings.trainings()).hasValue(30);
        assertThat(settings.steps()).hasValue(81);
    }

    /** A quick try of one trial, as in an IDE, is meant as that, whatever the annotation counts; and the other way round. */
    @Test
    void parameterForOneBudget_goesBeforeTheAttributeForTheOther() throws Exception {
        Settings quick = settings("trainings", Map.of("hpo.trials", "1"));
        assertThat(quick.trainings()).isEmpty();
        assertThat(quick.trials()).isEqualTo(1);
        assertThat(quick.steps()).hasValue(81);

        Settings longer = settings("all", Map.of("hpo.trainings", "9", "hpo.steps", "5000000000"));
        assertThat(longer.trainings()).hasValue(9);
        assertThat(longer.steps()).hasValue(5_000_000_000L);
        assertThat(settings("both", Map.of("hpo.trials", "3")).trainings()).isEmpty();
        assertThat(settings("both", Map.of("hpo.trainings", "3")).trainings()).hasValue(3);
    }

    @Test
    void checkpoints_areKeptThirtyDays_andOfAnySizeByDefault() throws Exception {
        assertThat(settings("none", Map.of()).checkpointsAge()).isEqualTo(Duration.ofDays(30));
        assertThat(settings("none", Map.of()).checkpointsSize()).isEmpty();
        Settings settings = settings("none", Map.of("hpo.checkpoints-age", "12h", "hpo.checkpoints-size", "3 GB"));
        assertThat(settings.checkpointsAge()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.checkpointsSize()).hasValue(3L << 30);
    }

    @Test
    void otherTools_areToldOnlyIfTheyAreNamed() throws Exception {
        Settings usual = settings("none", Map.of("hpo.markdown", "", "hpo.mlflow", ""));
        assertThat(usual.markdown()).isEmpty();
        assertThat(usual.mlflow()).isEmpty();
        assertThat(usual.tensorBoard()).isEmpty();
        Settings named = settings(
                "none",
                Map.of("hpo.markdown", "page.md", "hpo.mlflow", "https://host/ml/flow//", "hpo.tensorboard", "logs"));
        assertThat(named.markdown()).contains(Path.of("page.md"));
        assertThat(named.mlflow()).contains(URI.create("https://host/ml/flow"));
        assertThat(named.tensorBoard()).contains(Path.of("logs"));
        assertThat(settings("none", Map.of("hpo.mlflow", "HTTP://host")).mlflow())
                .contains(URI.create("HTTP://host"));
    }

    @Test
    void bothBudgetsInOnePlace_areRefused() throws Exception {
        assertThatThrownBy(readAll(settings("none", Map.of("hpo.trials", "3", "hpo.trainings", "50"))))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage(
                        "hpo.trainings (50) must not be given with hpo.trials (3), as each says when the study ends;"
                                + " leave out one of the two, also in junit-platform.properties.");
        assertThatThrownBy(readAll(settings("both", Map.of())))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage("@TuningTest trainings (30) must not stand beside trials (20), as each says when the study"
                        + " ends; remove one at Example.tune.");
    }

    /** Whoever gave the option wrote it as it is in this. */
    @ParameterizedTest
    @CsvSource({
        "hpo.trials,x,--trials=50",
        "hpo.trainings,0,--trainings=50",
        "hpo.steps,x,--steps=30",
        "hpo.timeout,x,--timeout=10m",
        "hpo.replay,x,--replay=3/17",
        "hpo.resume,x,--resume=always",
        "hpo.directory,'',--directory=studies",
        "hpo.window,x,-Dhpo.window=4",
        "hpo.join,x,-Dhpo.join=true"
    })
    void badParameterOfTheLauncher_isNamedAsItsOption(String key, String value, String option) throws Exception {
        Settings settings = settings("none", Map.of(key, value, Settings.LAUNCHER, "true"));

        assertThatThrownBy(readAll(settings))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessageEndingWith("; give for instance " + option + ".");
    }

    @Test
    void parameterWithoutValue_isTrue() throws Exception {
        assertThat(settings("none", Map.of("hpo.fail-fast", "")).failFast()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hpo.trials    | abc         | hpo.trials (abc) must be a whole number of at least 1; give for instance -Dhpo.trials=50.
                    hpo.trials    | 0           | hpo.trials (0) must be a whole number of at least 1; give for instance -Dhpo.trials=50.
                    hpo.trials    | 3000000000  | hpo.trials (3000000000) must be a whole number of at least 1; give for instance -Dhpo.trials=50.
                    hpo.trainings | 0           | hpo.trainings (0) must be a whole number of at least 1; give for instance -Dhpo.trainings=50.
                    hpo.trainings | -1          | hpo.trainings (-1) must be a whole number of at least 1; give for instance -Dhpo.trainings=50.
                    hpo.trainings | many        | hpo.trainings (many) must be a whole number of at least 1; give for instance -Dhpo.trainings=50.
                    hpo.trainings | ''          | hpo.trainings () must be a whole number of at least 1; give for instance -Dhpo.trainings=50.
                    hpo.trainings | 3000000000  | hpo.trainings (3000000000) must be a whole number of at least 1; give for instance -Dhpo.trainings=50.
                    hpo.steps     | 0           | hpo.steps (0) must be a whole number of at least 1; give for instance -Dhpo.steps=30.
                    hpo.steps     | -9223372036854775808 | hpo.steps (-9223372036854775808) must be a whole number of at least 1; give for instance -Dhpo.steps=30.
                    hpo.steps     | 1e3         | hpo.steps (1e3) must be a whole number of at least 1; give for instance -Dhpo.steps=30.
                    hpo.steps     | ' '         | hpo.steps () must be a whole number of at least 1; give for instance -Dhpo.steps=30.
                    hpo.timeout   | soon        | hpo.timeout (soon) must be a number and one of ms, s, m, h and d; give for instance -Dhpo.timeout=10m.
                    hpo.patience  | -1          | hpo.patience (-1) must be a whole number, 0 for no end; give for instance -Dhpo.patience=20.
                    hpo.seed      | 1.5         | hpo.seed (1.5) must be a whole number; give for instance -Dhpo.seed=42.
                    hpo.window    | 0           | hpo.window (0) must be a whole number of at least 1; give for instance -Dhpo.window=4.
                    hpo.ordered   | yes         | hpo.ordered (yes) must be true or false; give for instance -Dhpo.ordered=true.
                    hpo.fail-fast | 1           | hpo.fail-fast (1) must be true or false; give for instance -Dhpo.fail-fast=true.
                    hpo.storage   | disk        | hpo.storage (disk) must be journal or memory; give for instance -Dhpo.storage=memory.
                    hpo.resume    | last        | hpo.resume (last) must be always, never or the number of a run, from 1; give for instance -Dhpo.resume=always.
                    hpo.resume    | 0           | hpo.resume (0) must be always, never or the number of a run, from 1; give for instance -Dhpo.resume=always.
                    hpo.resume    | 12345678901 | hpo.resume (12345678901) must be always, never or the number of a run, from 1; give for instance -Dhpo.resume=always.
                    hpo.directory | ''          | hpo.directory () must be a folder; give for instance -Dhpo.directory=studies.
                    hpo.directory | ' '         | hpo.directory () must be a folder; give for instance -Dhpo.directory=studies.
                    hpo.checkpoints | ''        | hpo.checkpoints () must be a folder; give for instance -Dhpo.checkpoints=/mnt/shared/checkpoints.
                    hpo.checkpoints-age | old | hpo.checkpoints-age (old) must be a number and one of ms, s, m, h and d; give for instance -Dhpo.checkpoints-age=30d.
                    hpo.checkpoints-age | 0d  | hpo.checkpoints-age (0d) must be a number and one of ms, s, m, h and d; give for instance -Dhpo.checkpoints-age=30d.
                    hpo.checkpoints-size | 20 | hpo.checkpoints-size (20) must be a number and one of MB, GB and TB; give for instance -Dhpo.checkpoints-size=20GB.
                    hpo.checkpoints-size | 0GB | hpo.checkpoints-size (0GB) must be a number and one of MB, GB and TB; give for instance -Dhpo.checkpoints-size=20GB.
                    hpo.checkpoints-size | -1GB | hpo.checkpoints-size (-1GB) must be a number and one of MB, GB and TB; give for instance -Dhpo.checkpoints-size=20GB.
                    hpo.checkpoints-size | '' | hpo.checkpoints-size () must be a number and one of MB, GB and TB; give for instance -Dhpo.checkpoints-size=20GB.
                    hpo.tensorboard | ''        | hpo.tensorboard () must be a folder; give for instance -Dhpo.tensorboard=tensorboard.
                    hpo.mlflow    | 127.0.0.1:5000 | hpo.mlflow (127.0.0.1:5000) must be the address of a server, without a name or a password; give for instance -Dhpo.mlflow=http://127.0.0.1:5000.
                    hpo.mlflow    | file:///tmp | hpo.mlflow (file:///tmp) must be the address of a server, without a name or a password; give for instance -Dhpo.mlflow=http://127.0.0.1:5000.
                    hpo.mlflow    | http://ada:s3@cret@host:5000 | hpo.mlflow (...@host:5000) must be the address of a server, without a name or a password; give for instance -Dhpo.mlflow=http://127.0.0.1:5000.
                    hpo.mlflow    | ada:s3cret@host | hpo.mlflow (...@host) must be the address of a server, without a name or a password; give for instance -Dhpo.mlflow=http://127.0.0.1:5000.
                    hpo.mlflow    | https:/ada:s3cret@host | hpo.mlflow (...@host) must be the address of a server, without a name or a password; give for instance -Dhpo.mlflow=http://127.0.0.1:5000.
                    hpo.mlflow    | https://host/?token=s3cret | hpo.mlflow (https://host/?...) must be the address of a server, without a name or a password; give for instance -Dhpo.mlflow=http://127.0.0.1:5000.
                    hpo.try-first | ''          | hpo.try-first () must be resources and files with commas between; give for instance -Dhpo.try-first=best.properties.
                    hpo.try-first | ', ,'       | hpo.try-first (, ,) must be resources and files with commas between; give for instance -Dhpo.try-first=best.properties.
                    hpo.trials    | ''          | hpo.trials () must be a whole number of at least 1; give for instance -Dhpo.trials=50.
                    hpo.timeout   | ' '         | hpo.timeout () must be a number and one of ms, s, m, h and d; give for instance -Dhpo.timeout=10m.
                    hpo.patience  | ''          | hpo.patience () must be a whole number, 0 for no end; give for instance -Dhpo.patience=20.
                    hpo.seed      | ''          | hpo.seed () must be a whole number; give for instance -Dhpo.seed=42.
                    hpo.window    | ''          | hpo.window () must be a whole number of at least 1; give for instance -Dhpo.window=4.
                    hpo.keep      | ''          | hpo.keep () must be a whole number of at least 1; give for instance -Dhpo.keep=20.
                    hpo.storage   | ' '         | hpo.storage () must be journal or memory; give for instance -Dhpo.storage=memory.
                    hpo.resume    | ''          | hpo.resume () must be always, never or the number of a run, from 1; give for instance -Dhpo.resume=always.
                    hpo.replay    | ''          | hpo.replay () must be the number of a stored trial, from 0, or that of its run before it, or confirm: before it; give for instance -Dhpo.replay=3/17.
                    hpo.replay    | best        | hpo.replay (best) must be the number of a stored trial, from 0, or that of its run before it, or confirm: before it; give for instance -Dhpo.replay=3/17.
                    """)
    void badParameter_isNamedWithWhatIsAllowed(String key, String value, String message) throws Exception {
        Settings settings = settings("none", Map.of(key, value));

        assertThatThrownBy(readAll(settings))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void badAttribute_isNamedWithItsTest() throws Exception {
        assertThatThrownBy(readAll(settings("noTrials", Map.of())))
                .hasMessage("@TuningTest trials (0) must be a whole number of at least 1; change it at Example.tune.");
        assertThatThrownBy(readAll(settings("noTrainings", Map.of())))
                .hasMessage(
                        "@TuningTest trainings (0) must be a whole number of at least 1; change it at Example.tune.");
        assertThatThrownBy(readAll(settings("noSteps", Map.of())))
                .hasMessage("@TuningTest steps (-1) must be a whole number of at least 1; change it at Example.tune.");
        assertThatThrownBy(readAll(settings("badTimeout", Map.of())))
                .hasMessage("@TuningTest timeout (\"5 minutes\") must be a number and one of ms, s, m, h and d;"
                        + " change it at Example.tune.");
    }

    private static ThrowingCallable readAll(Settings settings) {
        return () -> {
            settings.trials();
            settings.trainings();
            settings.steps();
            settings.timeout();
            settings.patience();
            settings.seed();
            settings.window();
            settings.ordered();
            settings.failFast();
            settings.replay();
            settings.resume();
            settings.isKept();
            settings.check();
        };
    }

    private static Settings settings(String method, Map<String, String> given) throws NoSuchMethodException {
        Function<String, Optional<String>> parameters = key -> Optional.ofNullable(given.get(key));
        Method example = ExampleTestCase.class.getDeclaredMethod(method, Point.class);
        TuningTest declared =
                AnnotationSupport.findAnnotation(example, TuningTest.class).orElseThrow();
        return new Settings("Example.tune", new Attributes(declared), parameters);
    }

    @TuningTest(trials = 0)
    @Retention(RetentionPolicy.RUNTIME)
    @interface NoTrials {}

    @TuningTest(trainings = 0)
    @Retention(RetentionPolicy.RUNTIME)
    @interface NoTrainings {}

    @TuningTest(steps = -1)
    @Retention(RetentionPolicy.RUNTIME)
    @interface NoSteps {}

    @TuningTest(trials = 20, trainings = 30)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Both {}

    @TuningTest(timeout = "5 minutes")
    @Retention(RetentionPolicy.RUNTIME)
    @interface BadTimeout {}

    /** The wrong ones are composed, since the compiler would complain of them. Nobody runs any. */
    abstract static class ExampleTestCase {

        @TuningTest(trials = 7, timeout = "3m", patience = 4, seed = 0, window = 2, ordered = false, failFast = true)
        @Minimize("value")
        void all(Point point) {}

        @TuningTest
        @Minimize("value")
        void none(Point point) {}

        @TuningTest(trainings = 30, steps = 81)
        @Minimize("value")
        void trainings(Point point) {}

        @Both
        @Minimize("value")
        void both(Point point) {}

        @NoTrainings
        @Minimize("value")
        void noTrainings(Point point) {}

        @NoSteps
        @Minimize("value")
        void noSteps(Point point) {}

        @NoTrials
        @Minimize("value")
        void noTrials(Point point) {}

        @BadTimeout
        @Minimize("value")
        void badTimeout(Point point) {}
    }
}
