// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the studies of a class belong.
 *
 * <p>Their reports go to {@code hpo} in the folder that the build tool writes to, whichever built the test's classes. That is the nearest
 * above them called {@code target}, {@code build}, {@code bin} or {@code out}, or else the one in the project that they are
 * in; {@code hpo} in the working folder, for classes that belong to no project. What is to outlast a clean build goes to the module's own folder.
 */
final class StudyFolder {

    private static final String NAME = "hpo";
    private static final List<String> OUTPUTS = List.of("target", "build", "bin", "out");
    private static final Set<String> BUILD_FILES = Set.of(
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "settings.gradle",
            "settings.gradle.kts",
            "build.sbt",
            "build.xml",
            ".project");

    private StudyFolder() {}

    /**
     * Returns the folder of the module that a class is in.
     *
     * @param basedir the system property that Maven sets; empty elsewhere
     */
    static Path module(Class<?> testClass, Optional<String> basedir) {
        return module(codeSource(testClass), basedir.map(Path::of), Path.of("").toAbsolutePath());
    }

    /**
     * Returns the folder of the module that classes are in: that of the nearest build file above them, unless Maven says it; the working
     * folder if there is none.
     *
     * @param classes the folder or jar that they are in, if they are in one
     * @param module the folder of their module, if Maven runs them
     * @param working the working folder
     */
    static Path module(Optional<Path> classes, Optional<Path> module, Path working) {
        return module.or(() -> classes.flatMap(StudyFolder::project)).orElse(working);
    }

    /**
     * Returns the folder for the reports of all studies of a class.
     *
     * @param basedir the system property that Maven sets; empty elsewhere
     */
    static Path of(Class<?> testClass, Optional<String> basedir) {
        return of(codeSource(testClass), basedir.map(Path::of), Path.of("").toAbsolutePath());
    }

    /**
     * Returns the folder for the reports of all studies of classes.
     *
     * @param classes the folder or jar that they are in, if they are in one
     * @param module the folder of their module, if Maven runs them
     * @param working the working folder
     */
    static Path of(Optional<Path> classes, Optional<Path> module, Path working) {
        if (module.isPresent()) {
            return classes.flatMap(from -> below(module.get(), from))
                    .orElseGet(() -> module.get().resolve("target"))
                    .resolve(NAME);
        }
        return classes.flatMap(from -> output(from, working)).orElse(working).resolve(NAME);
    }

    /** Returns the folder for reports beside a folder of a module, if the module has one for what is built. */
    static Optional<Path> beside(Path folder) {
        return Optional.ofNullable(folder.toAbsolutePath().getParent())
                .flatMap(module -> OUTPUTS.stream()
                        .map(module::resolve)
                        .filter(Files::isDirectory)
                        .findFirst())
                .map(output -> output.resolve(NAME));
    }

    private static Optional<Path> output(Path classes, Path working) {
        boolean isJar = !Files.isDirectory(classes);
        Optional<Path> project = project(classes);
        if (isJar && project.isEmpty()) {
            return Optional.empty();
        }
        if (project.isEmpty() && !classes.startsWith(working)) {
            return Optional.empty();
        }
        Path end = project.orElse(working);
        return ancestors(classes)
                .takeWhile(folder -> !folder.equals(end))
                .filter(folder -> OUTPUTS.contains(String.valueOf(folder.getFileName())))
                .findFirst()
                .or(() -> project.flatMap(folder -> below(folder, classes)));
    }

    private static Optional<Path> project(Path classes) {
        return ancestors(classes).filter(StudyFolder::isProject).findFirst();
    }

    private static Stream<Path> ancestors(Path classes) {
        Path nearest = Files.isDirectory(classes) ? classes : classes.getParent();
        return Stream.iterate(nearest, folder -> folder != null, Path::getParent);
    }

    private static boolean isProject(Path folder) {
        return BUILD_FILES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /** Returns the folder in a project that something in the project is in. */
    private static Optional<Path> below(Path project, Path inside) {
        Path folder = project.toAbsolutePath().normalize();
        Path path = inside.toAbsolutePath().normalize();
        return path.startsWith(folder) && path.getNameCount() > folder.getNameCount()
                ? Optional.of(folder.resolve(path.getName(folder.getNameCount())))
                : Optional.empty();
    }

    private static Optional<Path> codeSource(Class<?> testClass) {
        CodeSource source = testClass.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            // A class from a network or from memory belongs to no project.
            return Optional.empty();
        }
    }
}
