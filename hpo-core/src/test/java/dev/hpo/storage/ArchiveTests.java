// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.space.Configuration;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Older runs go to files of their own, and nothing of them or of the others is lost by that, whenever it ends. */
class ArchiveTests extends RunsInAFile {

    @Test
    void allButSome_areMoved_andReadAsBefore() {
        for (int run = 1; run <= 5; run++) {
            finish(run);
        }
        Map<RunId, List<TrialRecord>> before = trials(5);
        Map<RunId, RunHeader> headers = new HashMap<>();
        storage.runs().forEach(run -> headers.put(run.id(), run.header()));

        assertThat(storage.archive(STUDY, 2)).isTrue();

        assertThat(numbers(storage.runs())).containsExactly(4, 5);
        assertThat(numbers(storage.archived())).containsExactly(1, 2, 3);
        assertThat(files()).containsExactly("digits.1.log", "digits.2.log", "digits.3.log", "digits.log");
        assertThat(trials(5)).isEqualTo(before);
        storage.archived().forEach(run -> {
            assertThat(run.header()).isEqualTo(headers.get(run.id()));
            assertThat(run.isFinished()).isTrue();
        });
        assertThat(JournalCheck.of(file).faults()).isEmpty();
        assertThat(JournalCheck.of(folder.resolve("digits.2.log"))).isEqualTo(new JournalCheck(1, 2, List.of()));
        assertThat(storage.archive(STUDY, 2)).isFalse();
    }

    /** A file of some megabytes is divided as soon as there is one run too many, not only when there are many. */
    @Test
    void fileOfMegabytes_isDividedForOneRun() throws IOException {
        for (int run = 1; run <= 5; run++) {
            finish(run);
        }
        byte[] comment = new byte[3 << 20];
        Arrays.fill(comment, (byte) 'x');
        Files.write(
                file,
                ("{\"op_code\":3,\"worker_id\":\"p\",\"study_id\":2,\"system_attr\":{\"note\":\""
                                + new String(comment, US_ASCII) + "\"}}\n")
                        .getBytes(US_ASCII),
                StandardOpenOption.APPEND);
        Map<RunId, List<TrialRecord>> before = trials(5);

        assertThat(storage.archive(STUDY, 4)).isTrue();
        assertThat(numbers(storage.runs())).containsExactly(2, 3, 4, 5);
        assertThat(storage.archive(STUDY, 2)).isTrue();

        assertThat(Files.size(folder.resolve("digits.3.log"))).isGreaterThan(comment.length);
        assertThat(Files.size(file)).isLessThan(comment.length);
        assertThat(trials(5)).isEqualTo(before);
    }

    /** One that another program takes from the queue and one that we take from it are told apart. */
    @Test
    void queuedTrialThatWeHaveTaken_isNotAnotherPrograms() throws IOException {
        finish(1);
        RunStore run = begin(RunSeries.searches(STUDY));
        int queued = run.queue(Configuration.builder().set(X, 0.5).build());
        TrialRecord taken = TrialRecord.running(run.firstQueued().orElseThrow().start());
        assertThat(run.begin(taken)).isTrue();
        assertThat(run.end(taken.finished(Outcome.Complete.of(1), Instant.now())))
                .isTrue();
        run.close();
        assertThat(queued).isZero();
        finish(3);

        assertThat(storage.archive(STUDY, 1)).isTrue();
        assertThat(numbers(storage.runs())).containsExactly(2, 3);
    }

    @Test
    void numbersGoOnRising_whateverBecomesOfTheFiles() throws IOException {
        for (int run = 1; run <= 3; run++) {
            finish(run);
        }
        storage.archive(STUDY, 1);
        finish(4);
        assertThat(numbers(storage.runs())).containsExactly(3, 4);

        storage.delete(List.of(id(4)));
        finish(5);
        storage.archive(STUDY, 1);
        Files.delete(file);
        finish(4);
        assertThat(numbers(storage.runs())).containsExactly(4);
    }

    @Test
    void earlierStudies_areTheSameAsBefore() {
        for (int run = 1; run <= 4; run++) {
            finish(run);
        }
        Projection present = new Projection(SPACE, Optional.empty(), Direction.MINIMIZE);
        List<EarlierStudy> before = EarlierRuns.at(file).apply(present);
        List<EarlierStudy> last = EarlierRuns.at(file).last().apply(present);

        storage.archive(STUDY, 1);

        assertThat(EarlierRuns.at(file).apply(present)).isEqualTo(before).hasSize(4);
        assertThat(EarlierRuns.at(file).last().apply(present)).isEqualTo(last);
    }

    @Test
    void unfinishedRuns_andThoseOfOtherStudies_stay() {
        finish(1);
        begin(RunSeries.searches(STUDY)).close();
        RunStore other = begin(RunSeries.searches("other"));
        other.end(new RunEnd(RunEnd.Kind.FINISHED, "done"));
        other.close();
        finish(3);

        assertThat(storage.archive(STUDY, 1)).isTrue();

        assertThat(storage.runs())
                .extracting(run -> run.id().toString())
                .containsExactly(STUDY + " #2", STUDY + " #3", "other #1");
        assertThat(storage.resume(id(2), SPACE)).isPresent();
    }

    @Test
    void whatBelongsToASearch_goesWithIt() {
        finish(1);
        RunStore confirmation = begin(RunSeries.of(RunKind.CONFIRM, id(1)));
        tell(confirmation, 0.75);
        confirmation.end(new RunEnd(RunEnd.Kind.FINISHED, "done"));
        confirmation.close();
        RunId confirmed = confirmation.header().id();
        List<TrialRecord> before = storage.trials(confirmed, SPACE);
        finish(2);

        storage.archive(STUDY, 1);

        assertThat(storage.runs()).extracting(RunRecord::id).containsExactly(id(2));
        assertThat(storage.archived()).extracting(RunRecord::id).containsExactly(id(1), confirmed);
        assertThat(storage.trials(confirmed, SPACE)).isEqualTo(before).hasSize(1);
    }

    @Test
    void runThatIsGoneOnWith_keepsEverybodyHere() {
        finish(1);
        finish(2);
        RunStore running = begin(RunSeries.searches(STUDY));
        tell(running, 0.5);

        assertThat(storage.archive(STUDY, 1)).isFalse();
        assertThat(numbers(storage.runs())).containsExactly(1, 2, 3);
        tell(running, 0.25);
        running.close();
        assertThat(storage.archive(STUDY, 1)).isTrue();
        assertThat(storage.trials(id(3), SPACE)).hasSize(2);
    }

    @Test
    void anotherProgramsTrial_keepsEverybodyHere_whileItRunsAndSomeTimeAfter() throws IOException {
        finish(1);
        finish(2);
        String begun =
                "{\"op_code\":4,\"worker_id\":\"p\",\"study_id\":0,\"datetime_start\":\"2026-02-03T04:05:06\",\"state\":0,"
                        + "\"distributions\":{},\"params\":{},\"user_attrs\":{},\"system_attrs\":{},\"intermediate_values\":{}}\n";
        Files.writeString(file, begun, StandardOpenOption.APPEND);
        assertThat(storage.archive(STUDY, 1)).isFalse();

        end(Instant.now());
        assertThat(storage.archive(STUDY, 1)).isFalse();
    }

    @Test
    void placesOfTrialsThatWereMoved_areNobodysTrials() throws IOException {
        finish(1);
        finish(2);
        finish(3);
        assertThat(storage.archive(STUDY, 2)).isTrue();
        String left = Files.readString(file);
        assertThat(left)
                .contains("{\"op_code\":4,\"worker_id\":\"\",\"study_id\":0,\"datetime_start\":null,\"state\":3}");

        assertThat(storage.archive(STUDY, 1)).isTrue();
        assertThat(numbers(storage.runs())).containsExactly(3);
    }

    @Test
    void anotherProgramsTrialOfADeletedStudy_keepsNobody() throws IOException {
        finish(1);
        finish(2);
        String foreign = """
                {"op_code":0,"worker_id":"p","study_name":"theirs","directions":[1]}
                {"op_code":4,"worker_id":"p","study_id":2,"datetime_start":"2026-02-03T04:05:06","state":0}
                """;
        Files.writeString(file, foreign, StandardOpenOption.APPEND);
        assertThat(storage.archive(STUDY, 1)).isFalse();

        Files.writeString(file, "{\"op_code\":1,\"worker_id\":\"p\",\"study_id\":2}\n", StandardOpenOption.APPEND);
        assertThat(storage.archive(STUDY, 1)).isTrue();
    }

    @Test
    void anotherProgramsTrialOfLongAgo_isMovedToo() throws IOException {
        finish(1);
        String begun =
                "{\"op_code\":4, \"extra\":{\"study_id\":7}, \"worker_id\":\"p\",\"study_id\": 0 ,\"datetime_start\":null,\"state\":0,"
                        + "\"distributions\":{\"x\":\"{\\\"name\\\": \\\"FloatDistribution\\\", \\\"attributes\\\": {\\\"step\\\": null, \\\"low\\\": 0.0,"
                        + " \\\"high\\\": 1.0, \\\"log\\\": false}}\"},\"params\":{\"x\":0.5}}\n";
        Files.writeString(file, begun, StandardOpenOption.APPEND);
        end(NOW);
        finish(2);

        assertThat(storage.archive(STUDY, 1)).isTrue();
        assertThat(Files.readString(folder.resolve("digits.1.log")))
                .contains("{\"op_code\":4, \"extra\":{\"study_id\":7}, \"worker_id\":\"p\",\"study_id\": 0 ,")
                .contains("\"trial_id\":2,\"state\":1,\"values\":[0.125]");
    }

    private void end(Instant at) throws IOException {
        Files.writeString(
                file,
                "{\"op_code\":6,\"worker_id\":\"p\",\"trial_id\":"
                        + (Files.readString(file).split("\"op_code\":4").length - 2)
                        + ",\"state\":1,\"values\":[0.125],\"datetime_complete\":\"" + at + "\"}\n",
                StandardOpenOption.APPEND);
    }

    @Test
    void idsOfWhatStays_areAsTheyWere_andLinesThatCannotBeReadToo() throws IOException {
        finish(1);
        Files.writeString(file, "{\"op_code\":77,\"worker_id\":\"later\"}\n", StandardOpenOption.APPEND);
        Files.writeString(
                file, "{\"op_code\":2,\"worker_id\":\"" + "x".repeat(1000) + "\"}\n", StandardOpenOption.APPEND);
        finish(2);
        List<String> before = Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"study_id\":1,") || line.contains("\"trial_id\":2,"))
                .toList();

        storage.archive(STUDY, 1);

        assertThat(Files.readAllLines(file))
                .containsSubsequence(before)
                .contains("{\"op_code\":77,\"worker_id\":\"later\"}")
                .contains("{\"op_code\":1,\"worker_id\":\"\",\"study_id\":0}");
    }

    @Test
    void fileOfAnotherRun_isNotWrittenOver() throws IOException {
        finish(1);
        finish(2);
        storage.archive(STUDY, 1);
        Files.delete(file);
        Path moved = folder.resolve("digits.1.log");
        byte[] old = Files.readAllBytes(moved);
        Files.move(moved, folder.resolve("aside"));
        finish(1);
        finish(2);
        Files.move(folder.resolve("aside"), moved);

        assertThat(storage.archive(STUDY, 1)).isFalse();
        assertThat(Files.readAllBytes(moved)).isEqualTo(old);
        assertThat(numbers(storage.runs())).containsExactly(1, 2);
    }

    @Test
    void whoHadTheFileOpenBefore_goesOnInTheNewOne() throws IOException {
        finish(1);
        finish(2);
        begin(RunSeries.searches(STUDY)).close();
        Path copy = folder.resolve("copy.log");
        Files.copy(file, copy);
        JournalStorage copied = new JournalStorage(copy);
        RunStore running = storage.resume(id(3), SPACE).orElseThrow();
        tell(running, 0.5);
        copied.archive(STUDY, 1);
        running.close();
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        copied.archive(STUDY, 1);

        RunStore again = storage.resume(id(3), SPACE).orElseThrow();
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        tell(again, 0.25);
        again.close();

        assertThat(storage.trials(id(3), SPACE)).hasSize(2);
        assertThat(numbers(storage.runs())).containsExactly(2, 3);
    }

    @Test
    void archivedRun_canBeDeleted() {
        finish(1);
        finish(2);
        storage.archive(STUDY, 1);

        storage.delete(List.of(id(1)));
        assertThat(files()).containsExactly("digits.log");
        assertThatThrownBy(() -> storage.delete(List.of(id(1))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("must have the run (" + id(1) + ")");
        storage.delete(List.of(id(2)));
        assertThat(files()).isEmpty();
    }

    @Test
    void whenTheLastRunHereIsDeleted_thoseThatWereMovedAreStillReached_andNumbersGoOnRising() throws IOException {
        for (int run = 1; run <= 4; run++) {
            finish(run);
        }
        storage.archive(STUDY, 1);
        Projection present = new Projection(SPACE, Optional.empty(), Direction.MINIMIZE);

        storage.delete(List.of(id(4)));
        storage.delete(List.of(id(3)));

        assertThat(storage.runs()).isEmpty();
        assertThat(numbers(storage.archived())).containsExactly(1, 2);
        assertThat(trials(2).get(id(1))).hasSize(2);
        assertThat(EarlierRuns.at(file).apply(present)).hasSize(2);
        finish(5);
        assertThat(numbers(storage.archived())).containsExactly(1, 2);
        storage.delete(List.of(id(5)));
        storage.delete(List.of(id(1)));
        assertThat(numbers(storage.archived())).containsExactly(2);
        storage.delete(List.of(id(2)));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsLeftOfADeletedRun_doesNotTakeAStudyOfTheSameFileName() {
        finish(1);
        JournalStorage other = new JournalStorage(folder.resolve("digits.1.log"));
        other.begin(RunSeries.searches("other"), SPACE, header()).close();
        finish(2);

        storage.delete(List.of(id(1)));
        assertThat(storage.archived()).isEmpty();
        storage.delete(List.of(id(2)));
        assertThat(files()).containsExactly("digits.1.log");
        assertThat(numbers(other.runs())).containsExactly(1);
    }

    @Test
    void toKeepNone_isAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> storage.archive(STUDY, 0));
        assertThat(storage.archive(STUDY, 1)).isFalse();
        assertThat(files()).isEmpty();
    }
}
