// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.benchmarks.problem.ProblemException;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast trials are kept, by one process and by several, and what a study's start takes. */
@Command(
        name = "storage",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how many trials a second are kept (begun, with 5 reports, and ended, 8 parameters; kept is what a kill of the"
                    + " process cannot undo), by one process and by several on one file; Optuna's own journal beside it, if a"
                    + " Python is given that has it.",
            "Measures too what the start of a study takes in a new JVM, and how long many stored trials take to read."
        })
@API(status = Status.INTERNAL, since = "0.1")
public final class StorageCommand implements Callable<Integer> {

    private static final int STARTS = 5;
    private static final int STORED_DIMENSIONS = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "How many trials each process adds, once it is warm; ${DEFAULT-VALUE} by default.")
    private int trials = 2000;

    @Option(
            names = "--processes",
            split = ",",
            paramLabel = "N",
            description = "How many processes add trials to one file; ${DEFAULT-VALUE} by default.")
    private List<Integer> processes = List.of(1, 8);

    @Option(
            names = "--stored",
            paramLabel = "N",
            description =
                    "How many trials of 20 parameters are stored before a start; ${DEFAULT-VALUE} by default, 0 to measure no"
                            + " start.")
    private int stored = 10_000;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description = "A Python with Optuna, whose journal is measured beside ours with a tenth of the trials.")
    private @Nullable Path python;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the files are kept; a folder that is removed afterwards by default.")
    private @Nullable Path given;

    /** Creates the command. */
    public StorageCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (trials < 10 || stored < 0 || processes.stream().anyMatch(count -> count < 1)) {
            throw new ProblemException("--trials (" + trials + ") must be at least 10, --stored (" + stored
                    + ") at least 0, --processes " + processes + " at least 1 each");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Folder folder = Folder.of(Optional.ofNullable(given))) {
            out.println("| storage | processes | trials a second | of one process |");
            out.println("| --- | --- | --- | --- |");
            Optional<Double> first = Optional.empty();
            for (int count : processes) {
                double rate = rate(Files.createDirectories(folder.path().resolve("of-" + count)), count);
                first = first.or(() -> Optional.of(rate));
                line(out, "journal", String.valueOf(count), text(rate, 0), text(rate / first.orElse(rate), 2));
            }
            if (python != null) {
                double rate = peer(folder.path(), python);
                line(out, "Optuna's journal", "1", text(rate, 1), text(rate / first.orElse(rate), 4));
            }
            if (stored > 0) {
                starts(out, Files.createDirectories(folder.path().resolve("starts")));
            }
        }
        return 0;
    }

    private double rate(Path folder, int count) throws IOException, InterruptedException {
        for (Path file : List.of(WritingWorker.warm(folder), WritingWorker.run(folder))) {
            WritingWorker.TRIALS.begin(new JournalStorage(file)).close();
        }
        List<ChildProcess> workers = new ArrayList<>();
        for (int worker = 0; worker < count; worker++) {
            workers.add(
                    ChildProcess.java(folder.resolve("out-" + worker), WritingWorker.class, folder, worker, trials));
        }
        for (int worker = 0; worker < count; worker++) {
            while (workers.get(worker).isAlive() && !Files.exists(WritingWorker.ready(folder, worker))) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        Files.createFile(WritingWorker.go(folder));
        long begin = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (int worker = 0; worker < count; worker++) {
            workers.get(worker).result();
            List<Long> times = WritingWorker.times(folder, worker);
            begin = Math.min(begin, times.get(0));
            end = Math.max(end, times.get(1));
        }
        return 1000.0 * count * trials / (end - begin);
    }

    private double peer(Path folder, Path interpreter) throws IOException, InterruptedException {
        Path script = folder.resolve("journal.py");
        try (var resource = StorageCommand.class.getResourceAsStream("journal.py")) {
            Files.write(script, resource == null ? new byte[0] : resource.readAllBytes());
        }
        return Double.parseDouble(ChildProcess.start(
                        folder.resolve("peer.out"),
                        List.of(interpreter.toAbsolutePath(), script, folder.resolve("peer.log"), trials / 10))
                .result()
                .strip());
    }

    private void starts(PrintWriter out, Path folder) throws IOException, InterruptedException {
        KeptTrials kept = new KeptTrials(STORED_DIMENSIONS, 0);
        JournalStorage journal = new JournalStorage(folder.resolve("stored.log"));
        try (RunStore run = kept.begin(journal)) {
            kept.add(run, stored, 1);
        }
        List<Double> memory = new ArrayList<>();
        List<Double> fresh = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        List<Double> loads = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            memory.add(start(folder));
            fresh.add(start(folder, folder.resolve("fresh-" + i + ".log")));
            Path copy = folder.resolve("copy-" + i + ".log");
            Files.copy(folder.resolve("stored.log"), copy);
            full.add(start(folder, copy));
            ProcessorTime time = new ProcessorTime();
            time.start();
            journal.trials(KeptTrials.RUN, kept.problem().space());
            time.stop();
            loads.add(time.seconds() * 1e3);
        }
        out.println();
        out.println("| what | ms, median of " + STARTS + " |");
        out.println("| --- | --- |");
        line(out, "first trial of a study, new JVM, in memory", text(median(memory), 0));
        line(out, "the same, a new journal", text(median(fresh), 0));
        line(out, "the same, a journal with " + stored + " trials of 20 parameters", text(median(full), 0));
        line(out, "these trials read, processor time, warm", text(median(loads), 0));
    }

    private static double start(Path folder, Path... journal) throws IOException, InterruptedException {
        Path result = folder.resolve("result");
        List<Object> arguments = new ArrayList<>(List.of(result, STORED_DIMENSIONS));
        arguments.addAll(List.of(journal));
        ChildProcess.java(folder.resolve("out"), OpeningWorker.class, arguments.toArray())
                .result();
        return Double.parseDouble(Files.readString(result));
    }

    private static double median(List<Double> values) {
        return DoubleStream.of(values.stream().mapToDouble(value -> value).toArray())
                .sorted()
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static String text(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static void line(PrintWriter out, String... cells) {
        out.println("| " + String.join(" | ", cells) + " |");
        out.flush();
    }
}
