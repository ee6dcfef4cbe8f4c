// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.space.Space;
import dev.hpo.space.Start;
import java.util.LinkedHashMap;
import java.util.List;
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
        return tests("good/starts", "good.Starts_");
    }

    @TestFactory
    Stream<DynamicTest> initialisersThatSayOtherwiseAreNotTakenForIt() {
        return tests("good/uncertain", "good.Uncertain_");
    }

    @TestFactory
    Stream<DynamicTest> whatThrowsIsNoStart() {
        return tests("starts", "good.Throwing_");
    }

    private static Stream<DynamicTest> tests(String folder, String prefix) {
        CompiledSpaces spaces = new CompiledSpaces(Cases.compile(Cases.sources(folder)));
        return expected(folder).entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertThat(start(spaces.space(prefix + each.getKey() + "Space")))
                                .isEqualTo(each.getValue())));
    }

    private static String start(Space<Object> space) {
        Start<Object> start = space.start();
        return start.instance()
                .map(instance -> "start: " + space.display(space.configuration(instance)))
                .orElseGet(() -> start.reason().isEmpty() ? "none" : "none: " + start.reason());
    }

    /** Returns what the comments behind the types say. */
    private static Map<String, String> expected(String folder) {
        Map<String, String> expected = new LinkedHashMap<>();
        String type = "";
        List<String> lines = Cases.files(folder).stream()
                .flatMap(file -> Cases.read(file).lines())
                .toList();
        for (String line : lines) {
            Matcher named = TYPE.matcher(line);
            Matcher comment = COMMENT.matcher(line);
            if (named.matches()) {
                type = named.group(1) == null ? named.group(2) : named.group(1);
            } else if (comment.matches()) {
                expected.put(type, comment.group(1));
            }
        }
        assertThat(expected).isNotEmpty();
        return expected;
    }
}
