// SPDX-License-Identifier: Apache-2.0
package dev.hpo.consumer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of one of the projects, outside the reactor, that knows hpo only as installed artifacts. */
record Consumer(Path folder) {

    private static final Path PROJECTS = Path.of("projects");
    private static final Path COPIES = Path.of("target/projects").toAbsolutePath();

    /**
     * Copies a project.
     *
     * @param project the name of its folder
     * @param copy the name of the copy
     * @param values what its build file calls {@code @name@}
     */
    static Consumer copy(String project, String copy, Map<String, String> values) {
        Path target = COPIES.resolve(copy);
        delete(target);
        Path source = PROJECTS.resolve(project);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                copyFile(file, target.resolve(source.relativize(file)), values);
            }
            // Where Maven looks for its options; without it, it would find those of this build.
            Files.createDirectories(target.resolve(".mvn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Consumer(target);
    }

    static Consumer copy(String project, String copy) {
        return copy(project, copy, Map.of());
    }

    /** Runs Maven in the project. */
    Run maven(Jdk jdk, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(property("consumers.maven"), "bin", "mvn").toString());
        command.addAll(options());
        command.addAll(List.of(arguments));
        return Run.of(folder, environment(jdk), command);
    }

    /** Runs a command line that Maven's user was told, as it is, in a shell. */
    Run paste(Jdk jdk, String line) {
        Map<String, String> environment = new LinkedHashMap<>(environment(jdk));
        String programs = Path.of(property("consumers.maven"), "bin").toString();
        environment.put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        String quoted = options().stream().map(option -> " '" + option + "'").collect(Collectors.joining());
        return Run.of(folder, environment, List.of("sh", "-c", line + quoted));
    }

    private static Map<String, String> environment(Jdk jdk) {
        return Map.of("JAVA_HOME", jdk.home().toString(), "MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    }

    private static List<String> options() {
        return List.of(
                "-B", "-ntp", "-gs", settings().toString(), "-Dmaven.repo.local=" + property("consumers.repository"));
    }

    /** Returns a file's path. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Returns the only file of that name in the project's {@code target/hpo}. */
    Path result(String name) {
        try (Stream<Path> files = Files.walk(file("target/hpo"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().equals(name))
                    .toList();
            if (found.size() != 1) {
                throw new AssertionError(name + " is there " + found.size() + " times: " + found);
            }
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path settings() {
        Path settings = COPIES.resolve("settings.xml");
        copyFile(
                PROJECTS.resolve("settings.xml"),
                settings,
                Map.of(
                        "downloads",
                        Path.of(property("consumers.downloads")).toUri().toString()));
        return settings;
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new AssertionError(name + " is not set: run these tests with Maven, -Pconsumers");
        }
        return value;
    }

    private static void copyFile(Path from, Path to, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("hpo.version", property("consumers.version"));
        try {
            String text = Files.readString(from);
            for (Map.Entry<String, String> value : all.entrySet()) {
                text = text.replace("@" + value.getKey() + "@", value.getValue());
            }
            Files.createDirectories(to.getParent());
            Files.writeString(to, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
