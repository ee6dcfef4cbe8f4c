// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that an encoding has not: in texts, in names, and in names of files. */
class EncodingTests {

    /** In ASCII, with escapes: what javac reads is the same in every encoding. */
    private static final String SOURCE = """
            package a;

            import dev.hpo.annotations.*;

            @SearchSpace
            public record Menu(
                    @Choice({"caf\\u00e9", "\\u65e5\\u672c", "\\ud83d\\ude00", "\\\\\\u00e9", "\\\\u00e9", "\\u0001"}) String drink,
                    boolean gr\\u00f6\\u00dfe,
                    boolean \\ud835\\udd38,
                    boolean ignorable\\u0001,
                    @Prior(choice = "\\u00dc") \\u00c4 \\u00e4) {}

            enum \\u00c4 { @FormerlyNamed("\\u00d6") @Name("U") \\u00dc, A }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "UTF-8", "UTF-16", "IBM1047"})
    void textsAndNamesAreTheSameInEveryEncoding(String encoding, @TempDir Path folder) throws Exception {
        String ascii =
                SOURCE.replace("@FormerlyNamed(\"\\u00d6\") @Name(\"U\") ", "").replace("\\u00c4", "Ae");
        Path source = folder.resolve("Menu.java");
        Files.writeString(source, ascii, Charset.forName(encoding));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();

        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, errors, errors, arguments(folder, "-encoding", encoding, source.toString()));

        assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        String generated = Files.readString(folder.resolve("a/MenuSpace.java"), Charset.forName(encoding));
        assertThat(generated).matches("[\\n -~]*");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Space<?> space =
                    (Space<?>) loader.loadClass("a.MenuSpace").getField("SPACE").get(null);
            assertThat(((ChoiceDomain) space.parameters().get(0).domain()).choices())
                    .containsExactly("café", "日本", "😀", "\\é", "\\u00e9", "\u0001");
            assertThat(space.parameters())
                    .extracting(parameter -> parameter.name())
                    .containsExactly("drink", "größe", "𝔸", "ignorable", "ä");
        }
    }

    @Test
    void namesOfTypesAndConstantsMayHaveAnyLetter() {
        Compilation compilation = Cases.compile(
                List.of(
                        SourceFile.of(
                                "a.Größe",
                                "package a; @dev.hpo.annotations.SearchSpace public record Größe(Müll müll, Ö ö) {}"),
                        SourceFile.of("a.Müll", "package a; enum Müll { Ä, 日本 }"),
                        SourceFile.of(
                                "a.Ö",
                                "package a; @dev.hpo.annotations.SearchSpace sealed interface Ö { record Ü(boolean ß) implements Ö {} }")));

        assertThat(compilation.errors()).isEmpty();
        Space<Object> space = new CompiledSpaces(compilation).space("a.GrößeSpace");
        Configuration first = space.choose(parameter -> parameter.domain().fromUnit(0));
        assertThat(space.decode(first)).hasToString("Größe[müll=Ä, ö=Ü[ß=false]]");
        assertThat(CompiledSpaces.sources(compilation).values()).hasSize(2).allMatch(text -> text.matches("[\\n -~]*"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "file names elsewhere do not depend on the locale")
    void aNameThatTheFileSystemCannotHaveIsAnErrorAtTheType(@TempDir Path folder) throws Exception {
        String javac = Path.of(System.getProperty("java.home"), "bin", "javac").toString();

        String output = compileInPlainC(folder, folder.toString(), javac);

        assertThat(output)
                .contains("Types.java:3: error: Caf?: class file (Caf?Space.class) must have a name in the encoding")
                .contains("Types.java:5: error: Drinks: class file (DrinksSpace$Th?Space.class) must have a name")
                .doesNotContain("dev.hpo.processor.");
    }

    /** Where it is to write class files, the compiler itself breaks at the one of the type, before it shows any error. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "file names elsewhere do not depend on the locale")
    void underEclipsesCompilerItIsOneToo(@TempDir Path folder) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        String output = compileInPlainC(
                folder,
                "none",
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "org.eclipse.jdt.internal.compiler.batch.Main",
                "--release",
                "17");

        assertThat(output)
                .containsPattern("ERROR in \\S*Types.java \\(at line 5\\)\n.*\n.*\n"
                        + "Drinks: class file \\(DrinksSpace\\$Th\\?Space.class\\) must have a name in the encoding")
                .containsPattern("ERROR in \\S*Types.java \\(at line 7\\)\n.*\n.*\n"
                        + "Th\\?: class file \\(Th\\?Space.class\\) must have a name in the encoding")
                .contains("Caf?: class file (Caf?Space.class) must have a name in the encoding")
                .doesNotContain("dev.hpo.processor.");
    }

    private static String compileInPlainC(Path folder, String output, String... command)
            throws IOException, InterruptedException {
        Path source = folder.resolve("Types.java");
        Files.writeString(source, """
                package a;
                @dev.hpo.annotations.SearchSpace
                record Caf\\u00e9(boolean on) {}
                @dev.hpo.annotations.SearchSpace
                sealed interface Drinks { record Th\\u00e9() implements Drinks {} }
                @dev.hpo.annotations.SearchSpace
                class Th\\u00e9 { boolean on; }
                """);
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of(arguments(folder, "-encoding", "UTF-8", source.toString())));
        whole.set(whole.indexOf("-d") + 1, output);
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        process.waitFor();
        return printed.replace('\ufffd', '?');
    }

    private static String[] arguments(Path folder, String... further) {
        String path = System.getProperty("java.class.path");
        List<String> own = List.of(
                "-cp",
                path,
                "-processorpath",
                Stream.of(path.split(File.pathSeparator))
                        .filter(entry -> !entry.contains("lombok"))
                        .reduce((one, other) -> one + File.pathSeparator + other)
                        .orElseThrow(),
                "-processor",
                SearchSpaceProcessor.class.getName(),
                "-d",
                folder.toString(),
                "-s",
                folder.toString());
        return Stream.concat(own.stream(), Stream.of(further)).toArray(String[]::new);
    }
}
