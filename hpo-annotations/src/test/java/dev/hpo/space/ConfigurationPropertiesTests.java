// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationPropertiesTests {

    private static final String START = """
rate = 0.01
units = 64
optimizer = adam
optimizer.adam.beta1 = 0.9
layers.size = 2
layers[0] = 3
layers[1] = 4
""";

    private final NetSpace space = new NetSpace();
    private final Configuration start = space.configuration(space.initial().orElseThrow());

    @Test
    void text_isInTheOrderOfTheSpaceUnderItsComment() throws IOException {
        StringBuilder text = new StringBuilder();
        ConfigurationProperties.write(space, start, "trial 3\nof DigitsTuning", text);
        assertThat(text).hasToString("# trial 3\n# of DigitsTuning\n" + START);
        assertThat(read(text.toString())).isEqualTo(start);
    }

    @Test
    void anyConfiguration_isReadBackExactly() throws IOException {
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            Configuration chosen = space.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            assertThat(read(written(space, chosen))).isEqualTo(chosen);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "\t",
                "\ta\t",
                "a=b:c#d!e",
                "#",
                "!",
                "\\",
                "C:\\users",
                "a\nb\r\nc\f",
                "\u00e4\u20ac",
                "\ud83d\ude00",
                "\u0000",
                "a\\",
                "\ufeff",
                "\u2028"
            })
    void anyText_isReadBackAsChoiceAndAsName(String text) throws IOException {
        Scope place = Scope.root().child(text + "x");
        Parameter<Integer> choice = Parameter.ofChoice(place, ChoiceDomain.of("other", text), List.of(0, 1));
        PlainSpace plain = new PlainSpace(List.of(choice));
        Configuration configuration = Configuration.builder().set(choice, 1).build();
        String written = written(plain, configuration);
        assertThat(ConfigurationProperties.read(plain, new StringReader(written), "x.properties"))
                .as(written)
                .isEqualTo(configuration);
    }

    @Test
    void allFaults_areNamedInOneGo() {
        assertThatThrownBy(() -> read("""
rate = 7
optimizer = adam
optimizer.adam.beta1 = high
layers.size = 1
layers.size = 1
layers[0] = 3
layers[2] = 3
unitz = 5
zzzzzzzzzzzz = 1
"""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
x.properties: layers.size must be given once; remove one of its lines
x.properties: rate value (7.0) must be in the domain: 1e-4 to 1, log
x.properties: optimizer.adam.beta1 value (high) must be a number: 0.8 to 0.99, log of one minus x
x.properties: units must have a value; give 10 to 100
x.properties: layers[2] must not have a value; it exists only when layers.size is at least 3, and layers.size is 1
x.properties: unitz must be a parameter of Net; did you mean units?
x.properties: zzzzzzzzzzzz must be a parameter of Net; there are rate, units, optimizer, optimizer.adam.beta1, \
layers.size, layers[0], layers[1], layers[2]""");
    }

    @Test
    void wrongParent_isTheOnlyFault() {
        assertThatThrownBy(() -> read(START.replace("adam\n", "adan\n")))
                .hasMessage("x.properties: optimizer value (adan) must be in the domain: one of sgd, adam");
        assertThatThrownBy(() -> read(START.replace("size = 2", "size = 9")))
                .hasMessage("x.properties: layers.size value (9) must be in the domain: 1 to 3");
    }

    @Test
    void inactiveKey_isAFault() {
        assertThatThrownBy(() -> read(START.replace("= adam", "= sgd")))
                .hasMessage("x.properties: optimizer.adam.beta1 must not have a value; it exists only when optimizer is"
                        + " adam, and optimizer is sgd");
    }

    @Test
    void emptyText_lacksEverythingThatExists() {
        assertThatThrownBy(() -> read("# nothing\n")).hasMessage("""
x.properties: rate must have a value; give 1e-4 to 1, log
x.properties: units must have a value; give 10 to 100
x.properties: optimizer must have a value; give one of sgd, adam
x.properties: layers.size must have a value; give 1 to 3
x.properties: layers[0] must have a value; give 1 to 9""");
    }

    @Test
    void formerName_isRead() throws IOException {
        assertThat(read(START.replace("rate", "learningRate"))).isEqualTo(start);
        assertThat(read(START.replace("rate", "lr"))).isEqualTo(start);
        assertThatThrownBy(() -> read(START + "lr = 0.5\n"))
                .hasMessage("x.properties: rate must be given once; it is there as lr too");
    }

    @Test
    void otherForms_areRead() throws IOException {
        assertThat(read("\ufeff" + START)).as("byte order mark").isEqualTo(start);
        assertThat(read(START.replace("\n", "\r\n"))).isEqualTo(start);
        assertThat(read(START.replace(" = ", ":").replace("\n", "  \n"))).isEqualTo(start);
        assertThat(read(START.replace("0.01", "1e-2"))).isEqualTo(start);
    }

    @Test
    void malformedEscape_isExplained() {
        assertThatThrownBy(() -> read("optimizer = C:\\users\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("x.properties: \\u must stand before four hexadecimal digits; write \\\\ for a backslash");
    }

    @Test
    void unfitConfiguration_isNotWritten() {
        StringBuilder text = new StringBuilder();
        Configuration empty = Configuration.builder().build();
        assertThatThrownBy(() -> ConfigurationProperties.write(space, empty, "", text))
                .isInstanceOf(ConfigurationException.class);
        assertThat(text).isEmpty();
    }

    @Test
    void load_readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("best.properties"), START);
        assertThat(space.load(file)).isEqualTo(space.initial().orElseThrow());
        Files.writeString(file, START.replace("64", "7"));
        assertThatThrownBy(() -> space.load(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ": units value (7) must be in the domain: 10 to 100");
        Files.writeString(file, START.replace("64", "13"));
        assertThatIllegalArgumentException().isThrownBy(() -> space.load(file)).withMessageContaining("nobody dares");
        assertThatThrownBy(() -> space.load(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void load_namesAFileInAnotherCharset(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("best.properties");
        Files.writeString(file, "# gr\u00fcn\n" + START, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> space.load(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file + " must be in UTF-8; save it so");
    }

    private Configuration read(String text) throws IOException {
        return ConfigurationProperties.read(space, new StringReader(text), "x.properties");
    }

    private static String written(Space<?> space, Configuration configuration) throws IOException {
        StringBuilder text = new StringBuilder();
        ConfigurationProperties.write(space, configuration, "", text);
        return text.toString();
    }
}
