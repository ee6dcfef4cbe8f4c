// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.sun.source.tree.Tree;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.TypeId;
import dev.hpo.processor.write.RefusedSource;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.space.SpaceRefusedException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands for the space of a type that is refused. */
class RefusedTests {

    private static final String REFUSED = ", which was refused; do not edit.";

    /** What is not wrong with a type that was to become a space, or leaves no class for it. */
    private static final Set<Message> OF_NO_SPACE = Set.of(
            Message.STRAY,
            Message.INITIAL_PLACE,
            Message.TYPE_LOCAL,
            Message.TYPE_NAME_TAKEN,
            Message.FILE_NAME_LONG,
            Message.FILE_NAME_CODE);

    /**
     * {@link EclipseTests} compares what is generated with what javac gets, so that by default a few projects are enough here; all of them
     * in the profiles {@code slow} and {@code eclipse-compilers}.
     */
    static Stream<Arguments> projectsAndCompilers() {
        boolean isLong = Boolean.getBoolean("dev.hpo.testkit.long") || Ecj.all().size() > 1;
        List<String> projects = Cases.of("bad");
        return Ecj.all().stream().flatMap(ecj -> IntStream.range(0, projects.size())
                .filter(place -> isLong || place % 4 == 0)
                .mapToObj(place -> Arguments.of(ecj, projects.get(place))));
    }

    static List<String> projects() {
        return Cases.of("bad");
    }

    @ParameterizedTest
    @MethodSource("projects")
    void underJavacItCompilesAloneAndSaysAllEachTime(String project, @TempDir Path folder) throws Exception {
        Map<String, String> refused = refused(Cases.generated(Cases.sources(project), folder));
        if (refused.isEmpty()) {
            assertThat(expected(project)).isEmpty();
            return;
        }

        Compilation alone = Compiler.javac()
                .withOptions("-proc:none", "-Xlint:all", "-Werror")
                .compile(refused.entrySet().stream()
                        .map(file -> SourceFile.of(file.getKey(), file.getValue()))
                        .toList());

        assertThat(alone.diagnostics()).isEmpty();
        assertThat(refused.values()).allMatch(source -> source.chars().allMatch(c -> c < 128));
        assertThat(errors(new CompiledSpaces(alone), refused.keySet())).containsAll(expected(project));
    }

    @ParameterizedTest
    @MethodSource("projectsAndCompilers")
    void underEclipseItHasNoErrorsAndSaysAllEachTime(Ecj ecj, String project, @TempDir Path folder) throws Exception {
        List<Path> sources = new ArrayList<>(Cases.files(project));
        sources.addAll(Cases.files("fixtures"));

        Ecj.Result result = ecj.compile(sources, folder);

        Set<String> names = new HashSet<>();
        sources.forEach(file -> names.add(file.getFileName().toString()));
        assertThat(result.problems())
                .extracting(Ecj.Problem::file)
                .allMatch(name -> name.isEmpty() || names.contains(name));
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, RefusedTests.class.getClassLoader())) {
            List<String> ofTrees = expected(project, Set.of(Message.INITIAL_VALUE, Message.INITIAL_MISSING));
            List<String> expected = new ArrayList<>(expected(project));
            expected.removeAll(ofTrees);
            assertThat(errors(loader, refused(result.generated()).keySet())).containsAll(expected);
        }
    }

    @Test
    void manyAndLongErrorsAreSaidAsFarAsAClassHoldsThem() {
        List<String> errors = IntStream.range(0, 6_000)
                .mapToObj(i -> i == 0 ? "\u00e9".repeat(70_000) : "error \"" + i + "\" \\u0041\n")
                .toList();
        String source = RefusedSource.source(
                        new TypeId("a", List.of("Caf\u00e9", "Generated")), false, errors, name -> false)
                .orElseThrow();

        Compilation compilation =
                Compiler.javac().withOptions("-proc:none").compile(SourceFile.of("a.Caf\u00e9_GeneratedSpace", source));

        assertThat(compilation.diagnostics()).isEmpty();
    }

    private static Map<String, String> refused(Map<String, String> generated) {
        Map<String, String> refused = new TreeMap<>(generated);
        refused.values()
                .removeIf(source -> !source.lines().findFirst().orElse("").endsWith(REFUSED));
        return refused;
    }

    /** Returns what the spaces say when they are used, after having checked that each use says the same. */
    private static Set<String> errors(ClassLoader loader, Set<String> names) throws ReflectiveOperationException {
        Set<String> errors = new HashSet<>();
        for (String name : names) {
            Field field = loader.loadClass(name).getDeclaredField("SPACE");
            field.setAccessible(true);
            Space<?> space = (Space<?>) field.get(null);
            List<String> first =
                    refusal(space, Space.class.getMethod("parameters")).errors();
            assertThat(first).as(name).isNotEmpty();
            for (Method method : Space.class.getDeclaredMethods()) {
                boolean isPublic = Modifier.isPublic(method.getModifiers());
                if (isPublic && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()) {
                    assertThat(refusal(space, method).errors())
                            .as(name + "." + method.getName())
                            .isEqualTo(first);
                }
            }
            errors.addAll(first);
        }
        return errors;
    }

    private static SpaceRefusedException refusal(Space<?> space, Method method) {
        Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(RefusedTests::any).toArray();
        Throwable thrown = catchThrowable(() -> method.invoke(space, arguments));
        assertThat(thrown).as(method.getName()).isInstanceOf(InvocationTargetException.class);
        assertThat(thrown.getCause()).as(method.getName()).isInstanceOf(SpaceRefusedException.class);
        return (SpaceRefusedException) Objects.requireNonNull(thrown.getCause());
    }

    private static @Nullable Object any(Class<?> type) {
        if (type == Configuration.class) {
            return Configuration.builder().build();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private static List<String> expected(String project) {
        List<String> expected = expected(project, Set.of(Message.values()));
        expected.removeAll(expected(project, OF_NO_SPACE));
        return expected;
    }

    private static List<String> expected(String project, Set<Message> messages) {
        List<String> texts = new ArrayList<>();
        for (Path file : Cases.files(project)) {
            List<String> names = ExpectedError.names(file);
            List<ExpectedError> errors = ExpectedError.in(file);
            IntStream.range(0, errors.size())
                    .filter(i -> messages.contains(Message.valueOf(names.get(i))) && isOfSpace(file, errors.get(i)))
                    .forEach(i -> texts.add(errors.get(i).text()));
        }
        return texts;
    }

    /** An annotation, or a test, is no space. */
    private static boolean isOfSpace(Path file, ExpectedError error) {
        return !file.toString().endsWith("Tests.java")
                && Surroundings.of(file, error.line(), error.column()).innermost() != Tree.Kind.ANNOTATION_TYPE;
    }
}
