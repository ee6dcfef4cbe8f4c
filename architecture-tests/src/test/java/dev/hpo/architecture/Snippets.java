// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java blocks of a Markdown page, each preceded by a comment that names the source file and the tagged region in it
 * (or no region for the whole file after its package line).
 */
final class Snippets {

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- snippet: (\\S+?)(?:#(\\S+))? -->\\n)?```java\\n(.*?)```\\n", Pattern.DOTALL);

    private Snippets() {}

    // tag::root[]
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("hpo-bom"))) {
            folder = folder.getParent();
        }
        return folder;
    }
    // end::root[]

    /** Returns a page with each block as its source has it now. */
    static String refresh(String page) {
        Matcher blocks = BLOCK.matcher(page);
        return blocks.replaceAll(
                block -> Matcher.quoteReplacement(fresh(block.group(1), block.group(2), block.group())));
    }

    private static String fresh(String file, String tag, String block) {
        if (file == null) {
            return block + "<!-- no snippet comment names the source of the block above -->\n";
        }
        String comment = block.substring(0, block.indexOf("```java"));
        return comment + "```java\n" + code(root().resolve(file), tag) + "\n```\n";
    }

    private static String code(Path file, String tag) {
        List<String> lines = lines(file);
        int from = tag == null ? firstCode(lines) : lineWith(lines, "tag::" + tag + "[]", file) + 1;
        int to = tag == null ? lines.size() : lineWith(lines, "end::" + tag + "[]", file);
        String region = String.join(
                "\n",
                lines.subList(from, to).stream()
                        .filter(line -> !line.contains("// tag::") && !line.contains("// end::"))
                        .toList());
        return region.stripIndent().strip();
    }

    private static int firstCode(List<String> lines) {
        int line = 0;
        while (!lines.get(line).startsWith("package ")) {
            line++;
        }
        return line + 1;
    }

    private static int lineWith(List<String> lines, String text, Path file) {
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).strip().equals("// " + text)) {
                return line;
            }
        }
        throw new IllegalStateException(file + " must have a line // " + text);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
