// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps README and guide true: their Java code is code that compiles, and their links lead somewhere.
 *
 * <p>After a change of a sample, {@code mvn -pl architecture-tests test -Dtest=DocumentationTests -Dsnippets=update}
 * writes it into the pages.
 */
class DocumentationTests {

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)(#[^)]*)?\\)");

    static Stream<Path> pages() throws IOException {
        Path root = Snippets.root();
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            pages.add(root.resolve("README.md"));
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
    void everyRelativeLinkLeadsToAFile(Path page) throws IOException {
        Matcher links = LINK.matcher(Files.readString(page));
        while (links.find()) {
            assertThat(page.resolveSibling(links.group(1)).normalize()).exists();
        }
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
}
