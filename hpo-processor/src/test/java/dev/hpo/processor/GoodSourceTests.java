// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.hpo.space.Configuration;
import dev.hpo.space.Scope;
import dev.hpo.space.Space;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class GoodSourceTests {

    private static final int DRAWS = 100;

    static List<String> expected() {
        return Cases.of("expected");
    }

    static List<String> folders() {
        return Cases.of("good");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void compilesWithAllWarningsAsErrors(String folder) {
        String lint =
                switch (folder) {
                    // Annotations of the user's own have no processor to claim them, which is what it warns of.
                    case "good/meta", "good/adjustable" -> "-Xlint:all,-processing";
                    // Types that are not alone in their file are used in generated ones.
                    case "good/permitted" -> "-Xlint:all,-auxiliaryclass";
                    default -> "-Xlint:all";
                };

        Compilation compilation = Cases.compile(sources(folder), lint, "-Werror");

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyConfigurationSurvivesTheWayThroughTheTypes(String folder) {
        roundTrip(new CompiledSpaces(Cases.compile(sources(folder))));
    }

    private static void roundTrip(CompiledSpaces compiled) {
        assertThat(compiled.all()).isNotEmpty();
        for (Space<Object> space : compiled.all()) {
            roundTrip(space);
            roundTrip(space.at(Scope.root().child("here", "there")));
        }
    }

    private static void roundTrip(Space<Object> space) {
        Random random = new Random(17);
        for (int i = 0; i < DRAWS; i++) {
            Configuration configuration =
                    space.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            space.check(configuration);
            assertThat(space.configuration(space.decode(configuration)))
                    .as(space.type().getName())
                    .isEqualTo(configuration);
        }
        space.initial().ifPresent(start -> space.check(space.configuration(start)));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void generatedSourcesDoNotDependOnTheOrderOfTheFiles(String folder) {
        List<JavaFileObject> sources = new ArrayList<>(sources(folder));
        Map<String, String> generated = CompiledSpaces.sources(Cases.compile(sources));
        Collections.reverse(sources);

        assertThat(CompiledSpaces.sources(Cases.compile(sources)))
                .isEqualTo(generated)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void generatedSourcesAreAsExpected(String folder) {
        Map<String, String> expected = new TreeMap<>();
        for (Path file : Cases.files(folder)) {
            expected.put(file.getFileName().toString().replace(".java", ""), Cases.read(file));
        }

        assertThat(CompiledSpaces.sources(Cases.compile(sources(folder.replace("expected", "good")))))
                .isEqualTo(expected);
    }

    private static List<JavaFileObject> sources(String folder) {
        return Cases.sources(folder).stream()
                .filter(source -> !source.getName().contains("fixtures"))
                .toList();
    }
}
