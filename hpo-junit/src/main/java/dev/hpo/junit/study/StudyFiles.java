// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.report.BestProperties;
import dev.hpo.report.ConfirmReport;
import dev.hpo.report.CsvReport;
import dev.hpo.report.CurveReport;
import dev.hpo.report.JsonReport;
import dev.hpo.report.ProgressLine;
import dev.hpo.report.StudyView;
import dev.hpo.report.Texts;
import dev.hpo.report.html.HtmlIndex;
import dev.hpo.report.html.HtmlReport;
import dev.hpo.report.html.PageContext;
import dev.hpo.space.VisibleText;
import dev.hpo.trial.PathMask;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Files that are written into one folder. Whoever reads one sees the old or the new text, never a part. One that cannot be written
 * keeps none of the others from being written.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class StudyFiles {

    /** The name of the file that has the summary. */
    static final String SUMMARY = "summary.txt";

    /** The name of the file that has the summary in Markdown. */
    static final String MARKDOWN = "summary.md";

    /** The name of the file that has the summary of the last re-test. */
    static final String RETEST = "retest.txt";

    /** The name of the file that has the curves. */
    static final String CURVES = "curves.csv";

    /** The name of the file that has the runs that confirm what the search has found. */
    static final String CONFIRMATIONS = "confirmations.csv";

    /** The name of the file that has the schedule of a population's winner. */
    static final String SCHEDULE = "schedule.properties";

    /** The name of the file that has the diary of a population. */
    static final String DIARY = "diary.txt";

    private static final String BELOW = "    ";

    /** How wide a line of names is at most, so that it fits into a summary. */
    private static final int WIDTH = 68;

    /** How often the index is made again because another process has written a page meanwhile. */
    private static final int ROUNDS = 5;

    /** In bytes, two ends of lines at most. */
    private static final int LINE_ENDS = 4;

    /** In one process, two studies that share a run write the files of a folder in turn. */
    private static final Map<Path, Object> TURNS = new ConcurrentHashMap<>();

    private final Path folder;
    private final List<String> written = new ArrayList<>();

    /** The names of files by what was wrong with them. */
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    /** Creates files in a folder, which need not be there. */
    public StudyFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the reports of a study that can be made anew at any time.
     *
     * @param context what its page shows besides the study
     * @param markdown returns its summary in Markdown
     * @param summary returns its summary, given what was written, as {@link #written} tells it
     */
    public void write(
            StudyView view, PageContext context, Supplier<String> markdown, Function<List<String>, String> summary) {
        Optional<String> best = BestProperties.text(view);
        if (best.isPresent()) {
            write(ReportFolder.BEST, target -> target.write(best.get()));
        } else {
            // That of an earlier run would be taken for this one's.
            delete(ReportFolder.BEST);
        }
        writePopulation(view);
        write("trials.csv", target -> CsvReport.write(view, target));
        writeConfirmations(view);
        writeCurves(view);
        write("study.json", target -> JsonReport.write(view, target));
        writePage(view, context);
        write(MARKDOWN, target -> target.write(markdown.get()));
        write(SUMMARY, target -> target.write(summary.apply(written(SUMMARY))));
    }

    /** Writes the curves, if there are any; those of an earlier run would be taken for this one's. */
    void writeCurves(StudyView view) {
        if (CurveReport.isWorthwhile(view)) {
            write(CURVES, target -> CurveReport.write(view, target));
        } else if (Files.exists(folder.resolve(CURVES))) {
            delete(CURVES);
        }
    }

    /** Writes the runs that confirm what the search has found, if there are any; those of an earlier run would be taken for this one's. */
    void writeConfirmations(StudyView view) {
        if (view.confirmation().isPresent()) {
            write(
                    CONFIRMATIONS,
                    target -> ConfirmReport.write(view.confirmation().get(), target));
        } else if (Files.exists(folder.resolve(CONFIRMATIONS))) {
            delete(CONFIRMATIONS);
        }
    }

    /** Writes the schedule and the diary of a population; those of an earlier run would be taken for this one's. */
    void writePopulation(StudyView view) {
        Optional<String> schedule = Raised.schedule(view);
        if (schedule.isPresent()) {
            write(SCHEDULE, target -> target.write(schedule.get()));
        } else if (Files.exists(folder.resolve(SCHEDULE))) {
            delete(SCHEDULE);
        }
        if (view.population().isPresent()) {
            writeDiary(view.population().get().diary());
        } else if (Files.exists(folder.resolve(DIARY))) {
            delete(DIARY);
        }
    }

    /** Writes the diary of a population so far, each entry at the beginning of a line; what is too wide goes on below, behind blanks. */
    void writeDiary(List<String> entries) {
        write(
                DIARY,
                target -> target.write(entries.stream()
                        .map(VisibleText::of)
                        .map(entry -> Texts.wrapParts(entry, ProgressLine.DIARY_WIDTH - BELOW.length()))
                        .map(lines -> String.join("\n" + BELOW, lines) + "\n")
                        .collect(Collectors.joining())));
    }

    /** Writes the page of a study. */
    void writePage(StudyView view, PageContext context) {
        write(HtmlIndex.PAGE, target -> HtmlReport.write(view, context, target));
    }

    /**
     * Writes the page over all studies of a folder, after the page of one of them was written or removed, unless there is an {@value HtmlIndex#NAME} of somebody else. Another process
     * may write the page of its study at the same time: whoever is the last to write the index has seen all pages.
     */
    public void writeIndex(Path all) {
        if (!written.contains(HtmlIndex.PAGE) && !Files.exists(all.resolve(HtmlIndex.NAME))) {
            return;
        }
        String name = folder.relativize(all.resolve(HtmlIndex.NAME)).toString();
        attempt(name, () -> {
            StudyFiles files = new StudyFiles(all);
            Optional<HtmlIndex> last = Optional.empty();
            HtmlIndex index = HtmlIndex.of(all);
            for (int round = 0; round < ROUNDS && HtmlIndex.isFree(all) && !last.equals(Optional.of(index)); round++) {
                files.replace(HtmlIndex.NAME, index::write);
                last = Optional.of(index);
                index = HtmlIndex.of(all);
            }
        });
    }

    /** Writes a page over studies of any place below the folder, in place of an earlier one. */
    public void writeIndex(HtmlIndex index) {
        write(HtmlIndex.NAME, index::write);
    }

    /** Returns what is kept out of the texts of exceptions: the folder of the module, and the user's home. */
    public static PathMask mask(Path module) {
        return PathMask.of(module, Path.of(System.getProperty("user.home", "")));
    }

    /** Writes a file in place of the one of its name. */
    void write(String name, Text text) {
        attempt(name, () -> {
            Files.createDirectories(folder);
            replace(name, text);
            if (!written.contains(name)) {
                written.add(name);
            }
        });
    }

    /**
     * Adds a block of Markdown to the end of a file, which others may add to as well: all at once, so that nothing comes between. A blank line is between the block and what is
     * there, of which it would be taken for the rest: then a heading is none, and what is indented no code, so that names in it are markup.
     */
    void append(String name, String text) {
        attempt(name, () -> {
            Files.createDirectories(folder);
            synchronized (TURNS.computeIfAbsent(folder, any -> new Object())) {
                Path file = folder.resolve(name);
                appendInTurn(file, gap(file) + text);
            }
            written.add(name);
        });
    }

    /** Returns the line feeds that end the last line of a file, if need be, and leave a blank one; none for a pipe or a terminal, which cannot be read. */
    private static String gap(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (FileChannel there = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate((int) Math.min(LINE_ENDS, there.size()));
            there.read(last, there.size() - last.capacity());
            String end = new String(last.array(), 0, last.position(), StandardCharsets.ISO_8859_1).replace("\r", "");
            return end.isEmpty() || end.endsWith("\n\n") || end.equals("\n") ? "" : end.endsWith("\n") ? "\n" : "\n\n";
        }
    }

    /** In one piece, unlike {@code Files.writeString}: another process may add to the file between two. */
    private static void appendInTurn(Path file, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (FileChannel target = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                target.write(bytes);
            }
        }
    }

    /** Returns where those of some files are that were written. */
    List<Path> paths(String... names) {
        return Stream.of(names).filter(written::contains).map(folder::resolve).toList();
    }

    void delete(String name) {
        attempt(name, () -> Files.deleteIfExists(folder.resolve(name)));
    }

    private void attempt(String name, Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
            faults.computeIfAbsent(reason(e), any -> new ArrayList<>()).add(name);
        }
    }

    private void replace(String name, Text text) throws IOException {
        synchronized (TURNS.computeIfAbsent(folder, any -> new Object())) {
            replaceInTurn(name, text);
        }
    }

    private void replaceInTurn(String name, Text text) throws IOException {
        // A name of its own, in case that two processes write the same file at once.
        Path part = folder.resolve(name + "." + ProcessHandle.current().pid() + ".part");
        try {
            // Unlike Files.newBufferedWriter, it writes a question mark for half an emoji, as messages cut in two have.
            try (Writer target =
                    new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8))) {
                text.writeTo(target);
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String reason(Throwable cause) {
        Optional<String> reason = cause instanceof FileSystemException fault
                ? Optional.ofNullable(fault.getReason())
                : Optional.ofNullable(cause.getMessage());
        return reason.filter(text -> cause instanceof IOException).orElse(cause.toString());
    }

    /**
     * Returns, for a summary, the absolute path of the folder and, below it, the names of the files; nothing if there are none.
     *
     * @param coming files that are going to be written
     */
    public List<String> written(String... coming) {
        List<String> names = Stream.concat(written.stream(), Stream.of(coming)).toList();
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(folder.toAbsolutePath().normalize() + File.separator));
        String line = " ";
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i) + (i < names.size() - 1 ? "," : "");
            if (line.length() + 1 + name.length() > WIDTH) {
                lines.add(line);
                line = " ";
            }
            line += " " + name;
        }
        lines.add(line);
        return lines;
    }

    /** Returns which files could not be written, and why; empty if all could. */
    public Optional<String> fault() {
        List<String> texts = faults.entrySet().stream()
                .map(fault ->
                        String.join(", ", fault.getValue()) + " in " + folder + " must be writable: " + fault.getKey())
                .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", texts));
    }

    /** Something that can be written. */
    @FunctionalInterface
    interface Text {
        void writeTo(Writer target) throws IOException;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
