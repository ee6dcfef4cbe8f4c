// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The blocks of a Markdown page that show code. A comment before each names the source file and the regions in it, with
 * commas between, that are tagged there; the region {@code imports} is that of all its imports, and a comment without regions
 * means the whole file. Every block in Java, Kotlin or Python must have one, another that names its language may.
 */
final class Snippets {

    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- snippet: (\\S+?)(?:#(\\S+))? -->\\n)?```(java|kotlin|python|xml|properties|text)\\n(.*?)```\\n",
            Pattern.DOTALL);

    /** The languages whose blocks must name their sources. */
    private static final Set<String> CODE = Set.of("java", "kotlin", "python");

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
        return blocks.replaceAll(block -> Matcher.quoteReplacement(fresh(block)));
    }

    private static String fresh(MatchResult block) {
        String text = block.group();
        String language = block.group(3);
        if (block.group(1) == null) {
            return text
                    + (CODE.contains(language)
                            ? "<!-- no snippet comment names the source of the block above -->\n"
                            : "");
        }
        String comment = text.substring(0, text.indexOf("```"));
        String code = code(root().resolve(block.group(1)), block.group(2));
        return comment + "```" + language + "\n" + code + "\n```\n";
    }

    private static String code(Path file, String regions) {
        List<String> lines = lines(file);
        return regions == null
                ? region(lines, 0, lines.size())
                : Stream.of(regions.split(","))
                        .map(region -> region.equals("imports") ? imports(lines) : tagged(lines, region, file))
                        .collect(Collectors.joining("\n\n"));
    }

    private static String imports(List<String> lines) {
        int from = 0;
        while (!lines.get(from).startsWith("import ")) {
            from++;
        }
        int to = from;
        while (lines.get(to).startsWith("import ") || lines.get(to).isBlank()) {
            to++;
        }
        return region(lines, from, to);
    }

    private static String tagged(List<String> lines, String tag, Path file) {
        return region(
                lines, lineWith(lines, "tag::" + tag + "[]", file) + 1, lineWith(lines, "end::" + tag + "[]", file));
    }

    private static String region(List<String> lines, int from, int to) {
        return lines.subList(from, to).stream()
                .filter(line -> !line.contains("// tag::") && !line.contains("// end::"))
                .collect(Collectors.joining("\n"))
                .stripIndent()
                .strip();
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
