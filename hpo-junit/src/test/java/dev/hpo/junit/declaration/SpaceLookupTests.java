// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.junit.TuningConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceLookupTests {

    @Test
    void packagePrivateSpace_isFound() {
        assertThat(SpaceLookup.of(Hidden.class)).isSameAs(HiddenSpace.SPACE);
    }

    @Test
    void spaceOfANestedType_isFound() {
        assertThat(SpaceLookup.of(Inner.class)).isSameAs(SpaceLookupTests_InnerSpace.SPACE);
    }

    @Test
    void missingSpace_saysHowToRunTheProcessor(@TempDir Path folder) throws Exception {
        Class<?> lonely = compileWithoutProcessor(
                folder, "public record Lonely(@dev.hpo.annotations.Uniform(min = 0, max = 1) double x) {}");

        assertThatThrownBy(() -> SpaceLookup.of(lonely))
                .isInstanceOf(TuningConfigurationException.class)
                .hasMessageStartingWith("""
                        No search space was generated for sample.Lonely (expected class sample.LonelySpace).
                        The annotation processor did not run when Lonely was compiled. JDK 23 and later run no processor
                        found only on the class path. Add to maven-compiler-plugin:
                          <annotationProcessorPaths>""")
                .hasMessageEndingWith("If it did run, its error at the type says why it could write no class.");
    }

    @Test
    void refusedSpace_saysWhatTheProcessorReportedEachTime(@TempDir Path folder) throws Exception {
        Class<?> lonely = compileWithoutProcessor(
                folder,
                "public record Lonely(double x) {}"
                        + " final class LonelySpace { public static final dev.hpo.space.Space<?> SPACE ="
                        + " dev.hpo.space.Space.refused(\"sample.Lonely\", \"Lonely.x: wrong\", \"Lonely.y: too\"); }");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> SpaceLookup.of(lonely))
                    .isInstanceOf(TuningConfigurationException.class)
                    .hasMessage(
                            "search space of sample.Lonely (refused by the annotation processor when it was compiled)"
                                    + " must have no errors; mend and compile again:\n  Lonely.x: wrong\n  Lonely.y: too");
        }
    }

    @Test
    void classOfTheSameName_isNotTakenForTheGeneratedOne(@TempDir Path folder) throws Exception {
        for (String body : new String[] {"", "static final String SPACE = \"\";"}) {
            Class<?> lonely = compileWithoutProcessor(
                    folder, "public record Lonely(double x) {} final class LonelySpace { " + body + " }");

            assertThatThrownBy(() -> SpaceLookup.of(lonely))
                    .isInstanceOf(TuningConfigurationException.class)
                    .hasMessage(
                            "sample.LonelySpace (a class that was not generated) must not have the name of the class"
                                    + " to be generated for sample.Lonely; rename one of them.");
        }
    }

    private static Class<?> compileWithoutProcessor(Path folder, String type)
            throws IOException, ClassNotFoundException {
        Path source = folder.resolve("Lonely.java");
        Files.writeString(source, "package sample; @dev.hpo.annotations.SearchSpace " + type);
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(code).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, SpaceLookupTests.class.getClassLoader())) {
            if (type.contains("class LonelySpace")) {
                loader.loadClass("sample.LonelySpace");
            }
            return Class.forName("sample.Lonely", true, loader);
        }
    }

    @Test
    void spaceOfATypeWithADollarInItsName_isFound() {
        assertThat(SpaceLookup.of(In$ner.class)).isSameAs(SpaceLookupTests_In$nerSpace.SPACE);
    }

    @SearchSpace
    record In$ner(@Uniform(min = 0, max = 1) double x) {}

    @SearchSpace
    record Inner(@Uniform(min = 0, max = 1) double x) {}
}
