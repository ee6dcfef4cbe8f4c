// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of what may change, beyond what the sources in {@code good} and {@code bad} show. */
class AdjustableTests {

    private static final SourceFile TUNING = ProcessorTests.source(
            "a.Tuning",
            "class Tuning { @dev.hpo.junit.PopulationTest @dev.hpo.junit.Minimize(\"x\") "
                    + "void tune(Config config, dev.hpo.study.Trial trial) {} }");

    @Test
    void theGeneratedSpaceKnowsWhatMayChange() {
        List<Space<Object>> spaces = new CompiledSpaces(Cases.compile(Cases.sources("good/adjustable"))).all();

        Space<Object> adjusted = spaces.stream()
                .filter(space -> space.typeName().equals("Adjusted"))
                .findFirst()
                .orElseThrow();
        assertThat(adjusted.adjustable())
                .extracting(Parameter::name)
                .containsExactly(
                        "rate",
                        "batch",
                        "byItsAnnotation",
                        "saidTwice",
                        "own",
                        "nesterov",
                        "mode",
                        "text",
                        "dropouts[0]",
                        "dropouts[1]",
                        "dropouts[2]",
                        "optimizer.sgd.momentum");
    }

    @ParameterizedTest
    @CsvSource({"@Adjustable, true", "@Adjustable(false), false", "'', false"})
    void whatMayChangeIsReadFromAJarToo(String mark, boolean isAdjustable, @TempDir Path jar) {
        List<SourceFile> library = new ArrayList<>(ProcessorTests.fixtures());
        library.add(ProcessorTests.source(
                "far.Config",
                "@SearchSpace public record Config(@Uniform(min = 0, max = 1) " + mark + " double x) {}"));
        assertThat(ProcessorTests.compileTo(jar, true, library)).isTrue();

        Compilation compilation = Compiler.javac()
                .withProcessors(new SearchSpaceProcessor())
                .withClasspath(ProcessorTests.classPath(jar))
                .compile(ProcessorTests.source(
                        "a.Near",
                        "class Near { @dev.hpo.junit.PopulationTest @dev.hpo.junit.Minimize(\"x\") "
                                + "void tune(far.Config config, dev.hpo.study.Trial trial) {} }"));

        assertThat(ProcessorTests.errors(compilation))
                .hasSize(isAdjustable ? 0 : 1)
                .allMatch(error -> error.startsWith(
                        "Near.tune: @PopulationTest (of Config) must have a parameter that may change"));
    }

    /** Where compilers differ in what they show, or in what they say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "record Config(boolean on, @Missing double x) {}",
                "record Config(@Uniform(min = 0, max = 1) @Adjustable(Missing.ON) double x) {}",
                "sealed interface Config permits Known, Missing {} record Known(boolean on) implements Config {}"
            })
    void whatIsMissingMayBeAdjustable(String config) {
        List<SourceFile> sources = new ArrayList<>(ProcessorTests.fixtures());
        sources.add(ProcessorTests.source("a.Config", "@SearchSpace " + config));
        sources.add(TUNING);

        assertThat(ProcessorTests.errors(Cases.compile(sources)))
                .anyMatch(error -> error.startsWith("Config"))
                .noneMatch(error -> error.startsWith("Tuning"));
    }

    @Test
    void aConstantThatAnotherProcessorGeneratesIsWaitedFor() {
        List<SourceFile> sources = new ArrayList<>(ProcessorTests.fixtures());
        sources.add(ProcessorTests.source(
                "a.Config",
                "@SearchSpace public record Config(@Uniform(min = 0, max = 1) @Adjustable(Flags.ON) double rate) {}"));
        sources.add(TUNING);

        Compilation compilation = Compiler.javac()
                .withProcessors(new SearchSpaceProcessor(), new ProcessorTests.LateProcessor())
                .compile(sources);

        assertThat(ProcessorTests.errors(compilation)).isEmpty();
        assertThat(CompiledSpaces.sources(compilation).get("a.ConfigSpace")).contains(".adjustable()");
    }
}
