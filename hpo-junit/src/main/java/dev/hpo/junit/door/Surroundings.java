// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.door;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a process can know of where it runs.
 *
 * @param properties the system properties
 * @param folder the working folder
 * @param command the command line, as far as the operating system tells
 * @param mavenArguments what the script {@code mvn} was called with, empty elsewhere
 */
record Surroundings(Properties properties, Path folder, List<String> command, String mavenArguments) {

    /** A comma between braces would be the shell's. */
    private static final String PLAIN = "[\\w./:=@+#{}-]+|[\\w./:=@+#,-]+";

    /** PowerShell takes an option apart at its first dot, and has meanings of its own for many signs. */
    private static final String PLAIN_ON_WINDOWS = "(?!-)[\\w./:\\\\-]+|-{1,2}\\w+";

    static Surroundings ofThisProcess() {
        ProcessHandle.Info info = ProcessHandle.current().info();
        List<String> command = Stream.concat(
                        info.command().stream(), Arrays.stream(info.arguments().orElse(new String[0])))
                .toList();
        return new Surroundings(
                System::getProperty,
                Path.of("").toAbsolutePath(),
                command,
                Objects.requireNonNullElse(System.getenv("MAVEN_CMD_LINE_ARGS"), ""));
    }

    Optional<String> property(String key) {
        return Optional.ofNullable(properties.get(key));
    }

    /** Returns how a program is called: that of the project if a folder or one above it has one, else the installed one. */
    String program(Path from, String installed, String own) {
        String name = isWindows() ? own + (installed.equals("mvn") ? ".cmd" : ".bat") : own;
        for (Path above = from; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(name))) {
                return above.resolve(name).toString();
            }
        }
        return installed;
    }

    /** Returns a command line with its words quoted where a shell would not take them as they are. */
    String line(Stream<String> words) {
        return String.join(" ", words.map(this::quoted).toList());
    }

    String quoted(String word) {
        if (word.matches(isWindows() ? PLAIN_ON_WINDOWS : PLAIN)) {
            return word;
        }
        return isWindows() ? '"' + word.replace("\"", "\\\"") + '"' : "'" + word.replace("'", "'\\''") + "'";
    }

    boolean isWindows() {
        return property("os.name").orElse("").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Looks up a system property. */
    @FunctionalInterface
    interface Properties {
        @Nullable
        String get(String key);
    }
}
