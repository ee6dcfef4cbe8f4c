// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorTests {

    private static final SourceFile SIMPLE = source("a.Simple", "@SearchSpace public record Simple(boolean on) {}");

    static SourceFile source(String name, String text) {
        String packageName = name.substring(0, name.lastIndexOf('.'));
        return SourceFile.of(name, "package " + packageName + ";\n\nimport dev.hpo.annotations.*;\n\n" + text);
    }

    static List<SourceFile> fixtures() {
        return Cases.files("fixtures").stream()
                .map(file -> new SourceFile(file.toUri(), Cases.read(file)))
                .toList();
    }

    static List<String> errors(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    @Test
    void goodTypesAreGeneratedBesideBadOnes(@TempDir Path folder) {
        List<SourceFile> sources = List.of(
                SIMPLE,
                source("a.Bad", "@SearchSpace record Bad(double x) {}"),
                source("a.Around", "@SearchSpace record Around(Bad bad, Simple simple) {}"),
                source("a.Further", "@SearchSpace record Further(Around around) {}"));

        assertThat(errors(Cases.compile(sources))).singleElement().asString().startsWith("Bad.x: ");
        assertThat(compileTo(folder, true, sources)).isFalse();
        assertThat(folder.resolve("a")).isDirectoryContaining("glob:**/SimpleSpace.java");
        assertThat(folder.resolve("a")).isDirectoryNotContaining("glob:**/*.class");
    }

    @Test
    void aTypeThatAnotherProcessorGeneratesIsWaitedFor() {
        SourceFile waiting = source(
                "a.Waiting", "@SearchSpace public record Waiting(Generated later, Simple simple, @Late int late) {}");
        SourceFile around = source("a.Around", "@SearchSpace public record Around(Waiting waiting) {}");

        Compilation compilation = Compiler.javac()
                .withProcessors(new SearchSpaceProcessor(), new LateProcessor())
                .compile(waiting, around, SIMPLE);

        assertThat(errors(compilation)).isEmpty();
        assertThat(CompiledSpaces.sources(compilation))
                .containsKeys("a.WaitingSpace", "a.AroundSpace", "a.SimpleSpace");
    }

    @Test
    void aMisspeltAnnotationOfOursIsLeftToTheCompiler() {
        SourceFile typo = source("a.Typo", "@SearchSpace record Typo(@dev.hpo.annotations.Unform double x) {}");

        assertThat(errors(Cases.compile(List.of(typo))))
                .noneMatch(error -> error.contains("must not fail"))
                .anyMatch(error -> error.contains("Unform"));
    }

    @Test
    void aTypeThatNobodyGeneratesIsOneError() {
        Compilation compilation =
                Cases.compile(List.of(source("a.Waiting", "@SearchSpace record Waiting(Nowhere nowhere) {}")));

        assertThat(errors(compilation))
                .filteredOn(error -> error.startsWith("Waiting"))
                .singleElement()
                .asString()
                .startsWith("Waiting.nowhere: type (Nowhere) must exist");
    }

    @Test
    void aNestedSpaceMayComeFromAnotherJar(@TempDir Path jar) {
        compileTo(jar, true, source("far.Layer", "@SearchSpace public record Layer(boolean on) {}"));

        Compilation compilation = Compiler.javac()
                .withProcessors(new SearchSpaceProcessor())
                .withClasspath(classPath(jar))
                .compile(source("a.Near", "@SearchSpace public record Near(far.Layer layer) {}"));

        assertThat(errors(compilation)).isEmpty();
        assertThat(CompiledSpaces.sources(compilation)).containsOnlyKeys("a.NearSpace");
    }

    @Test
    void aNestedSpaceFromAJarThatWasCompiledWithoutTheProcessorIsAnError(@TempDir Path jar) {
        compileTo(jar, false, source("far.Layer", "@SearchSpace public record Layer(boolean on) {}"));

        Compilation compilation = Compiler.javac()
                .withProcessors(new SearchSpaceProcessor())
                .withClasspath(classPath(jar))
                .compile(source("a.Near", "@SearchSpace\npublic record Near(\n    far.Layer layer) {}"));

        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT))
                    .isEqualTo("Near.layer: type (Layer) must have a generated class, far.LayerSpace; compile it with"
                            + " the annotation processor");
            assertThat(error.getLineNumber()).isEqualTo(7);
            assertThat(error.getColumnNumber()).isEqualTo(15);
        });
    }

    @Test
    void anInheritedFieldFromAJarIsShownAtTheType(@TempDir Path jar) {
        compileTo(
                jar,
                false,
                source("far.Base", "public abstract class Base { @Uniform(min = 2, max = 1) public double x = 1; }"));

        Compilation compilation = Compiler.javac()
                .withProcessors(new SearchSpaceProcessor())
                .withClasspath(classPath(jar))
                .compile(source("a.Near", "@SearchSpace public class Near extends far.Base {}"));

        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT)).startsWith("Base.x: @Uniform max (1.0) must be above min (2.0)");
            assertThat(error.getLineNumber()).isEqualTo(5);
        });
    }

    @Test
    void aTestFromAJarThatNeverSeesItsTrialIsShownAtTheClassThatInheritsIt(@TempDir Path jar) {
        List<SourceFile> library = new ArrayList<>(fixtures());
        library.add(source(
                "far.Base",
                "public abstract class Base { @dev.hpo.junit.TuningTest void tune(Config config) {} }"
                        + " @SearchSpace record Config(boolean on) {}"));
        assertThat(compileTo(jar, false, library)).isTrue();

        Compilation compilation = Compiler.javac()
                .withProcessors(new SearchSpaceProcessor())
                .withClasspath(classPath(jar))
                .compile(source("a.Near", "@SearchSpace record Near(boolean on) {}\nclass Heir extends far.Base {}"));

        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT))
                    .startsWith("Heir.tune: Trial (none) must be handed to the method");
            assertThat(error.getLineNumber()).isEqualTo(6);
        });
    }

    /** Each inner class inherits all the others: there are more ways through them than anyone can walk. */
    @ParameterizedTest
    @ValueSource(strings = {"class", "static class", "@org.junit.jupiter.api.Nested class"})
    void innerClassesThatInheritFromTheOneAroundThemAreJudgedOnce(String kind) {
        List<SourceFile> sources = new ArrayList<>(fixtures());
        String inner = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> kind + " S" + i + " extends Shape {}")
                .collect(Collectors.joining("\n"));
        sources.add(source(
                "a.Shape",
                "class Shape { @dev.hpo.junit.TuningTest @dev.hpo.junit.Minimize(\"x\") void tune(Config config) {} "
                        + inner + "} @SearchSpace record Config(boolean on) {}"));

        assertThat(errors(Cases.compile(sources))).singleElement().asString().startsWith("Shape.tune: Trial (none)");
    }

    @Test
    void theHeirOfATestIsTheSameInWhateverOrderTheFilesCome() {
        List<SourceFile> sources = new ArrayList<>(fixtures());
        sources.add(source("a.B", "class B extends Abstract {}"));
        sources.add(source("a.C", "class C extends Abstract {}"));
        sources.add(source("a.A", "class A extends B {}"));
        sources.add(source(
                "a.Abstract",
                "abstract class Abstract { @dev.hpo.junit.TuningTest @dev.hpo.junit.Minimize(\"x\") void tune(Config config) {} } "
                        + "@SearchSpace record Config(boolean on) {}"));
        List<SourceFile> reversed = new ArrayList<>(sources);
        Collections.reverse(reversed);

        assertThat(errors(Cases.compile(sources)))
                .isEqualTo(errors(Cases.compile(reversed)))
                .singleElement()
                .asString()
                .startsWith("B.tune: Trial (none)");
    }

    @Test
    void anErrorInASuperclassIsPrintedOnceThoughOneOfItsHeirsWaitsForTheNextRound() {
        Compilation compilation = Cases.compile(List.of(source(
                "a.Base",
                "abstract class Base { @Uniform(min = 2, max = 1) double x; } "
                        + "@SearchSpace class Early extends Base {} "
                        + "@SearchSpace class Late extends Base { @Uniform(min = 0, max = 1) Nothing n; }")));

        assertThat(errors(compilation))
                .filteredOn(error -> error.contains("must"))
                .extracting(error -> error.substring(0, error.indexOf(':')))
                .containsExactlyInAnyOrder("Base.x", "Late.n");
    }

    @Test
    void aDomainFromAJarsAnnotationIsShownAtTheUse(@TempDir Path jar) {
        compileTo(jar, false, source("far.Broken", "@LogUniform(min = 0, max = 1) public @interface Broken {}"));

        Compilation compilation = Compiler.javac()
                .withProcessors(new SearchSpaceProcessor())
                .withClasspath(classPath(jar))
                .compile(source("a.Near", "@SearchSpace public record Near(@far.Broken double x) {}"));

        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT)).startsWith("Near.x: @LogUniform min of @Broken (0.0) must be");
            assertThat(error.getColumnNumber()).isEqualTo(33);
        });
    }

    @Test
    void formerTextsOfChoicesAreRead() {
        Compilation compilation = Cases.compile(List.of(source(
                "a.Choices",
                "@SearchSpace public sealed interface Choices {"
                        + "@FormerlyNamed(\"Old\") record New(@FormerlyNamed(\"y\") Mode x) implements Choices {}"
                        + "record Other() implements Choices {}"
                        + "enum Mode { @FormerlyNamed(\"QUICK\") FAST, SLOW } }")));
        Space<Object> space = new CompiledSpaces(compilation).space("a.ChoicesSpace");

        Configuration.Builder stored = Configuration.builder();
        stored.setRaw(space.parameter("kind").orElseThrow(), "Old");
        stored.setRaw(space.parameter("old.y").orElseThrow(), "QUICK");

        assertThat(space.decode(stored.build())).hasToString("New[x=FAST]");
    }

    @Test
    void aFileThatCannotBeWrittenIsAnError() {
        Compilation compilation = Cases.compile(new FailingProcessor(new IOException("disk full")), List.of(SIMPLE));

        assertThat(errors(compilation))
                .containsExactly(
                        "Simple: generated class (a.SimpleSpace) must be writable; the compiler says: disk full");
    }

    @Test
    void aFaultOfTheProcessorIsAnErrorThatAsksForAReport() {
        Compilation compilation =
                Cases.compile(new FailingProcessor(new IllegalStateException("oops")), List.of(SIMPLE));

        assertThat(errors(compilation))
                .singleElement()
                .asString()
                .startsWith("Simple: processor (IllegalStateException) must not fail; please report this text with the"
                        + " source: java.lang.IllegalStateException: oops at ");
    }

    @Test
    void gradleIsToldThatEachFileComesFromOneType() {
        assertThat(Cases.read(Path.of("src/main/resources/META-INF/gradle/incremental.annotation.processors")))
                .isEqualTo(SearchSpaceProcessor.class.getName() + ",isolating\n");
    }

    static List<File> classPath(Path jar) {
        String own = System.getProperty("java.class.path");
        return Stream.concat(
                        Stream.of(jar.toFile()),
                        Arrays.stream(own.split(File.pathSeparator)).map(File::new))
                .toList();
    }

    private static void compileTo(Path folder, boolean withProcessor, SourceFile source) {
        assertThat(compileTo(folder, withProcessor, List.of(source))).isTrue();
    }

    static boolean compileTo(Path folder, boolean withProcessor, List<SourceFile> sources) {
        List<String> options =
                new ArrayList<>(List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        if (!withProcessor) {
            options.add("-proc:none");
        }
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(new StringWriter(), null, diagnostic -> {}, options, null, sources);
        if (withProcessor) {
            task.setProcessors(List.of(new SearchSpaceProcessor()));
        }
        return task.call();
    }

    /** Generates an enum, an annotation and a constant that other sources use. */
    static final class LateProcessor extends AbstractProcessor {

        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                write("a.Generated", "public enum Generated { A, B }");
                write("a.Late", "@Uniform(min = 1, max = 3) public @interface Late {}");
                write("a.Flags", "public class Flags { public static final boolean ON = true; }");
            }
            return false;
        }

        private void write(String name, String text) {
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(source(name, text).getCharContent(true).toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Our processor where no file can be written. */
    private static final class FailingProcessor extends AbstractProcessor {

        private final Processor inner = new SearchSpaceProcessor();
        private final Exception fault;

        FailingProcessor(Exception fault) {
            this.fault = fault;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return inner.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            Filer filer = proxy(Filer.class, (method, arguments) -> {
                throw fault;
            });
            inner.init(proxy(
                    ProcessingEnvironment.class,
                    (method, arguments) ->
                            method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return inner.process(annotations, round);
        }

        private static <T> T proxy(Class<T> type, Action action) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> action.run(method, arguments)));
        }

        private interface Action {
            Object run(Method method, Object[] arguments) throws Exception;
        }
    }
}
