// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureCauseTests {

    private static final String STUDY = "com.acme.tuning.DigitsTuning.tune";

    private static final String TRACE = """
            java.lang.IllegalStateException: epoch 3
            \tat com.acme.model.Training.run(Training.java:40)
            \tat com.acme.tuning.DigitsTuning.tune(DigitsTuning.java:20)
            \tat org.junit.platform.Node.run(Node.java:5)
            Caused by: java.util.concurrent.ExecutionException: java.lang.ArithmeticException: / by zero
            \tat java.base/java.util.concurrent.FutureTask.report(FutureTask.java:122)
            \t... 3 more
            Caused by: java.lang.ArithmeticException: / by zero
            \tat java.base/java.lang.Math.floorDiv(Math.java:1)
            \tat org.library.Matrix.divide(Matrix.java:7)
            \tat app//com.acme.model.Rows.mean(Rows.java:12)
            \t... 5 more
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "row 3 is 0|row 12 is 0",
                "loss is 1.5|loss is -2",
                "loss is 1e-4|loss is 0.25",
                "loss is NaN|loss is -Infinity",
                "size 1,024 of 7|size 3 of 9",
                "at Rows@1a2b3c|at Rows@77",
                "mask 0xFF|mask 0x0a1",
                "shape [1, 2, 3]|shape [4, 5]",
                "shape 3x4|shape 3 x 4 x 5",
                "on 2026-03-01 12:00|on 2025-11-30 04:37:15",
                "block 5f3a9c1e|block 88ab01",
            })
    void numbers_splitNoGroup(String one, String other) {
        assertThat(key(one)).isEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"row 3 is 0|column 3 is 0", "value isNaN 1|value is 1", "decade|facade", "x is 1|x is one"})
    void words_do(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @Test
    void rootCauseAndTheFirstFrameOfTheUser_areFound() {
        FailureCause cause =
                FailureCause.of(new Failure(Failure.Kind.EXCEPTION, "IllegalStateException: epoch 3", TRACE), STUDY);
        assertThat(cause.text()).isEqualTo("IllegalStateException: epoch 3");
        assertThat(cause.root()).isEqualTo("ArithmeticException: / by zero");
        assertThat(cause.frame()).isEqualTo("com.acme.model.Rows.mean(Rows.java:12)");
        assertThat(cause.line()).isEqualTo("ArithmeticException: / by zero, at com.acme.model.Rows.mean(Rows.java:12)");
    }

    @Test
    void framesThatTheCauseShares_areFoundAboveIt() {
        String trace = """
                java.lang.RuntimeException: x
                \tat com.acme.Model.fit(Model.java:3)
                Caused by: java.io.IOException: y
                \tat java.base/java.io.File.open(File.java:1)
                \t... 1 more
                """;
        assertThat(FailureCause.of(new Failure(Failure.Kind.EXCEPTION, "RuntimeException: x", trace), STUDY)
                        .frame())
                .isEqualTo("com.acme.Model.fit(Model.java:3)");
    }

    @Test
    void studyWithoutAClass_takesWhatIsNoPlatform() {
        assertThat(FailureCause.of(new Failure(Failure.Kind.EXCEPTION, "x", TRACE), "digits")
                        .frame())
                .isEqualTo("org.library.Matrix.divide(Matrix.java:7)");
    }

    @Test
    void exceptionWithoutAMessage_isToldApartByItsLine() {
        FailureCause here = new FailureCause("NullPointerException", "", "com.acme.A.b(A.java:1)");
        FailureCause there = new FailureCause("NullPointerException", "", "com.acme.A.c(A.java:1)");
        assertThat(here.key()).isNotEqualTo(there.key());
    }

    @Test
    void stackThatOverflowsAnywhere_isOneCause() {
        FailureCause here = new FailureCause("StackOverflowError", "", "com.acme.Tree.grow(Tree.java:20)");
        FailureCause there = new FailureCause("StackOverflowError", "", "com.acme.Tree.grow(Tree.java:23)");
        assertThat(here.key()).isEqualTo(there.key());
    }

    @Test
    void arrayOfAHundredThousandNumbers_isCut() {
        String one = "bad weights " + Arrays.toString(new double[100_000]);
        String other = "bad weights [1.5, " + " ".repeat(100_000) + "2";
        FailureCause cause =
                FailureCause.of(new Failure(Failure.Kind.EXCEPTION, one, "x\nCaused by: a.E: " + one), STUDY);
        assertThat(cause.text()).hasSize(503).endsWith("...");
        assertThat(cause.root()).hasSizeBetween(490, 503);
        assertThat(key(one)).isNotEmpty();
        assertThat(key(other)).startsWith("bad weights");
    }

    @Test
    void textIsNotCutWithinACharacter() {
        FailureCause cause =
                FailureCause.of(Failure.of(Failure.Kind.EXCEPTION, "x".repeat(499) + "\ud83d\ude00y"), STUDY);
        assertThat(cause.text()).isEqualTo("x".repeat(499) + "...");
    }

    @Test
    void controlCodes_areEscaped() {
        String trace = "a.B: \u001b[31m\n\tat com.acme.\u001b.C(D.java:1)\nCaused by: a.E: \u0007 bell\n";
        FailureCause cause = FailureCause.of(new Failure(Failure.Kind.EXCEPTION, "B: \u001b[31m\nmore", trace), "x");
        assertThat(cause.text()).isEqualTo("B: \\u001b[31m");
        assertThat(cause.root()).isEqualTo("E: \\u0007 bell");
        assertThat(cause.frame()).isEqualTo("com.acme.\\u001b.C(D.java:1)");
    }

    @Test
    void noTrace_hasNoRootAndNoFrame() {
        FailureCause cause = FailureCause.of(Failure.of(Failure.Kind.NOT_FINITE, ""), "");
        assertThat(cause).isEqualTo(new FailureCause("", "", ""));
        assertThat(cause.line()).isEmpty();
    }

    private static String key(String message) {
        return FailureCause.of(Failure.of(Failure.Kind.EXCEPTION, message), STUDY)
                .key();
    }
}
