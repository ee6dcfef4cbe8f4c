// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources with more or longer things than code has room for: they work, or the error is at its place. */
class SizesTests {

    private static final int DRAWS = 20;

    static Stream<Arguments> large() {
        String longest = "x".repeat(65_535);
        return Stream.of(
                Arguments.of(
                        "five thousand choices",
                        "record Large(@Choice({" + listed(5000, i -> "\"number " + i + "\"") + "}) String text,"
                                + " @Ordinal({" + listed(5000, i -> "\"" + i + "\"") + "}) int number) {}"),
                Arguments.of(
                        "three enums of two thousand constants",
                        "record Large(A a, B b, @Ordinal C c) {"
                                + " enum A {" + listed(2000, i -> "A" + i) + "}"
                                + " enum B {"
                                + listed(2000, i -> "@Name(\"n" + i + "\") @FormerlyNamed(\"f" + i + "\") B" + i) + "}"
                                + " enum C {" + listed(2000, i -> "C" + i) + "} }"),
                Arguments.of(
                        "four hundred alternatives with long names",
                        "sealed interface Large {"
                                + joined(
                                        400,
                                        "\n",
                                        i -> "record " + "R".repeat(200) + i + "(boolean on) implements Large {}")
                                + "}"),
                Arguments.of(
                        "a choice as long as can be",
                        "record Large(@Choice({\"" + longest + "\", \"short\"}) @Prior(choice = \"" + longest
                                + "\") String text," + " @Choice({\"" + "\\u20ac".repeat(21_845)
                                + "\"}) String euros) {}"),
                Arguments.of(
                        "many former names",
                        "record Large(@FormerlyNamed({" + listed(3000, i -> "\"f" + i + "\"") + "}) boolean on) {}"),
                Arguments.of("a long name", "record Large(boolean " + "n".repeat(65_535) + ") {}"),
                Arguments.of(
                        "as many members as a record can have, each with choices and former names",
                        "record Large(" + listed(254, SizesTests::member)
                                + ") { enum E { @FormerlyNamed({\"a\", \"b\"}) A,"
                                + " @FormerlyNamed({\"c\", \"d\"}) B, C, D } }"),
                Arguments.of(
                        "as many fields as a class may have, each with choices and former names",
                        "class Large { enum E { @FormerlyNamed({\"a\", \"b\"}) A, @FormerlyNamed({\"c\", \"d\"}) B, C, D }"
                                + joined(500, "\n", i -> member(i) + ";") + "}"));
    }

    private static String member(int i) {
        return "@FormerlyNamed({\"x" + i + "\", \"y" + i + "\", \"z" + i + "\", \"w" + i + "\"}) @Prior(choice = \"B\")"
                + " @Choice({\"A\", \"B\", \"C\"}) E member" + i;
    }

    private static String listed(int number, IntFunction<String> item) {
        return joined(number, ", ", item);
    }

    private static String joined(int number, String separator, IntFunction<String> item) {
        return IntStream.range(0, number).mapToObj(item).collect(Collectors.joining(separator));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void largeSourcesWork(String name, String source) {
        Compilation compilation = compile(source);

        assertThat(errors(compilation)).isEmpty();
        Space<Object> space = new CompiledSpaces(compilation).space("a.LargeSpace");
        Random random = new Random(5);
        for (int i = 0; i < DRAWS; i++) {
            Configuration configuration =
                    space.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            assertThat(space.configuration(space.decode(configuration)))
                    .as(name)
                    .isEqualTo(configuration);
        }
    }

    @Test
    void tooManyMembersAreRefusedAtTheClass() {
        String source =
                "class Large {\n" + joined(501, "\n", i -> "@Uniform(min = 0, max = 1) double member" + i + ";") + "}";

        assertThat(errors(compile(source)))
                .containsExactly(
                        "4: Large: members (501) must be at most 500; group them under search spaces of their own");
    }

    @Test
    void tooManyAlternativesAreRefusedAtTheSealedType() {
        String source =
                "sealed interface Large {\n" + joined(1001, "\n", i -> "record R" + i + "() implements Large {}") + "}";

        assertThat(errors(compile(source)))
                .containsExactly(
                        "4: Large: permitted types (1001) must be at most 1000; group them under sealed types of their own");
    }

    private static Compilation compile(String source) {
        return Cases.compile(List.of(
                SourceFile.of("a.Large", "package a;\nimport dev.hpo.annotations.*;\n@SearchSpace\n" + source)));
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getLineNumber() + ": " + error.getMessage(Locale.ROOT))
                .toList();
    }
}
