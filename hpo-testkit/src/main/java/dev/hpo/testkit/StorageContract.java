// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunSeries;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.Storage;
import dev.hpo.storage.StorageException;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.Projection;
import dev.hpo.trial.TrialRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every storage keeps to; a storage's test extends it. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public abstract class StorageContract extends PromotionContract {

    /** For subclasses. */
    protected StorageContract() {}

    /**
     * Returns a storage of one and the same place, as another process would open it; one in memory returns the same each time.
     */
    @Override
    protected abstract Storage open();

    @Test
    final void searchesAreNumberedFromOne() {
        RunHeader first = begin(open()).header();
        RunHeader second = begin(open()).header();

        assertThat(first.id()).isEqualTo(new RunId(STUDY, 1));
        assertThat(second.id()).isEqualTo(new RunId(STUDY, 2));
        assertThat(open().runs(STUDY)).extracting(RunRecord::header).containsExactly(first, second);
    }

    @Test
    final void runsOfASearchAreNumberedByThemselvesAndComeAfterTheSearches() {
        RunId search = begin(open()).header().id();
        RunHeader confirm = begin(open(), RunSeries.of(RunKind.CONFIRM, search)).header();
        RunHeader again = begin(open(), RunSeries.of(RunKind.CONFIRM, search)).header();
        RunHeader retest = begin(open(), RunSeries.of(RunKind.RETEST, search)).header();
        RunHeader next = begin(open()).header();

        assertThat(List.of(confirm, again, retest, next))
                .extracting(header -> header.id().number())
                .containsExactly(1, 2, 1, 2);
        assertThat(open().runs(STUDY))
                .extracting(RunRecord::id)
                .containsExactly(search, next.id(), confirm.id(), again.id(), retest.id());
    }

    @Test
    final void whatARunBeganWithComesBack() {
        RunHeader.Basis basis = new RunHeader.Basis(
                Long.MIN_VALUE, List.of("digits, run 1: \ud800"), Map.of("sampler", "tpe", "", "\n"), "0a1b");
        open().begin(SEARCHES, StoredConfigSpace.SPACE, id -> header(id, basis)).close();

        assertThat(open().runs(STUDY)).singleElement().satisfies(run -> {
            assertThat(run.header()).isEqualTo(header(run.id(), basis));
            assertThat(run.header().goal()).isEqualTo(new RunHeader.Goal("loss, \"final\"", Direction.MAXIMIZE));
        });
    }

    @Test
    final void runThatAHeaderNamesBeginsIfItsNumberIsNew() {
        RunId first = begin(open()).header().id();
        RunHeader third = header(new RunId(STUDY, 3), RunHeader.Basis.of(3));

        assertThat(open().begin(header(first, RunHeader.Basis.of(1)), StoredConfigSpace.SPACE))
                .isEmpty();
        assertThat(open().begin(third, StoredConfigSpace.SPACE)).hasValueSatisfying(run -> {
            assertThat(run.header()).isEqualTo(third);
            assertThat(run.begin(running(0))).isTrue();
            run.close();
        });
        assertThat(open().begin(third, StoredConfigSpace.SPACE)).isEmpty();
        assertThat(open().begin(header(new RunId(STUDY, 2), RunHeader.Basis.of(2)), StoredConfigSpace.SPACE))
                .isEmpty();
        assertThat(begin(open()).header().id()).isEqualTo(new RunId(STUDY, 4));
        assertThat(open().runs(STUDY)).extracting(run -> run.id().number()).containsExactly(1, 3, 4);
    }

    @Test
    final void storageWithoutRunsHasNone() {
        assertThat(open().runs(STUDY)).isEmpty();
    }

    @Test
    final void studiesAreKeptApart() {
        begin(open());
        open().begin(RunSeries.searches("other"), StoredConfigSpace.SPACE, id -> header(id, RunHeader.Basis.of(1)));

        assertThat(open().runs("other")).extracting(RunRecord::id).containsExactly(new RunId("other", 1));
        assertThat(open().runs(STUDY)).hasSize(1);
    }

    @Test
    final void trialsComeBackToTheBit() {
        RunStore run = begin(open());
        List<TrialRecord> trials = StoredTrials.ofEveryKind().stream()
                .map(trial -> trial.state().isFinished() ? trial : TrialRecord.running(trial.start()))
                .toList();
        trials.forEach(trial -> keep(run, trial));

        assertThat(trials(run)).isEqualTo(trials);
        assertThat(History.of(trials(run)).size()).isEqualTo(trials.size());
    }

    @Test
    final void trialsThatHaveEndedWithTheirBeginningComeBackToTheBit() {
        RunStore run = begin(open());
        List<TrialRecord> trials = StoredTrials.ofEveryKind().stream()
                .filter(trial -> trial.state().isFinished())
                .toList();
        trials.forEach(trial -> assertThat(run.begin(trial)).isTrue());

        assertThat(trials(run)).isEqualTo(trials);
    }

    @Test
    final void trialIsThereFromItsBeginning() {
        RunStore run = begin(open());
        TrialRecord complete = StoredTrials.complete(0);
        run.begin(TrialRecord.running(complete.start()));
        assertThat(trials(run)).containsExactly(TrialRecord.running(complete.start()));

        assertThat(run.end(complete)).isTrue();

        assertThat(trials(run)).containsExactly(complete);
    }

    @Test
    final void completeTrialsOfAnySpaceAreReadByTheirNames() {
        RunStore run = begin(open());
        StoredTrials.ofEveryKind().forEach(trial -> keep(run, trial));

        List<Projection.Stored> complete = open().complete(run.header().id());

        assertThat(complete).hasSize(2);
        assertThat(complete.get(1).value()).isEqualTo(5);
        TrialRecord original = StoredTrials.ofEveryKind().get(1);
        Map<String, Object> expected = original.configuration().asMap();
        assertThat(complete.get(1).values()).hasSameSizeAs(expected);
        expected.forEach((name, raw) ->
                assertThat(number(complete.get(1).values().get(name))).as(name).isEqualTo(number(raw)));
    }

    @Test
    final void outcomesOfSeveralRunsAreReadWithoutTheirClasses() {
        RunStore first = begin(open());
        RunStore second = begin(open());
        StoredTrials.ofEveryKind().forEach(trial -> keep(first, trial));
        keep(second, StoredTrials.complete(0));
        RunHeader unknown = header(new RunId(STUDY, 7), RunHeader.Basis.of(1));

        Map<RunId, List<TrialRecord>> read =
                open().outcomes(List.of(first.header(), unknown, first.header(), second.header()));

        assertThat(read).containsOnlyKeys(first.header().id(), second.header().id());
        assertThat(read.get(second.header().id()))
                .singleElement()
                .extracting(TrialRecord::outcome)
                .isEqualTo(StoredTrials.complete(0).outcome());
        assertThat(read.get(first.header().id()))
                .extracting(trial -> List.of(trial.start().key(), trial.start().origin(), trial.outcome()))
                .isEqualTo(trials(first).stream()
                        .map(trial -> List.of(trial.start().key(), trial.start().origin(), trial.outcome()))
                        .toList());
        assertThat(open().outcomes(List.of())).isEmpty();
    }

    @Test
    final void runsKeepTheirOwnTrials() {
        RunStore first = begin(open());
        keep(first, StoredTrials.complete(0));
        RunStore second = begin(open());
        keep(second, StoredTrials.complete(0));
        keep(second, StoredTrials.complete(1));
        keep(first, StoredTrials.complete(1));
        keep(first, StoredTrials.complete(2));

        assertThat(trials(first)).hasSize(3);
        assertThat(trials(second)).hasSize(2);
    }

    @Test
    final void unknownRunIsAnError() {
        RunId unknown = new RunId(STUDY, 7);
        Storage storage = open();

        assertThatThrownBy(() -> storage.resume(unknown, StoredConfigSpace.SPACE))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("#7");
        assertThatThrownBy(() -> storage.join(unknown, StoredConfigSpace.SPACE))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("#7");
        assertThatThrownBy(() -> storage.trials(unknown, StoredConfigSpace.SPACE))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("#7");
        assertThatThrownBy(() -> storage.invocations(unknown))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("#7");
        assertThatThrownBy(() -> storage.complete(unknown))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("#7");
    }

    @Test
    final void timeOfARunIsThatOfItsParts() {
        RunStore run = begin(open());
        RunId id = run.header().id();
        keep(run, StoredTrials.complete(0));
        run.close();
        Duration first = open().elapsed(id);
        assertThat(first).isGreaterThanOrEqualTo(Duration.ZERO);

        RunStore resumed = open().resume(id, StoredConfigSpace.SPACE).orElseThrow();
        assertThat(resumed.elapsedBefore()).isEqualTo(first);
        resumed.close();

        assertThat(open().elapsed(id)).isGreaterThanOrEqualTo(first);
    }

    @Test
    final void timesOfReportsComeBack() {
        RunStore run = begin(open());
        Progress ended = timed(1).withMetric("memory", new Observation(1, 9).after(Duration.ofMillis(2)))
                .withMetric("memory", new Observation(2, 8));
        run.begin(running(0));
        run.report(running(0).key(), timed(0));
        assertThat(run.end(running(0).with(ended).finished(Outcome.Complete.of(1), Instant.EPOCH)))
                .isTrue();
        run.begin(running(1).with(timed(2)).finished(new Outcome.Pruned("hopeless"), Instant.EPOCH));

        Progress first = trials(run).get(0).progress();
        assertThat(micros(first.observations())).containsExactly(0L, 1000L, 2000L, Observation.UNTIMED);
        assertThat(micros(first.metrics().getOrDefault("memory", List.of())))
                .containsExactly(2000L, Observation.UNTIMED);
        assertThat(micros(trials(run).get(1).observations())).containsExactly(0L, 1000L, 2000L, Observation.UNTIMED);
    }

    /** Returns four reports, of which the last has no time. */
    private static Progress timed(int others) {
        Progress progress = Progress.NONE;
        for (int step = 0; step < 4; step++) {
            Observation report = new Observation(step, 1, Collections.nCopies(others, 2.0));
            progress = progress.with(step < 3 ? report.after(Duration.ofMillis(step)) : report);
        }
        return progress;
    }

    private static List<Long> micros(List<Observation> observations) {
        return observations.stream().map(Observation::micros).toList();
    }

    private static @Nullable Object number(@Nullable Object value) {
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }
}
