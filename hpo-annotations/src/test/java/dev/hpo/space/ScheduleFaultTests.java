// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the steps in a schedule's file: each fault once, and nothing that follows from another one only. */
class ScheduleFaultTests {

    private static final String WHOLE = "must be whole numbers from 1 to 10^18 - 1; write for instance 1-10";
    private static final String TWO_STEPS =
            "must be the first and the last one with a hyphen between, and no blanks; write ";

    private final PlainSpace space = new PlainSpace(List.of(parameter("rate"), parameter("momentum")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12-30 | steps (12-30) must begin at 11, after 1-10; say what holds at those between",
                "9-30  | steps (9-30) must begin at 11, after 1-10; let no step be in two segments",
                "1-9   | steps (1-10) must end as 1-9 do, which begin at 1 too; write the same steps at all lines of a"
                        + " segment",
                "1-30  | steps (1-30) must end as 1-10 do, which begin at 1 too; write the same steps at all lines of a"
                        + " segment",
                "31-30 | steps (31-30) must end where they begin or later; write 30-31",
                "0-30  | steps (0-30) " + WHOLE,
                "11-011 | steps (11-011) " + WHOLE,
                "11-1000000000000000000 | steps (11-1000000000000000000) " + WHOLE
            })
    void stepsThatDoNotFollow(String steps, String message) {
        assertFaults(lines("1-10") + lines(steps), message);
    }

    @Test
    void stepsWithin_areAFaultOfOneSegmentOnly() {
        assertFaults(
                lines("2-20") + lines("5-6") + lines("21-30"),
                "steps (2-20) must begin at 1, as steps count from 1; say what holds at those between",
                "steps (5-6) must begin at 21, after 2-20; let no step be in two segments");
    }

    @Test
    void stepsAfterThoseWithin_followOnTheLongerOnes() {
        assertFaults(
                lines("1-30") + lines("5-10") + lines("32-40"),
                "steps (5-10) must begin at 31, after 1-30; let no step be in two segments",
                "steps (32-40) must begin at 31, after 1-30; say what holds at those between");
    }

    @ParameterizedTest
    @CsvSource({"31-40", "32-40"})
    void slipInTheEndOfOneLine_isOneFault(String following) {
        assertFaults(
                lines("1-10") + "11-30.rate = 0.1\n11-31.momentum = 0.9\n" + lines(following),
                "steps (11-31) must end as 11-30 do, which begin at 11 too; write the same steps at all lines of a"
                        + " segment");
    }

    @Test
    void segmentsThatBeginAlike_areToldWhatBothLack() {
        assertFaults(
                "1-10.rate = 0.1\n1-11.rate = 7\n",
                "steps (1-11) must end as 1-10 do, which begin at 1 too; write the same steps at all lines of a segment",
                "1-11.rate value (7.0) must be in the domain: 0 to 1",
                "momentum must have a value; give 0 to 1");
    }

    @ParameterizedTest
    @CsvSource({
        "0-29, 'be whole numbers from 1 to 10^18 - 1; write for instance 1-10'",
        "30-1, 'end where they begin or later; write 1-30'"
    })
    void valuesOfUnclearSteps_areKnown(String steps, String rule) {
        assertFaults(lines(steps), "steps (" + steps + ") must " + rule);
        assertFaults(
                steps + ".rate = 7\n" + steps + ".rates = 1\n",
                "steps (" + steps + ") must " + rule,
                steps + ".rate value (7.0) must be in the domain: 0 to 1",
                "momentum must have a value; give 0 to 1",
                steps + ".rates must be a parameter of Configuration; did you mean rate?");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5-5.rate",
        "31-, for instance 1-10.rate",
        "1\u201310, for instance 1-10.rate",
        "1\u2212 10, for instance 1-10.rate",
        "1--10, for instance 1-10.rate",
        "\u0661-\u0665, for instance 1-10.rate",
        "\uff11-\uff15, for instance 1-10.rate"
    })
    void whatIsMeantAsSteps_isToldHowTheyAreWritten(String steps, String advice) {
        String key = steps.replace(" ", "\\ ");
        assertFaults(lines(key), "steps (" + steps + ") " + TWO_STEPS + advice);
    }

    @Test
    void stepsWithBlanks_endTheKeyAndSayNoMore() {
        assertFaults("1 - 10.rate = 0.1\n", "steps (1) " + TWO_STEPS + "for instance 1-10.rate");
    }

    @Test
    void stepsWithAColon_areNotTheExample() {
        assertFaults(
                "1-10: rate = 0.1\n1-10: momentum = 0.1",
                "1-10 must be given once; remove one of its lines",
                "1-10 value (momentum = 0.1) must be empty; write the name of a parameter behind the steps, as in"
                        + " 1-10.rate");
    }

    @Test
    void parameterWhoseNameBeginsWithADigit_isOne() {
        PlainSpace digits = new PlainSpace(List.of(parameter("5.rate")));
        assertThatThrownBy(() -> Schedule.read(digits, new StringReader("5.rate = 7\n1-3 =\n"), "x"))
                .hasMessage("x: 5.rate value (7.0) must be in the domain: 0 to 1");
    }

    @Test
    void textsOfTheFile_areMadeVisible() {
        assertFaults(
                lines("1-10") + "1-10.\\u001b[2J\\n = 1\nmomentums\\u202e = 1\n",
                "momentums\\u202e must be a parameter of Configuration; did you mean momentum?",
                "1-10.\\u001b[2J\\n must be a parameter of Configuration; there are rate, momentum");
    }

    private void assertFaults(String text, String... faults) {
        assertThatThrownBy(() -> Schedule.read(space, new StringReader(text), "x.properties"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(Arrays.stream(faults)
                        .map(fault -> "x.properties: " + fault)
                        .collect(Collectors.joining("\n")));
    }

    private static String lines(String steps) {
        return steps + ".rate = 0.1\n" + steps + ".momentum = 0.9\n";
    }

    private static Parameter<Double> parameter(String name) {
        return Parameter.ofDouble(Scope.root().child(name), RealDomain.of(Scale.LINEAR, 0, 1))
                .adjustable();
    }
}
