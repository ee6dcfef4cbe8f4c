// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Space;
import dev.hpo.space.Start;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rule of start configurations, at run time; that other compilers generate the same is tested beside this. */
class StartTests {

    private static final Pattern TYPE = Pattern.compile("    static class (\\w+).*|    record (\\w+).*");
    private static final Pattern COMMENT = Pattern.compile("    // ((?:start|none).*)");

    @TestFactory
    Stream<DynamicTest> aNewInstanceIsTheStartIfItsValuesSaySo() {
        return tests("good/starts");
    }

    @TestFactory
    Stream<DynamicTest> initialisersThatSayOtherwiseAreNotTakenForIt() {
        return tests("good/uncertain");
    }

    @TestFactory
    Stream<DynamicTest> whatThrowsIsNoStart() {
        return tests("starts");
    }

    private static Stream<DynamicTest> tests(String folder) {
        CompiledSpaces spaces = new CompiledSpaces(Cases.compile(Cases.sources(folder)));
        return expected(folder).entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertThat(start(spaces.space("good." + each.getKey() + "Space")))
                                .isEqualTo(each.getValue())));
    }

    private static String start(Space<Object> space) {
        Start<Object> start = space.start();
        return start.instance()
                .map(instance -> "start: " + space.display(space.configuration(instance)))
                .orElseGet(() -> start.reason().isEmpty() ? "none" : "none: " + start.reason());
    }

    /** Returns what the comments behind the types say, by the names of the files and the types. */
    private static Map<String, String> expected(String folder) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Path file : Cases.files(folder)) {
            String outer = file.getFileName().toString().replace(".java", "_");
            String type = "";
            for (String line : Cases.read(file).lines().toList()) {
                Matcher named = TYPE.matcher(line);
                Matcher comment = COMMENT.matcher(line);
                if (named.matches()) {
                    type = named.group(1) == null ? named.group(2) : named.group(1);
                } else if (comment.matches()) {
                    expected.put(outer + type, comment.group(1));
                }
            }
        }
        assertThat(expected).isNotEmpty();
        return expected;
    }
}
