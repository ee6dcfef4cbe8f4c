// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hpo.accept.AcceptedException.Fault;
import dev.hpo.accept.AcceptedFile.Change;
import dev.hpo.confirm.Sample;
import dev.hpo.space.Configuration;
import dev.hpo.storage.RunId;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedReplacementTests {

    private static final Configuration CONFIGURATION = KnobsSpace.SPACE.configuration(new Knobs(.0031, 32, "plain"));
    private static final String LICENCE = """
            # Copyright: us
            #
            ! metric: not this
            \t# Größe

            """;

    private Path folder = Path.of(".");
    private Path path = Path.of("knobs.properties");

    @BeforeEach
    void choose(@TempDir Path given) {
        folder = given;
        path = given.resolve("knobs.properties");
    }

    private AcceptedFile file() {
        return new AcceptedFile(path, "src/knobs.properties");
    }

    private static Evidence evidence(String study, int day) {
        return new Evidence(
                new Evidence.Origin(new RunId(study, 1), 0, .5, 1),
                new Evidence.Measure("loss", Aim.last(Direction.MINIMIZE)),
                new Evidence.Fresh(new Sample(List.of(1.0, 2.0, 3.0, 4.0, 5.0)), 0),
                LocalDate.of(2026, 3, day),
                "00ff");
    }

    private Change write(String study, int day) {
        return file().write(KnobsSpace.SPACE, CONFIGURATION, evidence(study, day));
    }

    private static String text() {
        return AcceptedText.of(KnobsSpace.SPACE, CONFIGURATION, evidence("Knobs.tune", 1));
    }

    private String there() throws IOException {
        return Files.readString(path);
    }

    private void assertRefused(Fault fault, String message) throws IOException {
        byte[] before = Files.readAllBytes(path);

        for (ThrowingCallable each : List.<ThrowingCallable>of(
                () -> file().requireOwn(KnobsSpace.SPACE, "Knobs.tune"), () -> write("Knobs.tune", 1))) {
            assertThatThrownBy(each)
                    .isInstanceOfSatisfying(
                            AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(fault))
                    .hasMessage(message);
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void whatHasChanged_isReturned() throws IOException {
        Files.writeString(path, "units = 32\nrate = 0.1\nkind = plain\n");

        Change change = write("Knobs.tune", 1);

        assertThat(change.before()).isEqualTo("units = 32\nrate = 0.1\nkind = plain\n");
        assertThat(change.now()).isEqualTo(there()).isEqualTo(text());
        assertThat(change.lines()).containsExactly("- rate = 0.1", "+ rate = 0.0031");
        assertThat(change.isAny()).isTrue();
    }

    @Test
    void firstFile_comesInThePlaceOfNothing() {
        assertThat(write("Knobs.tune", 1)).isEqualTo(new Change("", text()));
    }

    @Test
    void sameOfAnotherDay_isNotWritten() throws IOException {
        Files.writeString(path, LICENCE + text());

        Change change = write("Knobs.tune", 2);

        assertThat(change).isEqualTo(new Change(LICENCE + text(), LICENCE + text()));
        assertThat(change.isAny()).isFalse();
        assertThat(there()).isEqualTo(LICENCE + text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate = 0.0031", "# seed: 1", "# check: ", "# Knobs.tune, run 1"})
    void sameThatIsDamaged_isWritten(String line) throws IOException {
        Files.writeString(path, text().replace(line, line + "2"));

        write("Knobs.tune", 2);

        assertThat(there()).contains("accepted: 2026-03-02").doesNotContain("2026-03-01");
        assertThat(file().read(KnobsSpace.SPACE).configuration()).isEqualTo(CONFIGURATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# Knobs.tune, run 1, trial 2\n# minimize loss: 0.07\nunits = 3\n",
                "units = 3\n# not at the head\n",
                "# accepted: 2026-02-01\n# metric: loss\nunits = 3\n",
            })
    void commentsAtTheHead_stay(String old) throws IOException {
        Files.writeString(path, "\uFEFF" + LICENCE.replace("\n", "\r\n") + old);

        write("Knobs.tune", 1);
        file().write(
                        KnobsSpace.SPACE,
                        KnobsSpace.SPACE.configuration(new Knobs(.1, 2, "plain")),
                        evidence("Knobs.tune", 2));
        write("Knobs.tune", 1);

        assertThat(there()).isEqualTo(LICENCE + text());
        assertThat(file().read(KnobsSpace.SPACE).evidence()).isEqualTo(evidence("Knobs.tune", 1));
        assertThat(KnobsSpace.SPACE.load(path).units()).isEqualTo(32);
    }

    @Test
    void commentsInAnOlderEncoding_areUnderstood() throws IOException {
        Files.write(path, "# Größe\nunits = 3\n".getBytes(StandardCharsets.ISO_8859_1));

        write("Knobs.tune", 1);

        assertThat(there()).isEqualTo("# Größe\n" + text());
    }

    @Test
    void permissions_areThoseOfAnyNewFileOrOfTheOld() throws IOException {
        assumeThat(path.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path usual = Files.createFile(folder.resolve("usual"));

        write("Knobs.tune", 1);
        assertThat(Files.getPosixFilePermissions(path)).isEqualTo(Files.getPosixFilePermissions(usual));
        for (String old : List.of("rw-r-----", "r--r--r--", "rwxrwxrwx", "rw-------")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(old));
            Files.delete(Files.move(path, folder.resolve("gone")));
            Files.writeString(path, "units = 3\n");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(old));
            write("Knobs.tune", 1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo(old);
        }
    }

    @Test
    void linkToAFile_staysALink() throws IOException {
        Path target = folder.resolve("shared/real.properties");
        Path between = folder.resolve("between");
        Files.createSymbolicLink(between, Path.of("shared/real.properties"));
        Files.createSymbolicLink(path, between);

        write("Knobs.tune", 1);
        Files.writeString(target, "units = 3\n");
        write("Knobs.tune", 1);

        assertThat(path).isSymbolicLink();
        assertThat(between).isSymbolicLink();
        assertThat(target).isRegularFile().hasContent(text());
        try (Stream<Path> files = Files.list(target.resolveSibling(""))) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void folderThatIsALink_isOne() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        path = link.resolve("knobs.properties");

        write("Knobs.tune", 1);

        assertThat(folder.resolve("real/knobs.properties")).hasContent(text());
        assertThat(link).isSymbolicLink();
    }

    @Test
    void linksInACircle_areTold() throws IOException {
        Files.createSymbolicLink(path, path.getFileName());

        assertThatThrownBy(() -> write("Knobs.tune", 1))
                .hasMessage("src/knobs.properties must be writable: links that lead in a circle");
    }

    @Test
    void fileOfAnotherTest_isNotReplaced() throws IOException {
        write("Dials.tune", 1);

        assertRefused(
                Fault.FOREIGN,
                "src/knobs.properties must be the file of Knobs.tune alone, but has what was accepted of Dials.tune; name another file in @Accepted, or delete it if that is no more");
    }

    @Test
    void fileOfTheProgram_isNotReplacedAndItsValuesAreNotTold() throws IOException {
        Files.writeString(path, "units = 32\ndb.password: hunter2\n");

        assertRefused(
                Fault.FOREIGN,
                "src/knobs.properties must be the file of Knobs.tune alone, but has a key (db.password) that is no parameter of Knobs; name another file in @Accepted, or delete it if that is no more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter2 =", "path = C:\\users\nhunter2", "units = 3\n- hunter2\\\n"})
    void lineThatMayBeASecret_isNotTold(String secret) throws IOException {
        Files.writeString(path, secret);

        assertThatThrownBy(() -> write("Knobs.tune", 1))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.FOREIGN))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void fileOfTheSpaceBefore_isReplaced() throws IOException {
        Files.writeString(path, "units = 32\nrate = 0.1\n");

        file().write(
                        DialsSpace.SPACE,
                        DialsSpace.SPACE.configuration(new Dials(.1, 20, "plain")),
                        evidence("Knobs.tune", 1));

        assertThat(there()).contains("size = 20");
    }

    @Test
    void hugeFile_isNeitherReadNorReplaced() throws IOException {
        Files.writeString(path, "#".repeat((1 << 20) + 1));
        String message =
                "src/knobs.properties must be what was accepted, but has more than 1 MB; restore the file, or name another in @Accepted";

        assertRefused(Fault.DAMAGED, message);
        assertThatThrownBy(() -> file().text()).hasMessage(message);
        assertThatThrownBy(() -> file().read(KnobsSpace.SPACE)).hasMessage(message);
    }

    @Test
    void whatMayBeReplaced_isKnownBefore() throws IOException {
        AcceptedFile file = file();
        assertThatCode(() -> file.requireOwn(KnobsSpace.SPACE, "Knobs.tune")).doesNotThrowAnyException();
        for (String own : List.of(text(), "units = 32\n", "")) {
            Files.writeString(path, own);

            assertThatCode(() -> file.requireOwn(KnobsSpace.SPACE, "Knobs.tune"))
                    .doesNotThrowAnyException();
            assertThat(there()).isEqualTo(own);
        }
    }

    @Test
    void folder_isKnownBefore() {
        AcceptedFile file = new AcceptedFile(folder, "src/knobs.properties");

        assertThatThrownBy(() -> file.requireOwn(KnobsSpace.SPACE, "Knobs.tune"))
                .isInstanceOfSatisfying(
                        AcceptedException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNREACHABLE))
                .hasMessage("src/knobs.properties must be writable: there is something else than a file");
    }
}
