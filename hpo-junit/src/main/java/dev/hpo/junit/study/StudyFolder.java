// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where studies keep their files: {@code target/hpo} of the Maven module, or {@code build/hpo} of the Gradle project, that a test class
 * belongs to; {@code hpo} in the working folder for one that belongs to none.
 */
final class StudyFolder {

    private StudyFolder() {}

    /**
     * Returns the folder for all studies of a class.
     *
     * @param basedir the system property that Maven sets; empty elsewhere
     */
    static Path of(Class<?> testClass, Optional<String> basedir) {
        if (basedir.isPresent()) {
            return Path.of(basedir.get(), "target", "hpo");
        }
        for (Path folder = codeSource(testClass); folder != null; folder = folder.getParent()) {
            if (has(folder, "pom.xml")) {
                return folder.resolve(Path.of("target", "hpo"));
            }
            if (has(folder, "build.gradle", "build.gradle.kts")) {
                return folder.resolve(Path.of("build", "hpo"));
            }
        }
        return Path.of("hpo").toAbsolutePath();
    }

    /**
     * Returns the folder of the whole project that a module belongs to, where its user usually stands: the highest of the
     * folders above it that have a build file without a gap.
     */
    static Path project(Path module) {
        Path project = module;
        Path above = module.getParent();
        while (above != null && has(above, "pom.xml", "settings.gradle", "settings.gradle.kts")) {
            project = above;
            above = above.getParent();
        }
        return project;
    }

    /** Returns a study's name without what some file systems refuse, as Windows does with a question mark. */
    static String safe(String study) {
        return study.replaceAll("[<>:\"/\\\\|?*\\p{Cntrl}]", "_");
    }

    private static boolean has(Path folder, String... names) {
        return Stream.of(names).anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    private static @Nullable Path codeSource(Class<?> testClass) {
        CodeSource source = testClass.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? null
                    : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            // A class from a network or from memory belongs to no project.
            return null;
        }
    }
}
