// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.quality;

import dev.hpo.benchmarks.figures.Seeds;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs samplers on problems, keeps each run in a file, and prints how they compare. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs samplers on problems and compares them, or compares what has been run.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all went well", "1:a run failed", "2:the command line or a file is not right"})
@API(status = Status.INTERNAL, since = "0.1")
public final class QualityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--tables", split = ",", paramLabel = "DIR", description = "Folders of tables with descriptors.")
    private List<Path> tables = List.of();

    @Option(names = "--yahpo", paramLabel = "DIR", description = "The folder of the YAHPO surrogate lcbench.")
    private @Nullable Path yahpo;

    @Option(names = "--tasks", split = ",", paramLabel = "ID", description = "The tasks to run on the surrogate.")
    private List<String> tasks = List.of();

    @Option(names = "--problems", split = ",", paramLabel = "NAME", description = "The problems; all by default.")
    private List<String> problems = List.of();

    @Option(
            names = "--samplers",
            split = ",",
            paramLabel = "NAME",
            description = {
                "The samplers; ${DEFAULT-VALUE} by default. One that has learned from an earlier study before is",
                "auto+same, auto+shifted, auto+inverted or auto+unrelated, by what the study was of."
            })
    private List<String> samplers = List.of("auto");

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description =
                    "How many seeds, from 0, or from one to another, as 100000-100019; ${DEFAULT-VALUE} by default.")
    private String seeds = "20";

    @Option(names = "--trials", paramLabel = "N", description = "The trials of a run; ${DEFAULT-VALUE} by default.")
    private int trials = 200;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "How many trials the samplers are told that there will be; as many as there are by default.")
    private int budget;

    @Option(
            names = "--pending",
            paramLabel = "N",
            description = "How many trials are under way at any time; ${DEFAULT-VALUE} by default.")
    private int pending = 1;

    @Option(names = "--threads", paramLabel = "N", description = "How many runs at once; ${DEFAULT-VALUE} by default.")
    private int threads = 1;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write a line to for each run.")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Go on with a file that has been begun, leaving out the runs in it.")
    private boolean resume;

    @Option(names = "--peers", split = ",", paramLabel = "FILE", description = "Runs of others to compare with.")
    private List<Path> peers = List.of();

    @Option(
            names = "--report",
            split = ",",
            paramLabel = "FILE",
            description = "Run nothing: compare the runs of the first file with those of the others.")
    private List<Path> report = List.of();

    private final Map<Run.Key, Throwable> failures = new LinkedHashMap<>();

    /** Creates the command. */
    public QualityCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Problem> known = known();
        List<Path> others = new ArrayList<>(report.isEmpty() ? List.of() : report.subList(1, report.size()));
        others.addAll(peers);
        List<Run> peerRuns =
                others.stream().flatMap(file -> RunCsv.read(file).stream()).toList();
        List<Run> own = report.isEmpty() ? contest(known) : reported(known);
        print(new Report(new Scores(known.values(), own, peerRuns)).text());
        return failures.isEmpty() ? 0 : 1;
    }

    private List<Run> reported(Map<String, Problem> known) {
        List<Run> runs = RunCsv.read(report.get(0));
        Set<String> unknown = runs.stream()
                .map(run -> run.key().problem())
                .filter(name -> !known.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            String message = "--report (" + report.get(0) + ") has runs of problems that are not known: "
                    + String.join(", ", unknown)
                    + "; name their tables by --tables, or the surrogate by --yahpo and --tasks";
            if (runs.stream().allMatch(run -> unknown.contains(run.key().problem()))) {
                throw error(message);
            }
            spec.commandLine().getErr().println(message + "; they are left out.");
        }
        return runs;
    }

    private List<Run> contest(Map<String, Problem> known) throws IOException, InterruptedException {
        Path file = requireOut();
        List<Run> runs = begun(file);
        Set<Run.Key> done = runs.stream().map(Run::key).collect(Collectors.toCollection(HashSet::new));
        Contest contest = new Contest(chosen(known), samplers(), new Contest.Length(seeds(), trials, budget, pending));
        try (RunWriter writer = new RunWriter(file, RunCsv.header(trials))) {
            failures.putAll(contest.run(done, threads, writer::write));
        }
        failures.forEach(this::complain);
        return RunCsv.read(file);
    }

    private void complain(Run.Key key, Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        spec.commandLine().getErr().println(key + " failed: " + trace);
    }

    private Path requireOut() {
        if (out == null) {
            throw error("--out must name a file; or --report names files that are there");
        }
        requirePositive("--trials", trials);
        if (budget != 0 && budget < trials) {
            throw error("--budget (" + budget + ") must be at least --trials (" + trials + ")");
        }
        requirePositive("--pending", pending);
        requirePositive("--threads", threads);
        return out;
    }

    /** Returns the runs that a file has already. */
    private List<Run> begun(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw error("--out (" + file + ") must be a file in a folder that is there");
        }
        if (Files.notExists(file) || Files.size(file) == 0) {
            return List.of();
        }
        if (!resume) {
            throw error("--out (" + file + ") must not hold runs; name another file, or go on with it by --resume");
        }
        try (var lines = Files.lines(file)) {
            String header = lines.findFirst().orElse("");
            if (!header.equals(String.join(",", RunCsv.header(trials)))) {
                throw error("--out (" + file + ") must have the columns of runs of " + trials + " trials, "
                        + String.join(",", RunCsv.header(trials)) + "; name another file");
            }
        }
        List<Run> runs = RunCsv.read(file);
        int end = Checkpoints.of(trials).headSet(trials + 1).last();
        for (Run run : runs) {
            if (run.best().isEmpty() || run.best().lastKey() != end) {
                throw error("--out (" + file + ") must have runs of " + trials + " trials, not one with its end at "
                        + (run.best().isEmpty() ? "none" : run.best().lastKey()) + "; name another file");
            }
        }
        return runs;
    }

    private Map<String, Problem> known() {
        Map<String, Problem> known = new LinkedHashMap<>();
        List<Problem> all = new ArrayList<>(Problems.builtIn());
        tables.forEach(folder -> all.addAll(Problems.inFolder(folder)));
        if ((yahpo == null) != tasks.isEmpty()) {
            throw error("--yahpo and --tasks must be given together: the surrogate and what to run on it");
        }
        if (yahpo != null) {
            all.addAll(Problems.ofSurrogate(yahpo, tasks));
        }
        for (Problem problem : all) {
            if (known.put(problem.name(), problem) != null) {
                throw error("--tables: there must be one problem with the name " + problem.name());
            }
        }
        return known;
    }

    private List<Problem> chosen(Map<String, Problem> known) {
        List<Problem> chosen = new ArrayList<>(problems.isEmpty() ? known.values() : List.of());
        for (String name : problems) {
            Problem problem = known.get(name);
            if (problem == null) {
                throw error("--problems (" + name + ") must be of " + String.join(", ", known.keySet()));
            }
            chosen.add(problem);
        }
        return chosen;
    }

    private Seeds seeds() {
        try {
            return Seeds.parse(seeds);
        } catch (IllegalArgumentException e) {
            throw error("--seeds " + e.getMessage());
        }
    }

    private List<String> samplers() {
        try {
            samplers.forEach(Entrant::of);
            return samplers;
        } catch (IllegalArgumentException e) {
            throw error("--samplers: " + e.getMessage());
        }
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw error(option + " (" + value + ") must be at least 1");
        }
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    private ParameterException error(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
