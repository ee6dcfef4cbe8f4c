// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.space.PlainSpace;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Studies that somebody has left, as the samples do, and Optuna: {@code interop/run} says where they are. */
@EnabledIfSystemProperty(
        named = OptunaStudiesTests.STUDIES,
        matches = ".+",
        disabledReason = "interop/run says where studies are")
class OptunaStudiesTests {

    static final String STUDIES = "interop.studies";

    private static final int MORE = 10;

    /** Each study with one of the versions, in turn: what a version reads depends little on which of the samples it is. */
    static Stream<Arguments> studiesAndPythons() {
        List<Path> studies = studies();
        List<String> pythons = Optuna.pythons().toList();
        return IntStream.range(0, studies.size())
                .mapToObj(place -> Arguments.of(studies.get(place), pythons.get(place % pythons.size())));
    }

    private static List<Path> studies() {
        List<Path> files = new ArrayList<>();
        for (String folder : System.getProperty(STUDIES, "").split(",", -1)) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                all.filter(file -> file.toString().endsWith(".log")).forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files.stream().sorted().toList();
    }

    @Test
    void thereAreStudies() {
        assertThat(studiesAndPythons()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("studiesAndPythons")
    void study_isLoadedAnalysedAndContinuedByOptuna(Path left, String python, @TempDir Path folder) throws Exception {
        Path file = Files.copy(left, folder.resolve("study.log"));
        Optuna optuna = new Optuna(python, file);
        for (RunHeader header : runs(file)) {
            RunId run = header.id();
            PlainSpace space = header.space().space().orElseThrow();
            List<TrialRecord> before = new JournalStorage(file).trials(run, space);
            Optional<TrialRecord> best = History.of(before).best(header.goal().direction());
            if (best.isEmpty()) {
                continue;
            }
            assertLoaded(optuna.run("load", run.toString()), header, before, best.get());
            if (run.kind() != RunKind.SEARCH) {
                // A re-test has one configuration, of which there is nothing to analyse.
                continue;
            }
            Map<?, ?> analysis = optuna.run("analyse", run.toString());
            assertThat(analysis.get("rows")).isEqualTo(before.size());
            assertThat((List<?>) analysis.get("importances")).isNotEmpty();
            assertThat((List<?>) analysis.get("plots")).hasSizeGreaterThanOrEqualTo(8);

            optuna.run("continue", run.toString(), String.valueOf(MORE));
            Object params = ((Map<?, ?>) trials(optuna, run).get(best.get().number())).get("params");
            optuna.run("queue", run.toString(), JSON.std.asString(params));

            List<TrialRecord> after = new JournalStorage(file).trials(run, space);
            assertThat(after.subList(0, before.size())).isEqualTo(before);
            assertThat(after).hasSize(before.size() + MORE + 1);
            assertThat(after.subList(before.size(), before.size() + MORE))
                    .allSatisfy(trial -> assertThat(trial.state().isFinished()).isTrue());
            TrialRecord queued = after.get(after.size() - 1);
            assertThat(queued.state()).isEqualTo(TrialState.WAITING);
            assertThat(queued.configuration()).isEqualTo(best.get().configuration());
        }
    }

    private static List<RunHeader> runs(Path file) {
        try (Journal journal = Journal.open(file, JournalSettings.of(Following.studies()))) {
            assertThat(journal.faults()).isEmpty();
            List<String> names = journal.read(
                    state -> state.studies().stream().map(StoredStudy::name).toList());
            return names.stream()
                    .map(name -> name.replaceFirst(" #\\d+$", ""))
                    .distinct()
                    .flatMap(study -> new JournalStorage(file).runs(study).stream())
                    .map(record -> record.header())
                    .toList();
        }
    }

    private static void assertLoaded(Map<?, ?> study, RunHeader header, List<TrialRecord> trials, TrialRecord best) {
        assertThat(study.get("direction")).isEqualTo(header.goal().direction().name());
        assertThat(study.get("metric_names")).isEqualTo(List.of(header.goal().metric()));
        assertThat((List<?>) study.get("trials")).hasSize(trials.size());
        assertThat(study.get("best")).isEqualTo(best.number());
    }

    private static List<?> trials(Optuna optuna, RunId run) throws Exception {
        return (List<?>)
                Objects.requireNonNull(optuna.run("load", run.toString()).get("trials"));
    }
}
