// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.TrainSpace.Train;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleFileTests {

    private static final String TWO = """
units = 64
optimizer = adam
dropout = 0.5
m\u00f6de = \\ gr\u00fcn=\\u2028\\n#

1-10.rate = 0.1
1-10.optimizer.adam.beta = 0.9

11-30.rate = 0.01
11-30.optimizer.adam.beta = 0.95
""";

    private static final String ONE = """
rate = 0.1
units = 64
optimizer = sgd
dropout = 0.5
m\u00f6de = fast

1-30 =
""";

    private final TrainSpace space = new TrainSpace();
    private final Schedule<Train> two = Schedule.builder(space)
            .until(10, adam(0.1, 0.9))
            .until(30, adam(0.01, 0.95))
            .build();

    @Test
    void file_hasWhatHoldsAlwaysOnceAndWhatChangesForEachSegment() throws IOException {
        assertThat(written(two, "")).isEqualTo(TWO);
        assertThat(read(TWO)).isEqualTo(two);
        assertThat(read(TWO).at(11)).isEqualTo(two.at(11));
    }

    @Test
    void whereOneParameterChanges_itIsAColumn() throws IOException {
        Schedule<Train> one = Schedule.builder(space)
                .until(1, adam(0.1, 0.9))
                .until(2, adam(0.2, 0.9))
                .build();
        assertThat(written(one, "the winner\nof two"))
                .startsWith("# the winner\n# of two\nunits = 64\n")
                .endsWith("""

1-1.rate = 0.1
2-2.rate = 0.2
""");
        assertThat(read(written(one, "the winner\nof two"))).isEqualTo(one);
    }

    @Test
    void whereNothingChanges_theStepsStandAlone() throws IOException {
        Configuration sgd = sgd(0.1);
        Schedule<Train> one = Schedule.builder(space).until(30, sgd).build();
        assertThat(written(one, "")).isEqualTo(ONE);
        assertThat(read(ONE)).isEqualTo(one);
        Schedule<Train> same =
                Schedule.builder(space).until(10, sgd).until(30, sgd).build();
        assertThat(written(same, "")).endsWith("\n1-10 =\n11-30 =\n");
        assertThat(read(written(same, ""))).isEqualTo(same).isNotEqualTo(one);
    }

    @Test
    void whereAllChanges_nothingIsThereOnce() throws IOException {
        PlainSpace plain = new PlainSpace(List.of(space.rate));
        Schedule<Configuration> rates = Schedule.builder(plain)
                .until(5, Configuration.builder().set(space.rate, 0.1).build())
                .until(6, Configuration.builder().set(space.rate, 0.2).build())
                .build();
        StringBuilder text = new StringBuilder();
        rates.write("", text);
        assertThat(text).hasToString("1-5.rate = 0.1\n6-6.rate = 0.2\n");
        PlainSpace nothing = new PlainSpace(List.of());
        StringBuilder steps = new StringBuilder();
        Schedule.builder(nothing)
                .until(3, Configuration.builder().build())
                .build()
                .write("", steps);
        assertThat(steps).hasToString("1-3 =\n");
        assertThat(Schedule.read(nothing, new StringReader("1-3 ="), "x").steps())
                .isEqualTo(3);
    }

    @Test
    void anySchedule_isReadBackExactly() throws IOException {
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            Configuration first = space.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            Schedule.Builder<Train> builder = Schedule.builder(space);
            long last = 0;
            for (int segment = 0; segment <= random.nextInt(6); segment++) {
                last += 1 + random.nextInt(20);
                builder.until(
                        last,
                        space.choose(parameter -> parameter.isAdjustable() && random.nextBoolean()
                                ? parameter.domain().fromUnit(random.nextDouble())
                                : first.raw(parameter)));
            }
            Schedule<Train> any = builder.build();
            Schedule<Train> back = read(written(any, "trial " + i));
            assertThat(back).isEqualTo(any);
            assertThat(written(back, "")).isEqualTo(written(any, ""));
        }
    }

    @Test
    void otherForms_areRead() throws IOException {
        assertThat(read("\ufeff" + TWO)).isEqualTo(two);
        assertThat(read(TWO.replace("\n", "\r\n"))).isEqualTo(two);
        assertThat(read(TWO.replace(".rate", ".lr"))).as("former name").isEqualTo(two);
        assertThat(read(TWO.replace("units = 64\n", "") + "1-10.units = 64\n11-30.units = 64\n"))
                .as("structure for each segment")
                .isEqualTo(two);
        List<String> lines = TWO.lines().sorted().toList();
        assertThat(read(String.join("\n", lines))).as("another order").isEqualTo(two);
        assertThat(read(TWO + "1-10 =\n")).as("steps alone beside others").isEqualTo(two);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"11-30", "12-30", "9-30", "1-30", "31-30", "11-011", "0-30", "11-1000000000000000000", "1-9"})
    void stepsThatDoNotFollow_areFaults(String steps) {
        String message =
                switch (steps) {
                    case "12-30" -> "must begin at 11, after 1-10; say what holds at those between";
                    case "9-30", "1-30" -> "must begin at 11, after 1-10; let no step be in two segments";
                    case "31-30" -> "must end where they begin or later; write 30-31";
                    case "1-9" -> "";
                    default -> "must be whole numbers from 1 to 10^18 - 1; write for instance 1-10";
                };
        String text = TWO.replace("11-30", steps);
        if (steps.equals("11-30")) {
            assertThat(text).isEqualTo(TWO);
        } else if (steps.equals("1-9")) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "x.properties: steps (1-10) must begin at 10, after 1-9; let no step be in two segments");
        } else {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("x.properties: steps (" + steps + ") " + message);
        }
    }

    @Test
    void stepsWithin_areAFaultOfOneSegmentOnly() {
        String text = """
units = 64
optimizer = sgd
dropout = 0.5
m\u00f6de = fast
2-20.rate = 0.1
5-6.rate = 0.2
21-30.rate = 0.3
""";
        assertThatThrownBy(() -> read(text)).hasMessage("""
x.properties: steps (2-20) must begin at 1, as steps count from 1; say what holds at those between
x.properties: steps (5-6) must begin at 21, after 2-20; let no step be in two segments""");
    }

    @Test
    void fileOfAConfiguration_lacksTheSteps() {
        assertThatThrownBy(() -> read(ONE.replace("1-30 =\n", "")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "x.properties: steps (none) must be there; write 1-30.rate = and its value, or 1-30 = alone where"
                                + " nothing changes");
        assertThatThrownBy(() -> read(""))
                .hasMessageContaining("x.properties: steps (none) must be there")
                .hasMessageContaining("x.properties: units must have a value; give 10 to 100");
    }

    @Test
    void allFaults_areNamedInOneGo() {
        assertThatThrownBy(() -> read("""
units = 7
optimizer = adam
dropout = 0.5
lr = 0.5
rates = 0.5
1-10.rate = 0.1
1-10.rate = 0.1
1-10.optimizer.adam.beta = high
11-20.rate = 7
11-20.optimizer.adam.beta = 0.9
21-30.optimizer.adam.beta = 0.9
21-30.unitz = 5
21-30. = 5
31-40 = 0.1
"""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
x.properties: 1-10.rate must be given once; remove one of its lines
x.properties: 31-40 value (0.1) must be empty; write the name of a parameter behind the steps, as in 31-40.rate = 0.1
x.properties: units value (7) must be in the domain: 10 to 100
x.properties: 1-10.optimizer.adam.beta value (high) must be a number: 0.8 to 0.99, log of one minus x
x.properties: rate must be given for all steps or for each segment, not both; it is there as 1-10.rate too
x.properties: 11-20.rate value (7.0) must be in the domain: 1e-4 to 1, log
x.properties: m\u00f6de must have a value; give one of fast,  gr\u00fcn=~
#
x.properties: 31-40.optimizer.adam.beta must have a value; give 0.8 to 0.99, log of one minus x
x.properties: rates must be a parameter of Train; did you mean rate?
x.properties: 21-30.unitz must be a parameter of Train; did you mean units?
x.properties: 21-30. must be a parameter of Train; there are rate, units, optimizer, optimizer.adam.beta, dropout, m\u00f6de""".replace('~', '\u2028'));
    }

    @Test
    void structure_mayNotChange() {
        String text = TWO.replace("optimizer = adam\n", "")
                .replace("11-30.optimizer.adam.beta = 0.95\n", "1-10.optimizer = adam\n11-30.optimizer = sgd\n");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "x.properties: optimizer must be the same at all steps, as it may not change while a model trains;"
                                + " write the same value, or mark it with @Adjustable");
    }

    @Test
    void parameterThatDoesNotExist_isAFaultOfItsSegment() {
        assertThatThrownBy(() -> read(ONE + "1-30.optimizer.adam.beta = 0.9\n"))
                .hasMessage(
                        "x.properties: 1-30.optimizer.adam.beta must not have a value; it exists only when optimizer is"
                                + " adam, and optimizer is sgd");
    }

    @Test
    void parameterThatASegmentLacks_isNamedThere() {
        assertThatThrownBy(() -> read(TWO.replace("11-30.rate = 0.01\n", "")))
                .hasMessage("x.properties: 11-30.rate must have a value; give 1e-4 to 1, log");
        assertThatThrownBy(() -> read(TWO.replace("11-30.rate = 0.01\n", "").replace("1-10.rate = 0.1\n", "")))
                .as("that no segment has")
                .hasMessage("x.properties: rate must have a value; give 1e-4 to 1, log");
    }

    @Test
    void whatTheConstructorRejects_isNamedWithItsSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(TWO.replace("0.01", "0.13")))
                .withMessage("x.properties: steps (11-30): rate (0.13) must not be 0.13; nobody dares");
    }

    @Test
    void malformedEscape_isExplained() {
        assertThatThrownBy(() -> read("1-10.rate = \\u12\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("x.properties: \\u must stand before four hexadecimal digits; write \\\\ for a backslash");
    }

    @Test
    void file_isLoaded(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("schedule.properties"), TWO);
        assertThat(Schedule.load(space, file)).isEqualTo(two);
        Files.writeString(file, TWO.replace("11-30", "12-30"));
        assertThatThrownBy(() -> Schedule.load(space, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ": steps (12-30) must begin at 11, after 1-10; say what holds at those between");
        Files.writeString(file, TWO, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Schedule.load(space, file))
                .hasMessageStartingWith(file + " must be in UTF-8; save it so");
        assertThatThrownBy(() -> Schedule.load(space, folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void resource_isLoaded() throws IOException {
        assertThat(Schedule.loadResource(space, "schedule.properties")).isEqualTo(two);
        assertThat(Schedule.loadResource(space, "/dev/hpo/space/schedule.properties"))
                .isEqualTo(two);
        assertThatThrownBy(() -> Schedule.loadResource(space, "none.properties"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageStartingWith(
                        "resource (none.properties) must be on the class path, beside dev.hpo.space.TrainSpace$Train");
    }

    private Schedule<Train> read(String text) throws IOException {
        return Schedule.read(space, new StringReader(text), "x.properties");
    }

    private static String written(Schedule<?> schedule, String comment) throws IOException {
        StringBuilder text = new StringBuilder();
        schedule.write(comment, text);
        return text.toString();
    }

    private Configuration sgd(double rate) {
        return space.configuration(new Train(rate, 64, "sgd", Optional.empty(), 0.5f, "fast"));
    }

    private Configuration adam(double rate, double beta) {
        return space.configuration(new Train(rate, 64, "adam", Optional.of(beta), 0.5f, TrainSpace.STRANGE));
    }
}
