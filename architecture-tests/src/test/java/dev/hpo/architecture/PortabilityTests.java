// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project builds on any machine: no file names a path of one, or the host of a registry. */
class PortabilityTests {

    private static final Pattern LOCAL = Pattern.compile(
            "(?<![\\w./-])/(?:root|work|home/\\w+|Users/\\w+)/|repo1?\\.maven\\.(?:apache\\.)?org|\\b(?:plugins\\.)?gradle\\.org/m2");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".hpo", ".idea", ".vscode", ".settings");
    private static final Set<String> TEXT = Set.of(
            "",
            "java",
            "xml",
            "md",
            "properties",
            "config",
            "json",
            "csv",
            "txt",
            "html",
            "css",
            "js",
            "yml",
            "yaml",
            "gradle",
            "kts",
            "sh");

    @Test
    void noFileNamesAMachineOrARegistry() throws IOException {
        assertThat(local(House.folder())).isEmpty();
    }

    @Test
    void pathsAndHostsAreFound(@TempDir Path folder) throws IOException {
        write(folder, "a.properties", "data=/ho" + "me/ada/data");
        write(folder, "b.xml", "<url>https://repo.maven.apache" + ".org/maven2</url>");
        write(folder, "run", "cd /ro" + "ot/project");
        write(folder, "c.md", "see docs/home/index.md and https://example.org/home/a/");
        write(folder, "target", "/wo" + "rk/x");

        assertThat(local(folder)).containsExactlyInAnyOrder("a.properties", "b.xml", "run");
    }

    private static List<String> local(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> isOurText(root.relativize(file)))
                    .filter(Files::isRegularFile)
                    .filter(file -> LOCAL.matcher(read(file)).find())
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean isOurText(Path file) {
        for (Path part : file) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        String name = file.getFileName().toString();
        return TEXT.contains(name.substring(name.indexOf('.') < 0 ? name.length() : name.lastIndexOf('.') + 1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text + "\n");
    }
}
