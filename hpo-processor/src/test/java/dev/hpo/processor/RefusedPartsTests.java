// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands for the space of a refused type that contains others: all that is wrong with them too, once, and always the same. */
class RefusedPartsTests {

    private static final String DOUBLE_WITHOUT_DOMAIN =
            "type (double) must have a domain; add @Uniform(min = 0, max = 1), @LogUniform, @OneMinusLog, @Logit or @Choice";

    static List<String> projects() {
        return Cases.of("bad");
    }

    static List<Ecj> compilers() {
        return Ecj.all();
    }

    /** The golden sources show parts at several depths, beside errors of the type's own, permitted, inherited, in a circle. */
    @Test
    void allErrorsAreSaidInTheOrderOfTheMembers(@TempDir Path folder) {
        Map<String, String> generated = Cases.generated(Cases.sources("bad/parts"), folder);

        List<Path> expected = Cases.files("refused/parts");
        assertThat(expected).isNotEmpty().allSatisfy(file -> assertThat(generated)
                .containsEntry(file.getFileName().toString().replace(".java", ""), Cases.read(file)));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void theOrderOfTheFilesDoesNotMatter(String project, @TempDir Path folder) {
        List<JavaFileObject> sources = Cases.sources(project);
        Map<String, String> generated = Cases.generated(sources, folder.resolve("forward"));
        Collections.reverse(sources);

        assertThat(Cases.generated(sources, folder.resolve("backward"))).isEqualTo(generated);
    }

    @Test
    void theOrderOfTheTypesInAFileDoesNotMatter(@TempDir Path folder) {
        List<String> types = List.of(
                "@SearchSpace record Top(Left left, Right right, int x) {}",
                "@SearchSpace record Left(Bottom bottom) {}",
                "@SearchSpace record Right(Bottom bottom, double y) {}",
                "@SearchSpace record Bottom(double z) {}",
                "class Outer { @SearchSpace record Inner(boolean on) {} }",
                "@SearchSpace record Outer_Inner(boolean on) {}");
        List<String> reversed = new ArrayList<>(types);
        Collections.reverse(reversed);

        Map<String, String> generated = Cases.generated(List.of(file(types)), folder.resolve("forward"));

        assertThat(Cases.generated(List.of(file(reversed)), folder.resolve("backward")))
                .isEqualTo(generated);
        assertThat(generated)
                .containsOnlyKeys("a.TopSpace", "a.LeftSpace", "a.RightSpace", "a.BottomSpace", "a.Outer_InnerSpace");
    }

    private static SourceFile file(List<String> types) {
        return SourceFile.of("a.File", "package a; import dev.hpo.annotations.*;\n" + String.join("\n", types));
    }

    /** Each of the types contains the next one twice: there are 2048 ways to the last. */
    @Test
    void whatIsReachedInManyWaysIsSaidOnce(@TempDir Path folder) {
        int levels = 11;
        List<SourceFile> sources = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < levels; i++) {
            sources.add(source("Level" + i, "record Level%d(Level%2$d one, Side%1$d two) {}".formatted(i, i + 1)));
            sources.add(source("Side" + i, "record Side%d(Level%d only) {}".formatted(i, i + 1)));
            expected.add(part("Level" + i, "Level" + (i + 1)));
        }
        sources.add(source("Level" + levels, "record Level" + levels + "(double x) {}"));
        expected.add("Level" + levels + ".x: " + DOUBLE_WITHOUT_DOMAIN);
        for (int i = levels - 1; i >= 0; i--) {
            expected.add(part("Level" + i, "Side" + i));
            expected.add(part("Side" + i, "Level" + (i + 1)));
        }

        Map<String, String> generated = Cases.generated(sources, folder);

        assertThat(generated).hasSize(2 * levels + 1);
        assertThat(texts(generated, "a.Level0Space")).containsExactlyElementsOf(expected);
    }

    private static String part(String type, String part) {
        return type + ": part (a." + part + ") must be free of errors; mend those first";
    }

    /** Returns the errors in a generated source. */
    private static List<String> texts(Map<String, String> generated, String name) {
        return Objects.requireNonNull(generated.get(name), name)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("\"") && line.contains(": "))
                .map(line -> line.substring(1, line.lastIndexOf('"')))
                .toList();
    }

    /** What waits for a class that another processor makes is known in the second round only. */
    @ParameterizedTest
    @MethodSource("compilers")
    void whatAPartIsRefusedForLaterIsSaidToo(Ecj ecj, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("Early.java");
        Files.writeString(file, """
                package a;
                import dev.hpo.annotations.*;
                @SearchSpace record Early(double x, Around around, Early2 other) {}
                @SearchSpace record Early2(float y) {}
                @SearchSpace record Around(Late late) {}
                @SearchSpace record Late(Made made, int z) {}
                """);
        String processors = Maker.class.getName() + "," + Ecj.OURS;

        Map<String, String> generated = ecj.compileWith(processors, List.of(file), folder.resolve("out"))
                .generated();

        assertThat(texts(generated, "a.EarlySpace"))
                .containsExactly(
                        "Early.x: " + DOUBLE_WITHOUT_DOMAIN,
                        part("Early", "Around"),
                        part("Around", "Late"),
                        "Late.z: type (int) must have a domain; add @Uniform(min = 1, max = 10), @LogUniform or @Choice",
                        part("Late", "Made"),
                        "Made.w: " + DOUBLE_WITHOUT_DOMAIN,
                        part("Early", "Early2"),
                        "Early2.y: " + DOUBLE_WITHOUT_DOMAIN.replace("double", "float"));
        assertThat(generated).containsKeys("a.AroundSpace", "a.LateSpace", "a.MadeSpace", "a.Early2Space");
    }

    /** Makes a search space with an error. */
    @SupportedAnnotationTypes("dev.hpo.annotations.SearchSpace")
    public static final class Maker extends AbstractProcessor {

        private boolean isDone;

        /** Creates a processor, as compilers do. */
        public Maker() {}

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!isDone) {
                isDone = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile("a.Made").openWriter()) {
                    writer.write("package a; @dev.hpo.annotations.SearchSpace record Made(double w) {}");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    @Test
    void whatContainsARefusedTypeIsRefusedForIt(@TempDir Path folder) {
        List<SourceFile> sources = List.of(
                source("Further", "sealed interface Further { record One(Around around) implements Further {} }"),
                source("Around", "public record Around(Bad bad) {}"),
                source("Bad", "record Bad(double x) {}"));

        Map<String, String> refused = Cases.generated(sources, folder);

        assertThat(refused).containsOnlyKeys("a.AroundSpace", "a.BadSpace", "a.FurtherSpace");
        assertThat(refused.get("a.FurtherSpace"))
                .containsSubsequence(
                        "\"Further: part (a.Around) must be free of errors; mend those first\",",
                        "\"Around: part (a.Bad) must be free of errors; mend those first\",",
                        "\"Bad.x: type (double) must have a domain; ");
    }

    @Test
    void whatContainsATypeThatWasRefusedBeforeIsAnError(@TempDir Path folder) {
        SourceFile bad = source("Bad", "public record Bad(double x) {}");
        Cases.generated(List.of(bad), folder);
        compile(folder, bad, SourceFile.of("a.BadSpace", Cases.read(folder.resolve("a/BadSpace.java"))));

        Compilation compilation = Compiler.javac()
                .withProcessors(new SearchSpaceProcessor())
                .withClasspath(ProcessorTests.classPath(folder))
                .compile(source("Around", "public record Around(boolean on, Bad bad) {}"));

        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT))
                    .isEqualTo("Around.bad: part (a.Bad) must be free of errors; mend those first");
            assertThat(error.getColumnNumber()).isGreaterThan(1);
        });
    }

    private static void compile(Path folder, SourceFile... sources) {
        List<String> options =
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .getTask(null, null, null, options, null, List.of(sources))
                        .call())
                .isTrue();
    }

    private static SourceFile source(String name, String text) {
        return SourceFile.of("a." + name, "package a; import dev.hpo.annotations.*; @SearchSpace " + text);
    }
}
