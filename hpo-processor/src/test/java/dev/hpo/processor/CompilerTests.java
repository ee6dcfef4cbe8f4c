// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Other compilers, and other processors beside ours. */
class CompilerTests {

    private static final String OURS = "dev.hpo.processor.SearchSpaceProcessor";
    private static final String LOMBOK = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";

    static List<String> folders() {
        return Cases.of("good");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theCompilerOfEclipseGeneratesTheSame(String project, @TempDir Path folder) throws IOException {
        List<String> arguments = arguments(project, OURS, folder);
        StringWriter output = new StringWriter();

        boolean done = BatchCompiler.compile(
                arguments.toArray(String[]::new), new PrintWriter(output), new PrintWriter(output), null);

        assertThat(done).as(output.toString()).isTrue();
        Compilation javac = Cases.compile(Cases.sources(project));
        assertThat(generated(folder)).isEqualTo(CompiledSpaces.sources(javac)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({LOMBOK + "," + OURS, OURS + "," + LOMBOK})
    void lombokRunsBeforeOrAfter(String first, String second, @TempDir Path folder) throws IOException {
        List<String> arguments = arguments("lombok", first + "," + second, folder);
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        int status = ToolProvider.getSystemJavaCompiler().run(null, null, output, arguments.toArray(String[]::new));

        assertThat(status).as(output.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(generated(folder)).hasSize(7);
    }

    private static List<String> arguments(String project, String processors, Path folder) {
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-classpath",
                System.getProperty("java.class.path"),
                "-processorpath",
                System.getProperty("java.class.path"),
                "-processor",
                processors,
                "-d",
                folder.toString(),
                "-s",
                folder.toString(),
                "-sourcepath",
                folder.toString()));
        Cases.files(project).forEach(file -> arguments.add(file.toString()));
        return arguments;
    }

    private static Map<String, String> generated(Path folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.put(name(folder, file), Cases.read(file)));
        }
        return sources;
    }

    private static String name(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace(File.separatorChar, '.');
        return path.substring(0, path.length() - ".java".length());
    }
}
