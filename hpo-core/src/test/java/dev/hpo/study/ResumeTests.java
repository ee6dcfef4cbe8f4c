// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;
import dev.hpo.report.CsvReport;
import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.sampler.Samplers;
import dev.hpo.storage.EarlierRuns;
import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunEnd;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.Storage;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.Failure;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was interrupted goes on as if it had not been. */
@Timeout(120)
class ResumeTests {

    static final int TRIALS = 30;
    static final RunId FIRST = new RunId("points", 1);

    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
    }

    static Stream<Arguments> samplersAndModes() {
        return Samplers.names().stream()
                .flatMap(sampler -> Stream.of(Mode.SEQUENTIAL, Mode.ORDERED).map(mode -> Arguments.of(sampler, mode)));
    }

    @ParameterizedTest
    @MethodSource("samplersAndModes")
    void studyThatIsCutAnywhere_becomesTheSame(String sampler, Mode mode) throws Exception {
        StudySpec spec =
                spec().withSampler(Samplers.named(sampler)).withMode(mode).withWindow(3);
        String whole = whole(spec);
        boolean isLong = Boolean.getBoolean("dev.hpo.testkit.long");

        for (int cut : isLong ? IntStream.range(0, TRIALS).toArray() : new int[] {0, 1, 13, TRIALS - 1}) {
            Storage storage = new JournalStorage(folder.resolve(sampler + mode + cut + ".log"));
            begin(spec.withStorage(storage), cut, mode == Mode.ORDERED ? 3 : 1);

            assertThat(resumed(spec.withStorage(storage)))
                    .as("cut after " + cut)
                    .isEqualTo(whole);
        }
        assertThat(whole).contains("PRUNED", "FAILED", "COMPLETE");
    }

    @Test
    void studyThatIsCutAgainAndAgain_becomesTheSame() throws Exception {
        Storage storage = new JournalStorage(folder.resolve("points.log"));
        begin(spec().withStorage(storage), 3, 1);
        for (int part = 0; part < 5; part++) {
            try (Study<Point> study = Study.resume(PointSpace.SPACE, spec().withStorage(storage), FIRST)) {
                run(study, 4);
                study.ask();
            }
        }

        assertThat(resumed(spec().withStorage(storage))).isEqualTo(whole(spec()));
    }

    @Test
    void runThatGoesOn_hasItsEndOfItsOwn() throws Exception {
        Storage storage = new InMemoryStorage();
        begin(spec().withStorage(storage), 3, 1);
        assertThat(storage.runs("points")).singleElement().satisfies(run -> assertThat(run.end())
                .contains(new RunEnd(RunEnd.Kind.INTERRUPTED, "closed")));

        resumed(spec().withStorage(storage));

        assertThat(storage.runs("points")).singleElement().satisfies(run -> assertThat(run.end())
                .contains(new RunEnd(RunEnd.Kind.FINISHED, "all 30 trials are done")));
    }

    @Test
    void trialThatIsLostThreeTimes_fails() throws Exception {
        Path file = folder.resolve("0.log");
        StudySpec spec = spec().withTrials(4);
        Path lost = folder.resolve("lost0").resolve("points.log");
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withStorage(new JournalStorage(file)))) {
            run(study, 2);
            study.ask();
            lose(file, lost);
        }
        for (int attempt = 1; attempt <= 2; attempt++) {
            Path next = folder.resolve("lost" + attempt).resolve("points.log");
            try (Study<Point> study =
                    Study.resume(PointSpace.SPACE, spec.withStorage(new JournalStorage(lost)), FIRST)) {
                Trial again = study.ask().orElseThrow().trial();
                assertThat(again.number()).isEqualTo(2);
                assertThat(again.record().key().attempt()).isEqualTo(attempt);
                assertThat(again.record().observations()).isEmpty();
                lose(lost, next);
            }
            lost = next;
        }

        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec.withStorage(new JournalStorage(lost)), FIRST)) {
            assertThat(study.ask().orElseThrow().trial().number()).isEqualTo(3);
            TrialRecord trial = study.history().trial(2);
            assertThat(trial.state()).isEqualTo(TrialState.FAILED);
            assertThat(trial.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.LOST);
        }
    }

    /** Copies a journal as it is, to where none of its holders lives. */
    private static void lose(Path file, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
    }

    @Test
    void trialThatIsInterruptedAgainAndAgain_isTriedAgain() throws Exception {
        for (Storage storage : List.of(new InMemoryStorage(), new JournalStorage(folder.resolve("points.log")))) {
            StudySpec spec = spec().withStorage(storage).withTrials(4);
            begin(spec, 2, 1);
            for (int attempt = 1; attempt <= 5; attempt++) {
                try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
                    Trial again = study.ask().orElseThrow().trial();
                    assertThat(again.record().key()).isEqualTo(new TrialKey(2, attempt));
                }
            }
        }
    }

    @Test
    void timeOfAPartThatDied_isThatOfItsLastReport_alsoOnceItsTrialIsTriedAgain() throws Exception {
        Path file = folder.resolve("points.log");
        Path dead = folder.resolve("dead").resolve("points.log");
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec().withStorage(new JournalStorage(file)))) {
            study.ask().orElseThrow().trial().report(1, 0.5);
            lose(file, dead);
        }
        String text = Files.readString(dead);
        int last = text.lastIndexOf("\"hpo:elapsed\"");
        Files.writeString(dead, text.substring(0, last) + text.substring(last).replaceFirst("\\[1, ?\\d+", "[1,5000"));
        StudySpec spec = spec().withStorage(new JournalStorage(dead));
        assertThat(spec.storage().elapsed(FIRST)).isEqualTo(Duration.ofSeconds(5));

        for (int part = 2; part <= 3; part++) {
            try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
                assertThat(study.elapsedBefore()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
                study.ask().orElseThrow().trial().report(1, 0.5);
            }
        }
    }

    @Test
    void timeOfEarlierParts_counts() throws Exception {
        AtomicLong nanos = new AtomicLong();
        StudySpec spec = spec().withStorage(new InMemoryStorage())
                .withTimeout(Duration.ofSeconds(10))
                .withTicker(nanos::get);
        begin(spec, 2, 1);

        StudySpec later = spec.withStorage(afterEightSeconds(spec.storage()));
        try (Study<Point> study = Study.resume(PointSpace.SPACE, later, FIRST)) {
            run(study, 2);
            assertThat(study.history().size()).isEqualTo(4);
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            assertThat(study.ask()).isEmpty();
            assertThat(study.endReason()).contains("the time of 10s is over");
        }
    }

    @Test
    void trialThatWasCutOffAfterTheTimeLimit_isRunAgain() throws Exception {
        AtomicLong nanos = new AtomicLong();
        StudySpec spec = spec().withTimeout(Duration.ofSeconds(10)).withTicker(nanos::get);
        for (Storage storage : List.of(new InMemoryStorage(), new JournalStorage(folder.resolve("points.log")))) {
            begin(spec.withStorage(storage), 2, 1);

            StudySpec later = spec.withStorage(afterEightSeconds(storage));
            try (Study<Point> study = Study.resume(PointSpace.SPACE, later, FIRST)) {
                nanos.addAndGet(Duration.ofSeconds(3).toNanos());
                run(study, 1);
                assertThat(study.history().trial(2).state().isFinished()).isTrue();
                assertThat(study.ask()).isEmpty();
                assertThat(study.endReason()).contains("the time of 10s is over");
            }
        }
    }

    private static Storage afterEightSeconds(Storage storage) {
        return proxy(Storage.class, (method, arguments) -> {
            Object result = method.invoke(storage, arguments);
            return method.getName().equals("resume")
                    ? ((Optional<?>) result).map(run -> afterEightSeconds((RunStore) run))
                    : result;
        });
    }

    private static RunStore afterEightSeconds(RunStore run) {
        return proxy(
                RunStore.class,
                (method, arguments) -> method.getName().equals("elapsedBefore")
                        ? Duration.ofSeconds(8)
                        : method.invoke(run, arguments));
    }

    private static <S> S proxy(Class<S> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> calls.call(method, arguments)));
    }

    private interface Calls {
        Object call(Method method, Object[] arguments) throws Throwable;
    }

    @Test
    void warmRun_goesOnWithWhatItKnewWhenItBegan() throws Exception {
        Path file = folder.resolve("points.log");
        StudySpec spec = spec().withStorage(new JournalStorage(file)).withEarlier(EarlierRuns.ifAny(file));
        begin(spec, TRIALS, 0);
        String whole;
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            study.optimize(new Course());
            whole = csv(study);
        }
        StudySpec cut = spec().withStorage(new JournalStorage(folder.resolve("cut.log")))
                .withEarlier(EarlierRuns.ifAny(folder.resolve("cut.log")));
        begin(cut, TRIALS, 0);
        begin(cut, 12, 1);

        assertThat(ContinuationTests.last(cut).differences()).isEmpty();
        try (Study<Point> study = Study.resume(PointSpace.SPACE, cut, new RunId("points", 2))) {
            study.optimize(new Course());
            assertThat(csv(study)).isEqualTo(whole);
        }
    }

    @Test
    void studyWhoseThreadIsInterrupted_canGoOn() throws Exception {
        StudySpec spec = spec().withStorage(new InMemoryStorage());
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            assertThatThrownBy(() -> study.optimize((point, trial) -> {
                        if (trial.number() == 3) {
                            throw new InterruptedException();
                        }
                        trial.report(point.distance());
                    }))
                    .isInstanceOf(InterruptedException.class);
        }

        assertThat(ContinuationTests.last(spec).isInterrupted()).isTrue();
    }

    @Test
    void runThatCannotBeRead_isLetGoAgain() throws Exception {
        StudySpec spec = spec().withStorage(new JournalStorage(folder.resolve("points.log")));
        begin(spec, 2, 0);
        Path file = folder.resolve("points.log");
        Files.writeString(file, Files.readString(file).replace("\"hpo:number\":1,", "\"hpo:number\":\"one\","));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> Study.resume(PointSpace.SPACE, spec, FIRST))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("one");
        }
    }

    @Test
    void runInUse_isRefused() throws Exception {
        StudySpec spec = spec().withStorage(new JournalStorage(folder.resolve("points.log")));
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            assertThatThrownBy(() -> Study.resume(PointSpace.SPACE, spec, FIRST))
                    .isInstanceOf(StudyException.class)
                    .hasMessageStartingWith("points #1 must not be in use");
            study.ask();
        }
    }

    @Test
    void runOfAnotherSpace_isRefused() throws Exception {
        StudySpec spec = spec().withStorage(new InMemoryStorage());
        begin(spec, 1, 1);

        assertThatThrownBy(() -> Study.resume(ResumeTests_OtherSpace.SPACE, spec, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "points #1 must have the search space of Other, which was changed since (x: narrowed (0 to 1; was -1"
                                + " to 1); y: removed; size: removed; start configuration: removed); begin a new run");
    }

    @Test
    void runOfTheOtherDirection_isRefused() throws Exception {
        StudySpec spec = spec().withStorage(new InMemoryStorage());
        begin(spec, 1, 1);

        assertThatThrownBy(() -> Study.resume(
                        PointSpace.SPACE,
                        StudySpec.maximize("points", "distance").withStorage(spec.storage()),
                        FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points #1 must have direction MAXIMIZE, but began with MINIMIZE; begin a new run");
    }

    @SearchSpace
    record Other(@Uniform(min = 0, max = 1) double x) {}

    static StudySpec spec() {
        return StudySpec.minimize("points", "distance").withTrials(TRIALS).withSeed(7);
    }

    /** Runs some trials, and leaves others running, as many as the sampler chooses before it knows their ends. */
    static void begin(StudySpec spec, int ended, int running) throws InterruptedException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            run(study, ended);
            for (int i = 0; i < running; i++) {
                study.ask().ifPresent(suggestion -> suggestion.trial().metric("half done", 1, 0));
            }
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("would wait for itself");
        }
    }

    static void run(Study<Point> study, int trials) throws InterruptedException {
        Course course = new Course();
        for (int i = 0; i < trials; i++) {
            Optional<Suggestion<Point>> next = study.ask();
            if (next.isPresent()) {
                tell(study, next.get(), course);
            }
        }
    }

    private static void tell(Study<Point> study, Suggestion<Point> next, Course course) {
        try {
            course.run(next.config(), next.trial());
            study.tell(next.trial());
        } catch (Exception e) {
            study.tell(next.trial(), e);
        }
    }

    private static String whole(StudySpec spec) throws InterruptedException, IOException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec.withStorage(new InMemoryStorage()))) {
            study.optimize(new Course());
            return csv(study);
        }
    }

    static String resumed(StudySpec spec) throws InterruptedException, IOException {
        try (Study<Point> study = Study.resume(PointSpace.SPACE, spec, FIRST)) {
            study.optimize(new Course());
            return csv(study);
        }
    }

    private static String csv(Study<Point> study) throws IOException {
        StudyRun run = new StudyRun(1, "distance", study.samplerDescription(), Instant.EPOCH, Optional.empty());
        StringWriter text = new StringWriter();
        CsvReport.write(new StudyView(study.facts(), run, study.space(), study.history()), text);
        return CsvReader.builder().ofCsvRecord(text.toString()).stream()
                .map(record -> record.getFields().subList(0, record.getFieldCount() - CsvReport.TIME_COLUMNS.size()))
                .map(fields -> String.join(",", fields))
                .collect(Collectors.joining("\n"));
    }
}
