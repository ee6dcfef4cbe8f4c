// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The sources in the folders of test resources, each folder a project of its own. */
final class Cases {

    static final Path RESOURCES = Path.of("src/test/resources");

    private Cases() {}

    /** Returns the names of the projects of a kind: {@code good}, {@code bad}. */
    static List<String> of(String kind) {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve(kind))) {
            return folders.map(folder -> kind + "/" + folder.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the source files of a project. */
    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sources of a project, with those of JUnit that the tests in it need. */
    static List<JavaFileObject> sources(String folder) {
        List<JavaFileObject> sources = new ArrayList<>();
        files(folder).forEach(file -> sources.add(source(file)));
        files("fixtures").forEach(file -> sources.add(source(file)));
        return sources;
    }

    private static JavaFileObject source(Path file) {
        return new SourceFile(file.toUri(), read(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles sources with our processor. */
    static Compilation compile(Iterable<? extends JavaFileObject> sources, Object... options) {
        return compile(new SearchSpaceProcessor(), sources, options);
    }

    static Compilation compile(Processor processor, Iterable<? extends JavaFileObject> sources, Object... options) {
        return Compiler.javac().withProcessors(processor).withOptions(options).compile(sources);
    }

    /** Compiles sources with our processor, whatever comes of it, and returns those that were generated, by the names of their classes. */
    static Map<String, String> generated(Iterable<? extends JavaFileObject> sources, Path folder) {
        List<String> options = List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        JavaCompiler.CompilationTask task =
                ToolProvider.getSystemJavaCompiler().getTask(null, null, diagnostic -> {}, options, null, sources);
        task.setProcessors(List.of(new SearchSpaceProcessor()));
        task.call();
        return Ecj.generated(folder);
    }
}
