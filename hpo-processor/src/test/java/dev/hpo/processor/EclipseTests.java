// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.processor.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Eclipse's compiler against javac: the same sources are generated, and the same errors reported. */
class EclipseTests {

    /** What only the trees of javac show. */
    private static final Set<Message> OF_TREES =
            Set.of(Message.INITIAL_VALUE, Message.INITIAL_MISSING, Message.TYPE_LOCAL);

    static Stream<Arguments> good() {
        return cases("good");
    }

    static Stream<Arguments> bad() {
        return cases("bad");
    }

    private static Stream<Arguments> cases(String kind) {
        return Ecj.all().stream().flatMap(ecj -> Cases.of(kind).stream().map(project -> Arguments.of(ecj, project)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void theSameIsGenerated(Ecj ecj, String project, @TempDir Path folder) {
        Ecj.Result result = ecj.compile(Cases.files(project), folder);

        assertThat(result.problems()).isSubsetOf(ownFaults(ecj, project, folder));
        assertThat(result.generated())
                .isEqualTo(CompiledSpaces.sources(Cases.compile(Cases.sources(project))))
                .isNotEmpty();
    }

    /** Returns what a version of the compiler says of sources that are right, such as those with a package named java. */
    private static List<Ecj.Problem> ownFaults(Ecj ecj, String project, Path folder) {
        return ecj.compile(Cases.files(project), folder.resolve("own"), "-proc:none")
                .problems();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void theSameIsReportedWhereEclipseHasAPlaceForIt(Ecj ecj, String project, @TempDir Path folder) {
        List<Path> sources = new ArrayList<>(Cases.files(project));
        sources.addAll(Cases.files("fixtures"));

        List<Ecj.Problem> problems = ecj.compile(sources, folder).problems();

        assertThat(problems)
                .filteredOn(problem -> !problem.isOurs())
                .extracting(Ecj.Problem::text)
                .allMatch(text -> text.endsWith("cannot be resolved to a type")
                        || text.matches("The hierarchy of the type \\w+ is inconsistent"));
        assertThat(problems)
                .filteredOn(Ecj.Problem::isOurs)
                .extracting(Ecj.Problem::text)
                .containsExactlyInAnyOrderElementsOf(
                        expected(project).map(ExpectedError::text).toList());
        for (ExpectedError error : expected(project).toList()) {
            assertThat(problems).containsAnyElementsOf(shown(project, error));
        }
    }

    /** Some versions leave it out, as {@code Map.Missing} in a class, and say so themselves; some then fail if asked for the type of it. */
    @ParameterizedTest
    @MethodSource("versions")
    void whatIsMissingInAnotherTypeIsNoFaultOfTheProcessor(Ecj ecj, @TempDir Path folder) throws IOException {
        String members = """
                boolean on = true;
                @Uniform(min = 0, max = 1) Nested.Gone nested;
                @Uniform(min = 0, max = 1) Map.Missing map;
                @Uniform(min = 0, max = 1) a.b.Missing<String> inPackage;
                @Uniform(min = 0, max = 1) Missing<String>.Inner<Integer> inner;
                @Size(min = 1, max = 2) List<Map.Missing> elements;
                private Nested.Gone hidden;
                public Nested.Gone getHidden() { return hidden; }
                public void setHidden(Nested.Gone hidden) {}
                """;
        Path source = Files.writeString(folder.resolve("Absent.java"), """
                package a;
                import dev.hpo.annotations.*;
                import dev.hpo.junit.*;
                import dev.hpo.study.Trial;
                import java.util.*;
                class Nested {}
                @SearchSpace class Alone { %1$s }
                @SearchSpace class Around { Alone alone; %1$s }
                class Generic<X> { X value; @Size(min = 1, max = 2) List<X> values; %1$s }
                @SearchSpace class OfGeneric extends Generic<Boolean> {}
                @SearchSpace record Members(boolean on, Map.Missing map) { @Initial static Map.Missing start() { return null; } }
                class Tests {
                  @TuningTest @Minimize("loss") void byParameter(Members members, Map.Missing missing) {}
                  @TuningTest @Minimize("loss") Map.Missing returned(Members members, Trial trial) { return null; }
                }
                """.formatted(members));
        List<Path> sources = new ArrayList<>(Cases.files("fixtures"));
        sources.add(source);

        assertThat(ecj.compile(sources, folder.resolve("out")).problems())
                .extracting(Ecj.Problem::text)
                .contains("Map.Missing cannot be resolved to a type")
                .noneMatch(text -> text.contains("must not fail"));
    }

    static Stream<Ecj> versions() {
        return Ecj.all().stream();
    }

    /** Of sources in another order even. */
    @ParameterizedTest
    @MethodSource("bad")
    void theSameIsGeneratedOfSourcesWithErrors(Ecj ecj, String project, @TempDir Path folder) {
        List<Path> sources = new ArrayList<>(Cases.files(project));
        sources.addAll(Cases.files("fixtures"));
        Collections.reverse(sources);
        List<String> ofTrees =
                expected(project, OF_TREES::contains).map(ExpectedError::text).toList();

        Map<String, String> byJavac = Cases.generated(Cases.sources(project), folder.resolve("javac"));
        Map<String, String> byEclipse =
                ecj.compile(sources, folder.resolve("ecj")).generated();

        assertThat(byEclipse.keySet()).isEqualTo(byJavac.keySet());
        byJavac.values().removeIf(source -> ofTrees.stream().anyMatch(source::contains));
        assertThat(byEclipse).containsAllEntriesOf(byJavac);
    }

    /** Returns an error as it is to be shown. Where there is nothing near that each version has a place for, only some show it. */
    private static List<Ecj.Problem> shown(String project, ExpectedError error) {
        OptionalLong line = Surroundings.of(file(project, error.file()), error.line(), error.column())
                .lineInEclipse();
        return line.isPresent()
                ? List.of(new Ecj.Problem(error.file(), (int) line.getAsLong(), error.text()))
                : List.of(
                        new Ecj.Problem("", 0, error.text()),
                        new Ecj.Problem(error.file(), (int) error.line(), error.text()));
    }

    private static Stream<ExpectedError> expected(String project) {
        return expected(project, message -> !OF_TREES.contains(message));
    }

    private static Stream<ExpectedError> expected(String project, Predicate<Message> messages) {
        return Cases.files(project).stream().flatMap(file -> {
            List<ExpectedError> errors = ExpectedError.in(file);
            List<String> names = ExpectedError.names(file);
            return IntStream.range(0, errors.size())
                    .filter(i -> messages.test(Message.valueOf(names.get(i))))
                    .mapToObj(errors::get);
        });
    }

    private static Path file(String project, String name) {
        return Cases.files(project).stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
