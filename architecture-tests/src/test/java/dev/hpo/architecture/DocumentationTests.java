// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keeps README and guide true: their Java code is code that compiles, their links lead somewhere, and the files that
 * CONTRIBUTING names are there.
 *
 * <p>After a change of a sample, {@code mvn -Dquickly -pl architecture-tests -am test -Dtest=DocumentationTests -Dsnippets=update}
 * writes it into the pages.
 */
class DocumentationTests {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:)([^)#\\s]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern PATH = Pattern.compile("`([\\w.-]+(?:/[\\w.-]+)+/?)`");

    static Stream<Path> pages() throws IOException {
        Path root = Snippets.root();
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            for (String page : List.of("README.md", "CONTRIBUTING.md", "samples/README.md")) {
                pages.add(root.resolve(page));
            }
            return pages.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyJavaBlockIsCompiledCode(Path page) throws IOException {
        String text = Files.readString(page);
        String fresh = Snippets.refresh(text);
        if ("update".equals(System.getProperty("snippets"))) {
            Files.writeString(page, fresh);
        } else {
            assertThat(text).as("%s: run with -Dsnippets=update", page).isEqualTo(fresh);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsToAFile_andEveryAnchorToAHeading(Path page) throws IOException {
        Matcher links = LINK.matcher(Files.readString(page));
        while (links.find()) {
            Path target = links.group(1).isEmpty()
                    ? page
                    : page.resolveSibling(links.group(1)).normalize();
            assertThat(target).exists();
            if (links.group(2) != null) {
                assertThat(anchors(target)).as("headings of %s", target).contains(links.group(2));
            }
        }
    }

    @Test
    void everyFileThatContributingNamesIsThere() throws IOException {
        Path root = Snippets.root();
        List<String> paths = PATH.matcher(Files.readString(root.resolve("CONTRIBUTING.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(paths).hasSizeGreaterThan(20).allSatisfy(path -> assertThat(root.resolve(path))
                .exists());
    }

    /** Returns what GitHub makes of the headings of a page: lower case, hyphens for blanks, no punctuation. */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void snippetWithoutSource_isFound() {
        String page = "text\n```java\nint x;\n```\n";
        assertThat(Snippets.refresh(page)).contains("no snippet comment");
    }

    @Test
    void changedSnippet_isReplacedByItsSource() {
        String marker = "<!-- snippet: architecture-tests/src/test/java/dev/hpo/architecture/Snippets.java#root -->";
        String page = marker + "\n```java\nold\n```\nrest\n";
        assertThat(Snippets.refresh(page))
                .startsWith(marker + "\n```java\nstatic Path root()")
                .endsWith("}\n```\nrest\n");
    }

    @Test
    void importsAndTags_areJoined() {
        String file = "samples/src/test/java/dev/hpo/samples/guide/WeightDecay.java";
        assertThat(Snippets.refresh("<!-- snippet: " + file + "#imports,meta -->\n```java\nold\n```\n"))
                .contains("```java\nimport dev.hpo.annotations.LogUniform;\n", ";\n\n@LogUniform(", "{}\n```\n");
    }

    @Test
    void xmlBlock_mayNameItsSource() {
        String plain = "```xml\n<a/>\n```\n";
        String named = "<!-- snippet: architecture-tests/pom.xml -->\n```xml\nold\n```\n";
        assertThat(Snippets.refresh(plain)).isEqualTo(plain);
        assertThat(Snippets.refresh(named)).contains("```xml\n<?xml ", "</project>\n```\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties", "text"})
    void blockOfAFile_mayNameItsSource(String language) {
        String plain = "```" + language + "\na\n```\n";
        String file = "samples/src/test/resources/dev/hpo/samples/guide/schedule.properties";
        assertThat(Snippets.refresh(plain)).isEqualTo(plain);
        assertThat(Snippets.refresh("<!-- snippet: " + file + " -->\n" + plain))
                .contains("```" + language + "\n# warm, then cool\n");
    }
}
