// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import dev.hpo.report.html.PageFile.Content;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A page with a line for each study whose {@code report.html} is below a folder: {@code index.html}. It is made of what those pages say of themselves, so
 * that it does not matter which process wrote which. It needs no script.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class HtmlIndex {

    /** The name of the page of a study. */
    public static final String PAGE = "report.html";

    /** The name of this one. */
    public static final String NAME = "index.html";

    /** What its text begins with, more or less: it says whose it is. */
    private static final String GENERATOR = "<meta name=\"generator\" content=\"hpo\">";

    /** A study's folder, and within it those of runs that went on at the same time. */
    private static final int DEPTH = 3;

    private final SortedMap<Path, IndexEntry> entries;

    private HtmlIndex(SortedMap<Path, IndexEntry> entries) {
        this.entries = entries;
    }

    /**
     * Returns the index of the pages below a folder. A page that cannot be read has no line.
     *
     * @throws IOException if the folder cannot be read
     */
    public static HtmlIndex of(Path folder) throws IOException {
        return of(folder, DEPTH);
    }

    /**
     * Returns the index of all pages below a folder, such as those of all modules of a build, or of what CI has kept of it. Folders whose names begin
     * with a dot are left out.
     *
     * @throws IOException if the folder cannot be read
     */
    public static HtmlIndex ofAll(Path folder) throws IOException {
        return of(folder, Integer.MAX_VALUE);
    }

    private static HtmlIndex of(Path folder, int depth) throws IOException {
        SortedMap<Path, IndexEntry> entries = new TreeMap<>();
        for (Path page : pages(folder, depth)) {
            read(page).ifPresent(entry -> entries.put(folder.relativize(page), entry));
        }
        return new HtmlIndex(entries);
    }

    /** Returns how many studies there are. */
    public int size() {
        return entries.size();
    }

    /**
     * Returns whether the index of a folder can be written without loss: nothing of its name is there, or an index of an earlier time.
     *
     * @throws IOException if what is there cannot be read
     */
    public static boolean isFree(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        return Files.notExists(file)
                || new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(GENERATOR);
    }

    private static List<Path> pages(Path folder, int depth) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(), depth, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean isHidden = !directory.equals(folder)
                        && directory.getFileName().toString().startsWith(".");
                return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith(PAGE) && attributes.isRegularFile()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                // Other studies write and remove files meanwhile, and not every folder is ours to look into.
                if (file.equals(folder)) {
                    throw fault;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static Optional<IndexEntry> read(Path page) {
        try {
            return IndexEntry.read(page);
        } catch (IOException e) {
            // Somebody else may be replacing it; who does so makes the index again.
            return Optional.empty();
        }
    }

    /**
     * Writes the page.
     *
     * @param target is left open
     * @throws IOException if the target cannot be written
     */
    public void write(Writer target) throws IOException {
        String style = PageFile.text("page.css");
        Map<String, Content> contents = Map.of(
                "styleSources", Content.of(PageFile.sources(style)),
                "style", Content.of(style),
                "studies", Content.of(entries.size() == 1 ? "1 study" : entries.size() + " studies"),
                "entries", this::writeEntries);
        PageFile.fill("index.html", contents, target);
        target.flush();
    }

    private void writeEntries(Writer target) throws IOException {
        for (Map.Entry<Path, IndexEntry> line : entries.entrySet()) {
            IndexEntry entry = line.getValue();
            target.write("<tr><th scope=\"row\"><a href=\"" + MarkupText.of(link(line.getKey())) + "\">"
                    + MarkupText.of(entry.name()) + "</a></th>");
            for (String cell : List.of(entry.run(), entry.verdict(), entry.counts(), entry.end())) {
                target.write("<td>" + MarkupText.of(cell) + "</td>");
            }
            target.write("</tr>\n");
        }
    }

    /** A file can have a name that would else be part of an address, such as {@code a#b}. */
    private static String link(Path page) {
        return StreamSupport.stream(page.spliterator(), false)
                .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HtmlIndex index && index.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
