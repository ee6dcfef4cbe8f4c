// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.DigitsTuning.tune", "com.acme.Tuning.is it good", "Tuning.größe", "Console.tune"})
    void usualName_isTheStudys(String study) {
        assertThat(FolderName.of(study)).isEqualTo(study);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a?b                          | a_b
                    is "it" <good>: yes*/\\\\? | is _it_ _good__ yes_____-
                    `Tuning.tune `               | Tuning.tune_-
                    `Tuning.tune...`             | Tuning.tune_-
                    con.Tuning.tune              | _.Tuning.tune-
                    """)
    void nameThatAFileSystemRefuses_isReplacedAndGetsAHash(String study, String begins) {
        assertThat(FolderName.of(study)).startsWith(begins).matches(".*-[0-9a-f]{8}");
    }

    @Test
    void namesThatDifferInWhatIsReplaced_areTwo() {
        List<String> names = Stream.of("a?b", "a_b", "a*b", "a:b", "a_b ", "a_b.", "a_b_")
                .map(FolderName::of)
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void longName_isCutAtACharacter_andStaysOneOfItsOwn(@TempDir Path folder) throws IOException {
        String umlauts = "com.acme.Tuning." + "ü".repeat(80);
        String faces = "com.acme.Tuning." + "\uD83D\uDE00".repeat(50);
        List<String> names = Stream.of(umlauts, umlauts + "a", umlauts + "b", faces, faces + "x", "x".repeat(151))
                .map(FolderName::of)
                .toList();

        assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> {
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(146, 150);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).isTrue();
        });
        for (String name : names) {
            Files.createDirectory(folder.resolve(name));
        }
        assertThat(FolderName.of("x".repeat(150))).isEqualTo("x".repeat(150));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../../etc/passwd",
                "..\\..\\x",
                "/absolute",
                "C:\\x",
                "C:x",
                "a/../../b",
                "~",
                "two\nlines\r\t\u0000\u001b[31m",
                "\"quotes\" 'and' `more`",
                "\ud83d\ude00",
                "half an emoji \ud83d",
                "aux",
                "NUL.tune",
                "com1.Tuning.tune",
                "Tuning.tune.",
                " ",
                "\u202e\u2028"
            })
    void anyName_isThatOfSomethingRightInTheFolder(String study, @TempDir Path folder) throws IOException {
        Path place = folder.resolve(FolderName.of(study));

        assertThat(place.normalize()).isEqualTo(place);
        assertThat(place.getParent()).isEqualTo(folder);
        assertThat(place.getFileName().toString()).doesNotContainPattern("[<>:\"/\\\\|?*\\p{Cntrl}]|[. ]$");
        assertThat(Files.createDirectory(place)).isDirectory();
        Files.createFile(folder.resolve(FolderName.of(study) + ".log.lock" + "x".repeat(70)));
        StudyPlaces places = StudyPlaces.in(folder, "x").beside(study);
        assertThat(places.reports().getParent()).isEqualTo(folder);
        assertThat(places.journal().getParent()).isEqualTo(folder);
    }

    @Test
    void nameOf300Characters_leavesRoomForLocks() {
        assertThat(FolderName.of("x".repeat(300)).length() + ".log".length() + 70)
                .isLessThanOrEqualTo(255);
    }

    @Test
    void nameThatDiffersInCaseOnly_isAnotherWhereTheFileSystemTakesThemForOne() {
        assertThat(FolderName.of("Tuning.tuneA", Optional.of("Tuning.tuneA"))).isEqualTo("Tuning.tuneA");
        assertThat(FolderName.of("Tuning.tuneA", Optional.of("Tuning.tunea"))).matches("Tuning\\.tuneA-[0-9a-f]{8}");
        assertThat(FolderName.of("Tuning.tuneA", Optional.of("a link to elsewhere")))
                .isEqualTo("Tuning.tuneA");
    }

    @Test
    void hash_isTheSameForEver() {
        assertThat(FolderName.of("a?b")).isEqualTo("a_b-b8d11ab5");
    }
}
