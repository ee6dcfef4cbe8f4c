// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
            "kt",
            "py",
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
        List<String> local = new ArrayList<>();
        // Other modules may be built meanwhile: what is not ours comes and goes, and must not even be listed.
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean isOurs = folder.equals(root) || isOurs(folder);
                return isOurs ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isOurs(file) && isText(file) && LOCAL.matcher(read(file)).find()) {
                    local.add(root.relativize(file).toString());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return local;
    }

    private static boolean isOurs(Path path) {
        return !NOT_OURS.contains(path.getFileName().toString());
    }

    private static boolean isText(Path file) {
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
