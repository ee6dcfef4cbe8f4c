// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.hpo.architecture.fixture.pruner.LatePruner;
import dev.hpo.architecture.fixture.trial.Timeless;
import dev.hpo.architecture.fixture.trial.TrialImpl;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 6: no module-info yet, but jars that can become modules: named in the manifest and with no shared package. */
class ModuleTests {

    private static final Set<String> JARS = Set.of("annotations", "processor", "core", "testkit", "junit");

    @Test
    void jarsHaveAModuleNameAndNoDescriptor() {
        List<Path> jars = entries().stream().filter(Files::isRegularFile).toList();
        // Before the package phase there are folders instead of jars, and no manifest.
        assertThat(jars).allSatisfy(ModuleTests::checkJar);
    }

    @Test
    void allModulesAreChecked() {
        assertThat(entries().stream().map(ModuleTests::module)).containsExactlyInAnyOrderElementsOf(JARS);
    }

    @Test
    void noPackageIsInTwoJars() {
        assertThat(shared(House.classes())).isEmpty();
    }

    @Test
    void jarWithoutANameIsFound(@TempDir Path folder) throws IOException {
        Path jar = jar(folder.resolve("hpo-core-1.jar"), "Manifest-Version: 1.0\n", "a.txt");
        assertThatThrownBy(() -> checkJar(jar)).isInstanceOf(AssertionError.class);
    }

    @Test
    void jarWithADescriptorIsFound(@TempDir Path folder) throws IOException {
        Path jar = jar(
                folder.resolve("hpo-core-1.jar"),
                "Manifest-Version: 1.0\nAutomatic-Module-Name: dev.hpo.core\n",
                "module-info.class");
        assertThatThrownBy(() -> checkJar(jar)).isInstanceOf(AssertionError.class);
    }

    @Test
    void sharedPackageIsFound(@TempDir Path folder) throws IOException {
        copy(TrialImpl.class, folder.resolve("one"));
        copy(LatePruner.class, folder.resolve("one"));
        copy(Timeless.class, folder.resolve("other"));

        assertThat(shared(new ClassFileImporter().importPath(folder)))
                .containsOnlyKeys(Timeless.class.getPackageName());
    }

    private static void copy(Class<?> type, Path root) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        Files.createDirectories(root.resolve(file).getParent());
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
            Files.copy(bytes, root.resolve(file));
        }
    }

    private static List<Path> entries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path ->
                        path.toString().replace('\\', '/').matches(".*/hpo-\\w+(/target/classes|-[^/]*\\.jar)/?"))
                // Nobody depends on the benchmarks, which are checked as classes only.
                .filter(path -> !path.getFileName().toString().startsWith("hpo-benchmarks-"))
                .toList();
    }

    private static String module(Path entry) {
        String name = entry.toString().replace('\\', '/');
        return name.replaceAll(".*/hpo-(\\w+)(/target/classes/?|-[^/]*\\.jar)", "$1");
    }

    private static void checkJar(Path jar) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar);
                InputStream manifest = Files.newInputStream(content.getPath("META-INF/MANIFEST.MF"))) {
            assertThat(new Manifest(manifest).getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("dev.hpo." + module(jar));
            assertThat(content.getPath("module-info.class")).doesNotExist();
        }
    }

    private static Map<String, Set<String>> shared(Iterable<JavaClass> classes) {
        Map<String, Set<String>> places = new TreeMap<>();
        for (JavaClass type : classes) {
            String file = type.getSource().orElseThrow().getUri().toString();
            String inside = type.getName().replace('.', '/') + ".class";
            places.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(file.substring(0, file.length() - inside.length()));
        }
        return places.entrySet().stream()
                .filter(place -> place.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Path jar(Path file, String manifest, String entry) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
            Files.createDirectory(content.getPath("META-INF"));
            Files.writeString(content.getPath("META-INF/MANIFEST.MF"), manifest);
            Files.writeString(content.getPath(entry), "");
        }
        return file;
    }
}
