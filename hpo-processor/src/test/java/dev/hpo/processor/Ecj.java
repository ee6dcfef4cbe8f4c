// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/**
 * Eclipse's compiler: the version that the tests are built with, or each of those in the folder that the system property
 * {@code hpo.ecj} names.
 */
final class Ecj {

    static final String OURS = "dev.hpo.processor.SearchSpaceProcessor";

    private static final Pattern PROBLEM =
            Pattern.compile("\\d+\\. ERROR(?: in (\\S+) \\(at line (\\d+)\\)\\n\\t.*\\n[\\t ]*\\^+\\n|: )(.*)");

    private final String name;
    private final Method compile;

    private Ecj(String name, ClassLoader loader) {
        this.name = name;
        try {
            Class<?> batch = loader.loadClass(BatchCompiler.class.getName());
            this.compile = Arrays.stream(batch.getMethods())
                    .filter(method -> method.getName().equals("compile") && method.getParameterCount() == 4)
                    .filter(method -> method.getParameterTypes()[0] == String[].class)
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the versions at hand. */
    static List<Ecj> all() {
        String folder = System.getProperty("hpo.ecj", "");
        if (folder.isEmpty()) {
            return List.of(new Ecj("ecj", Ecj.class.getClassLoader()));
        }
        try (Stream<Path> jars = Files.list(Path.of(folder))) {
            return jars.sorted().map(Ecj::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ecj of(Path jar) {
        try {
            URL[] path = {jar.toUri().toURL()};
            return new Ecj(
                    jar.getFileName().toString(), new URLClassLoader(path, ClassLoader.getPlatformClassLoader()));
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An error.
     *
     * @param file the name of the file; empty if the error has no place
     * @param line the line; 0 if the error has no place
     * @param text what it says
     */
    record Problem(String file, int line, String text) {

        boolean hasPlace() {
            return line > 0;
        }

        /** Our messages say what must be and what to do. */
        boolean isOurs() {
            return text.contains(" must ") && text.contains("; ");
        }
    }

    /**
     * What has come of a compilation.
     *
     * @param output what was printed
     * @param folder where classes and generated sources are
     */
    record Result(String output, Path folder) {

        List<Problem> problems() {
            List<Problem> problems = new ArrayList<>();
            Matcher matcher = PROBLEM.matcher(output.replace("\r\n", "\n"));
            while (matcher.find()) {
                boolean hasPlace = matcher.group(1) != null;
                String file = hasPlace ? Path.of(matcher.group(1)).getFileName().toString() : "";
                problems.add(new Problem(file, hasPlace ? Integer.parseInt(matcher.group(2)) : 0, matcher.group(3)));
            }
            return problems;
        }

        /** Returns the sources that were generated, by the names of their classes. */
        Map<String, String> generated() {
            return Ecj.generated(folder);
        }
    }

    /** Compiles the sources of a project, and goes on after errors, as Eclipse does. */
    Result compile(List<Path> sources, Path folder, String... options) {
        return compileWith(OURS, sources, folder, options);
    }

    /** Does so with other processors, or more than ours. */
    Result compileWith(String processors, List<Path> sources, Path folder, String... options) {
        List<String> arguments = arguments(processors, folder);
        arguments.add("-proceedOnError");
        arguments.addAll(List.of(options));
        sources.forEach(file -> arguments.add(file.toString()));
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        try {
            compile.invoke(null, arguments.toArray(String[]::new), writer, writer, null);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(output.toString(), e);
        }
        return new Result(output.toString(), folder);
    }

    /** Returns what tells a compiler to run processors and where to put all that comes of it. */
    static List<String> arguments(String processors, Path folder) {
        String path = System.getProperty("java.class.path");
        // Versions before 3.42 look on the class path for sources, too, and find the test's own there a second time.
        String classes = Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        String output = folder.toString();
        return new ArrayList<>(List.of(
                "--release",
                "17",
                "-classpath",
                classes,
                "-processorpath",
                path,
                "-processor",
                processors,
                "-d",
                output,
                "-s",
                output,
                "-sourcepath",
                output));
    }

    static Map<String, String> generated(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> className(folder, file), Cases::read, (first, second) -> first, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace(File.separatorChar, '.');
        return path.substring(0, path.length() - ".java".length());
    }

    @Override
    public String toString() {
        return name.toLowerCase(Locale.ROOT);
    }
}
