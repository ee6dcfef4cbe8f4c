// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.junit.LaunchCommand;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.storage.JournalStorage;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are kept in a folder, and commands about them. */
abstract class KeptRuns {

    static final Parameter<Double> X = Parameter.ofDouble(Scope.root().child("x"), RealDomain.of(Scale.LOG, 1e-4, 1));
    static final Parameter<Integer> SIZE =
            Parameter.ofChoice(Scope.root().child("size"), ChoiceDomain.ordered("0x10", "32"), List.of(16, 32));
    static final PlainSpace SPACE = new PlainSpace("com.acme.Net", List.of(X, SIZE));
    static final String STUDY = "com.acme.DigitsTuning.tune";

    final ByteArrayOutputStream console = new ByteArrayOutputStream();
    final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final PrintStream usual = System.out;
    private final PrintStream usualErrors = System.err;

    Path folder;

    @BeforeEach
    void listen(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectory(temporary.resolve(".hpo"));
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(usual);
        System.setErr(usualErrors);
    }

    /** Keeps a run whose trial n has the value 1/2^(n+1), and whose fourth one fails. */
    final void keep(String study, int trials) {
        try (Study<Configuration> kept = Study.open(SPACE, spec(study, trials))) {
            kept.optimize((configuration, trial) -> {
                if (trial.number() == 3) {
                    throw new IllegalStateException("third of \u001b four");
                }
                trial.report(1.0 / (2 << trial.number()));
            });
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    final StudySpec spec(String study, int trials) {
        return StudySpec.minimize(study, "loss")
                .withTrials(trials)
                .withSampler(new RandomSampler())
                .withStorage(new JournalStorage(file(study)));
    }

    final Path file(String study) {
        return folder.resolve("f" + study.length() + ".log");
    }

    final int run(String... arguments) {
        return runHere(Stream.concat(Stream.of(arguments), Stream.of("--directory", folder.toString()))
                .toArray(String[]::new));
    }

    static int runHere(String... arguments) {
        return ServiceLoader.load(LaunchCommand.class).findFirst().orElseThrow().run(arguments);
    }

    final String printed() {
        return console.toString(StandardCharsets.UTF_8);
    }

    final String complained() {
        return complaints.toString(StandardCharsets.UTF_8);
    }
}
