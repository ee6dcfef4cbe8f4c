// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFilesTests {

    private static final int LENGTH = 300_000;

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void textsThatAreAppendedAtOnce_stayWhole() throws IOException {
        IntStream.range(0, 16).parallel().forEach(i -> new StudyFiles(folder)
                .append("page.md", String.valueOf((char) ('a' + i)).repeat(LENGTH) + "\n"));

        List<String> lines = Files.readAllLines(folder.resolve("page.md"));
        assertThat(lines).as("a blank line is between two").hasSize(2 * 16 - 1);
        assertThat(lines).filteredOn(line -> !line.isEmpty()).hasSize(16).allSatisfy(line -> assertThat(line)
                .isEqualTo(line.substring(0, 1).repeat(LENGTH)));
    }

    @Test
    void textThatCannotBeMade_costsNoOtherFile() {
        StudyFiles files = new StudyFiles(folder);

        files.write("deep.md", target -> {
            throw new StackOverflowError();
        });
        files.write("summary.txt", target -> target.write("it"));

        assertThat(files.paths("deep.md", "summary.txt")).containsExactly(folder.resolve("summary.txt"));
        assertThat(files.fault()).get().asString().contains("deep.md in ", "StackOverflowError");
        assertThat(folder.resolve("summary.txt")).hasContent("it");
    }
}
