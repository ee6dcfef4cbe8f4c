// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import dev.hpo.space.Configuration;
import dev.hpo.storage.JournalStorage;
import dev.hpo.study.Study;
import dev.hpo.study.Suggestion;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One study whose processes are killed again and again, and what is left of it at last. */
final class KillRound {

    /** No longer than it takes until a process has run some trials: then they die at all their moments. */
    private static final int MOST_MILLIS = 500;

    private static final int AFTERWARDS = 5;

    private final Path folder;
    private final Path file;
    private final int processes;
    private final RandomGenerator random;
    private int started;

    /**
     * Creates a round.
     *
     * @param folder an empty folder
     * @param processes how many processes run the study at once
     * @param random chooses who is killed, and when
     */
    KillRound(Path folder, int processes, RandomGenerator random) {
        this.folder = folder;
        this.file = folder.resolve("killed.log");
        this.processes = processes;
        this.random = random;
    }

    Tally run(int kills) throws IOException, InterruptedException {
        Path stop = folder.resolve("stop");
        List<ChildProcess> alive = new ArrayList<>();
        try {
            for (int kill = 0; kill < kills; kill++) {
                while (alive.size() < processes) {
                    alive.add(start(stop));
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLIS));
                kill(alive.remove(random.nextInt(alive.size())));
            }
            Files.createFile(stop);
            for (ChildProcess process : alive) {
                process.result();
            }
        } finally {
            for (ChildProcess process : alive) {
                process.kill();
            }
        }
        goOn();
        return count(kills);
    }

    private ChildProcess start(Path stop) throws IOException, InterruptedException {
        Path said = folder.resolve("said-" + started++);
        ChildProcess child = ChildProcess.java(
                folder.resolve(said.getFileName() + ".out"), KilledWorker.class, file, said, stop, processes > 1);
        // What has not begun to work needs no killing.
        while (child.isAlive() && (!Files.exists(said) || Files.size(said) == 0)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return child;
    }

    private static void kill(ChildProcess process) throws InterruptedException {
        if (!process.isAlive()) {
            // It has failed, and what it printed says why.
            process.result();
            throw new IllegalStateException("a process must run until it is killed");
        }
        process.kill();
    }

    /** Goes on with what the killed have left, as the next process does. */
    private void goOn() throws InterruptedException {
        int begun = new JournalStorage(file)
                .trials(KilledStudy.RUN, KilledStudy.PROBLEM.space())
                .size();
        try (Study<Configuration> study = KilledStudy.open(file, processes > 1, begun + AFTERWARDS)) {
            for (var next = study.ask(); next.isPresent(); next = study.ask()) {
                Suggestion<Configuration> suggestion = next.get();
                suggestion.trial().report(KilledStudy.PROBLEM.value(suggestion.config()));
                study.tell(suggestion.trial());
            }
        }
    }

    private Tally count(int kills) throws IOException {
        List<TrialRecord> trials = new JournalStorage(file).trials(KilledStudy.RUN, KilledStudy.PROBLEM.space());
        RawJournal raw = RawJournal.read(file);
        List<String> said = said();
        Map<Integer, Double> told = told(said);
        int gaps = (int) Stream.iterate(0, place -> place < raw.numbers().size(), place -> place + 1)
                .filter(place -> raw.numbers().get(place) != (int) place)
                .count();
        int unfinished = (int)
                trials.stream().filter(trial -> !trial.state().isFinished()).count();
        return new Tally(
                kills,
                trials.size(),
                told.size(),
                trials.stream().mapToInt(trial -> trial.key().attempt()).sum(),
                new Tally.Harm(lost(told, trials, raw), doubled(said), gaps, raw.badLines() + unfinished));
    }

    /** Returns the values of the trials that were told, by their numbers. */
    private static Map<Integer, Double> told(List<String> said) {
        Map<Integer, Double> told = new HashMap<>();
        said.stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals("told"))
                .forEach(words -> told.put(Integer.valueOf(words[1]), Double.valueOf(words[3])));
        return told;
    }

    private static int lost(Map<Integer, Double> told, List<TrialRecord> trials, RawJournal raw) {
        return (int) told.entrySet().stream()
                .filter(trial -> trial.getKey() >= trials.size()
                        || !trial.getValue().equals(raw.values().get(trial.getKey()))
                        || trials.get(trial.getKey()).value().isEmpty()
                        || trials.get(trial.getKey()).value().getAsDouble() != trial.getValue()
                        || KilledStudy.PROBLEM.value(trials.get(trial.getKey()).configuration()) != trial.getValue())
                .count();
    }

    /** Returns how often the same attempt was begun twice, or the same trial told twice. */
    private static int doubled(List<String> said) {
        Set<String> seen = new HashSet<>();
        return (int) said.stream()
                .map(line -> line.split(" "))
                .map(words -> words[0] + words[1] + (words[0].equals("begun") ? " " + words[2] : ""))
                .filter(once -> !seen.add(once))
                .count();
    }

    private List<String> said() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int process = 0; process < started; process++) {
            Path said = folder.resolve("said-" + process);
            if (Files.exists(said)) {
                lines.addAll(Files.readAllLines(said));
            }
        }
        return lines;
    }
}
