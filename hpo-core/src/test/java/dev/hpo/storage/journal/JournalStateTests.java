// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import static dev.hpo.storage.journal.Trials.NOW;
import static dev.hpo.storage.journal.Trials.attribute;
import static dev.hpo.storage.journal.Trials.begin;
import static dev.hpo.storage.journal.Trials.claim;
import static dev.hpo.storage.journal.Trials.end;
import static dev.hpo.storage.journal.Trials.queue;
import static dev.hpo.storage.journal.Trials.report;
import static dev.hpo.storage.journal.Trials.study;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.journal.line.Assignment;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.line.Distribution;
import dev.hpo.storage.journal.line.Distribution.Categorical;
import dev.hpo.storage.journal.line.Operation;
import dev.hpo.storage.journal.line.Standing;
import dev.hpo.trial.Observation;
import dev.hpo.trial.TrialState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules by which Optuna reads a journal. */
class JournalStateTests {

    private final JournalState state = new JournalState(Following.everything());

    @Test
    void numbersAreThoseOfTheOrder_idsOverAllStudies() {
        assertThat(apply(study("a"))).isEqualTo(new Receipt(true, 0));
        assertThat(apply(study("b"))).isEqualTo(new Receipt(true, 1));
        assertThat(apply(begin(1))).isEqualTo(new Receipt(true, 0));
        assertThat(apply(begin(0))).isEqualTo(new Receipt(true, 1));
        assertThat(apply(begin(1))).isEqualTo(new Receipt(true, 2));

        assertThat(trial(2).number()).isEqualTo(1);
        assertThat(trial(1).number()).isZero();
        assertThat(state.study("b").orElseThrow().size()).isEqualTo(2);
    }

    @Test
    void studyOfANameThatIsThere_isSkipped_andTakesNoNumber() {
        apply(study("a"));
        assertThat(apply(study("a"))).isEqualTo(Receipt.SKIPPED);
        assertThat(apply(study("b")).id()).isEqualTo(1);
    }

    @Test
    void deletedStudy_freesItsName_butNoNumbers() {
        apply(study("a"));
        apply(begin(0));
        assertThat(apply(new Operation.DeleteStudy(0)).counted()).isTrue();
        assertThat(apply(new Operation.DeleteStudy(0)).counted()).isFalse();
        assertThat(apply(begin(0)).counted()).isFalse();
        assertThat(apply(study("a"))).isEqualTo(new Receipt(true, 1));
        assertThat(apply(begin(1))).isEqualTo(new Receipt(true, 1));
        assertThat(trial(1).number()).isZero();
        assertThat(apply(end(0, 1)).counted()).isTrue();
    }

    @Test
    void operationOnWhatIsNotThere_isSkipped() {
        assertThat(apply(begin(0)).counted()).isFalse();
        assertThat(apply(end(0, 1)).counted()).isFalse();
        assertThat(apply(report(-1, 1, 1)).counted()).isFalse();
        assertThat(apply(new Operation.StudyAttribute(0, Attribute.user("a", 1)))
                        .counted())
                .isFalse();
    }

    @Test
    void finishedTrial_takesNothingMore() {
        apply(study("a"));
        apply(begin(0));
        apply(report(0, 1, 0.5));
        assertThat(apply(end(0, 0.25)).counted()).isTrue();

        assertThat(apply(end(0, 0.1)).counted()).isFalse();
        assertThat(apply(report(0, 2, 0.5)).counted()).isFalse();
        assertThat(apply(attribute(0, "a", "b")).counted()).isFalse();
        assertThat(apply(claim(0)).counted()).isFalse();
        assertThat(trial(0).values()).containsExactly(0.25);
        assertThat(trial(0).curve().observations()).containsExactly(new Observation(1, 0.5));
        assertThat(trial(0).completedAt()).contains(NOW.plusSeconds(1));
    }

    @Test
    void queuedTrial_isItsFirstClaimers() {
        apply(study("a"));
        apply(queue(0));
        assertThat(trial(0).startedAt()).isEmpty();
        assertThat(apply(claim(0)).counted()).isTrue();
        assertThat(apply(claim(0)).counted()).isFalse();
        assertThat(trial(0).startedAt()).contains(NOW);
    }

    @Test
    void runningTrial_canBeQueuedAgain() {
        apply(study("a"));
        apply(begin(0));
        assertThat(apply(new Operation.SetState(0, Standing.waiting())).counted())
                .isTrue();
        assertThat(trial(0).state()).isEqualTo(TrialState.WAITING);
        assertThat(apply(claim(0)).counted()).isTrue();
    }

    @Test
    void parameterThatContradictsTheFirstTrialWithIt_isSkipped() {
        Distribution other = Distribution.of(new Categorical(List.of("a", "b")));
        apply(study("a"));
        apply(begin(0));
        apply(queue(0));

        assertThat(apply(new Operation.SetParameter(1, "rate", new Assignment(other, 0)))
                        .counted())
                .isFalse();
        assertThat(apply(new Operation.SetParameter(1, "rate", new Assignment(Trials.RATE, 0.75)))
                        .counted())
                .isTrue();
        assertThat(apply(new Operation.SetParameter(1, "kind", new Assignment(other, 0)))
                        .counted())
                .isTrue();
        assertThat(trial(1).parameters())
                .isEqualTo(Map.of("rate", new Assignment(Trials.RATE, 0.75), "kind", new Assignment(other, 0)));
    }

    @Test
    void parametersThatComeWithTheirTrial_areNotChecked() {
        apply(study("a"));
        apply(begin(0));
        Distribution other = Distribution.of(new Categorical(List.of("a", "b")));
        assertThat(apply(begin(0, Map.of("rate", other))).counted()).isTrue();
        assertThat(trial(1).parameters()).isEqualTo(Map.of("rate", new Assignment(other, 0.25)));
    }

    @Test
    void stepThatIsReportedAgain_hasItsLastValue_andStepsAreInOrder() {
        apply(study("a"));
        apply(begin(0));
        for (long step : new long[] {5, 1, 3, 5, 2, 1}) {
            apply(report(0, step, 10.0 * step));
        }
        apply(report(0, 3, Double.NaN));
        assertThat(trial(0).curve().observations())
                .containsExactly(
                        new Observation(1, 10),
                        new Observation(2, 20),
                        new Observation(3, Double.NaN),
                        new Observation(5, 50));
    }

    @Test
    void attributes_areReplacedByKey_andKeepTheirOrder() {
        apply(study("a"));
        apply(new Operation.StudyAttribute(0, Attribute.system("x", 1L)));
        apply(new Operation.StudyAttribute(0, Attribute.user("x", 2L)));
        apply(new Operation.StudyAttribute(0, Attribute.system("study:metric_names", List.of("loss"))));
        apply(new Operation.StudyAttribute(0, Attribute.system("x", null)));

        StoredStudy study = state.study(0).orElseThrow();
        assertThat(study.systemAttributes().keySet()).containsExactly("x", "study:metric_names");
        assertThat(study.systemAttributes().get("x")).isNull();
        assertThat(study.userAttributes()).isEqualTo(Map.of("x", 2L));
    }

    @Test
    void changes_areToldOnce_inTheirOrder() {
        apply(study("a"));
        apply(begin(0));
        apply(begin(0));
        apply(begin(0));
        StoredStudy study = state.study(0).orElseThrow();
        assertThat(study.drainChanged()).containsExactly(0, 1, 2);
        apply(report(2, 1, 1));
        apply(end(1, 1));
        apply(end(1, 1));
        apply(report(2, 2, 1));
        assertThat(study.drainChanged()).containsExactly(2, 1);
        assertThat(study.drainChanged()).isEmpty();
    }

    @Test
    void studyThatNobodyFollows_isOnlyCounted() {
        JournalState one = new JournalState(Following.study("b"));
        List.of(study("a"), study("b"), begin(0), begin(1), new Operation.PassedTrial(0), end(0, 1), end(1, 2))
                .forEach(one::apply);

        assertThat(one.study("a").orElseThrow().size()).isEqualTo(2);
        assertThat(one.study("a").orElseThrow().trials()).isEmpty();
        assertThat(one.trial(0)).isEmpty();
        assertThat(one.trial(1).orElseThrow().values()).containsExactly(2.0);
        assertThat(one.apply(begin(1))).isEqualTo(new Receipt(true, 3));
    }

    private Receipt apply(Operation operation) {
        return state.apply(operation);
    }

    private StoredTrial trial(int id) {
        return state.trial(id).orElseThrow();
    }
}
