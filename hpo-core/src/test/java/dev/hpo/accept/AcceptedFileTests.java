// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.accept.AcceptedException.Fault;
import dev.hpo.confirm.Sample;
import dev.hpo.space.Configuration;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedFileTests {

    private static final Knobs KNOBS = new Knobs(.0031, 32, "plain");
    private static final Configuration CONFIGURATION = KnobsSpace.SPACE.configuration(KNOBS);
    private static final Evidence EVIDENCE = new Evidence(
            new Evidence.Origin(new RunId("Größe", 1), 0, .5, 1),
            new Evidence.Measure("Verlust ß", Aim.last(Direction.MAXIMIZE)),
            new Evidence.Fresh(new Sample(List.of(1.0, 2.0, 3.0, 4.0, 5.0)), 0),
            LocalDate.of(2026, 3, 1),
            "00ff");

    private Path path = Path.of("knobs.properties");

    @BeforeEach
    void choose(@TempDir Path folder) {
        path = folder.resolve("hpo/knobs.properties");
    }

    private AcceptedFile file() {
        return new AcceptedFile(path, "src/knobs.properties");
    }

    @Test
    void file_isReadBackAndByTheProgram() throws IOException {
        file().write(KnobsSpace.SPACE, CONFIGURATION, EVIDENCE);

        assertThat(file().read(KnobsSpace.SPACE).evidence()).isEqualTo(EVIDENCE);
        assertThat(KnobsSpace.SPACE.load(path)).isEqualTo(KNOBS);
        assertThat(file().text()).hasValue(AcceptedText.of(KnobsSpace.SPACE, CONFIGURATION, EVIDENCE));
        assertThat(Files.readAllBytes(path))
                .isEqualTo(file().text().orElseThrow().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void file_takesThePlaceOfAnother() throws IOException {
        file().write(KnobsSpace.SPACE, KnobsSpace.SPACE.configuration(new Knobs(1, 1, "plain")), EVIDENCE);
        file().write(KnobsSpace.SPACE, CONFIGURATION, EVIDENCE);

        assertThat(KnobsSpace.SPACE.load(path)).isEqualTo(KNOBS);
        try (Stream<Path> files = Files.list(path.resolveSibling(""))) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void missingFile_isTold() {
        assertThat(file().text()).isEmpty();
        assertThatThrownBy(() -> file().read(KnobsSpace.SPACE))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.MISSING))
                .hasMessage("src/knobs.properties must be there to be run again; accept a result to have it");
    }

    @Test
    void fileThatIsNoText_isTold() throws IOException {
        Files.createDirectories(path.resolveSibling(""));
        Files.write(path, new byte[] {(byte) 0xC3, '('});

        assertThatThrownBy(() -> file().read(KnobsSpace.SPACE))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.DAMAGED))
                .hasMessage("src/knobs.properties must be in UTF-8; save it so, or accept anew");
    }

    @Test
    void folderThatCannotBe_isTold() throws IOException {
        Files.writeString(path.resolveSibling("").resolveSibling("hpo"), "no folder");

        assertThatThrownBy(() -> file().write(KnobsSpace.SPACE, CONFIGURATION, EVIDENCE))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNREACHABLE))
                .hasMessageStartingWith("src/knobs.properties must be writable: ");
    }

    @Test
    void folderInItsPlace_isTold() throws IOException {
        Files.createDirectories(path.resolve("sub"));

        assertThatThrownBy(() -> file().write(KnobsSpace.SPACE, CONFIGURATION, EVIDENCE))
                .hasMessageStartingWith("src/knobs.properties must be writable: ");
        assertThatThrownBy(() -> file().read(KnobsSpace.SPACE))
                .hasMessageStartingWith("src/knobs.properties must be readable: ");
        try (Stream<Path> files = Files.list(path.resolveSibling(""))) {
            assertThat(files).containsExactly(path);
        }
    }
}
