// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources made at random: right ones are compiled without a warning and work, of those with faults each is shown on its line and
 * nothing else is, and those with any damage are refused without a fault of ours.
 *
 * <p>A long run: {@code mvn -pl hpo-processor -am test -Dtest=FuzzTests -Dsurefire.failIfNoSpecifiedTests=false -Dhpo.fuzz=20000
 * -Dhpo.fuzz.seed=1000}. The seed of a source is its number.
 */
class FuzzTests {

    private static final int DRAWS = 5;

    static LongStream seeds() {
        long first = Long.getLong("hpo.fuzz.seed", 0);
        return LongStream.range(first, first + Integer.getInteger("hpo.fuzz", 40));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rightSourcesWork(long seed) {
        RandomSource source = new RandomSource(seed, false);

        Compilation compilation = compile(source, "-Xlint:all", "-Werror");

        assertThat(compilation.diagnostics())
                .as(source.text())
                .extracting(FuzzTests::text)
                .isEmpty();
        new CompiledSpaces(compilation).all().forEach(space -> survives(space, source));
    }

    private static void survives(Space<Object> space, RandomSource source) {
        Random random = new Random(7);
        for (int i = 0; i < DRAWS; i++) {
            Configuration configuration =
                    space.choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            assertThat(space.configuration(space.decode(configuration)))
                    .as(source.text())
                    .isEqualTo(configuration);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachFaultIsShownOnItsLineAndNothingElseIs(long seed) {
        RandomSource source = new RandomSource(seed, true);

        Compilation compilation = compile(source);

        List<? extends Diagnostic<? extends JavaFileObject>> errors = compilation.errors();
        assertThat(errors)
                .as(source.text() + errors)
                .allMatch(error -> error.getCode().equals("compiler.err.proc.messager"))
                .noneMatch(error -> text(error).contains("must not fail"));
        Set<Long> lines = new TreeSet<>();
        errors.forEach(error -> lines.add(error.getLineNumber()));
        assertThat(lines).as(source.text() + errors).isEqualTo(source.faults());
    }

    /** A source with any damage is refused by the compiler or by us: our code is never what is wrong. */
    @ParameterizedTest
    @MethodSource("seeds")
    void damagedSourcesBreakNeitherUsNorOurCode(long seed) {
        RandomSource source = new RandomSource(seed, false);
        String damaged = damaged(source.text(), new Random(seed));

        List<SourceFile> sources = List.of(SourceFile.of(source.name(), damaged));
        List<? extends Diagnostic<? extends JavaFileObject>> errors = errors(sources);
        List<String> texts = errors.stream().map(FuzzTests::text).toList();
        assertThat(texts).as(damaged).noneMatch(text -> text.contains("must not fail"));
        assertThat(errors).as(damaged + texts).allMatch(error -> isIn(source, error));
    }

    /** Returns the errors, or none if javac breaks: it does so over some sources with any processor. */
    private static List<? extends Diagnostic<? extends JavaFileObject>> errors(List<SourceFile> sources) {
        try {
            return Cases.compile(sources).errors();
        } catch (RuntimeException e) {
            assertThatThrownBy(() -> Cases.compile(new IdleProcessor(), sources))
                    .hasSameClassAs(e);
            return List.of();
        }
    }

    private static boolean isIn(RandomSource source, Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject file = error.getSource();
        return file != null
                && file.toUri().equals(SourceFile.of(source.name(), "").toUri());
    }

    /** Leaves out, doubles or exchanges a word, or puts in a character. */
    private static String damaged(String text, Random random) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split("(?<=\\W)|(?=\\W)")));
        int number = 1 + random.nextInt(3);
        for (int i = 0; i < number; i++) {
            int place = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(place);
                case 1 -> words.add(place, words.get(place));
                case 2 -> Collections.swap(words, place, random.nextInt(words.size()));
                default -> words.add(place, String.valueOf((char) (' ' + random.nextInt('~' - ' '))));
            }
        }
        return String.join("", words);
    }

    private static Compilation compile(RandomSource source, Object... options) {
        return Cases.compile(List.of(SourceFile.of(source.name(), source.text())), options);
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject file = diagnostic.getSource();
        return (file == null ? "" : file.getName()) + ":" + diagnostic.getLineNumber() + ": "
                + diagnostic.getMessage(Locale.ROOT);
    }

    /** Does nothing. */
    @SupportedAnnotationTypes("*")
    private static final class IdleProcessor extends AbstractProcessor {

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }
}
