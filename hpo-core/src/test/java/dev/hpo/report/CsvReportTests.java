// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static dev.hpo.report.Studies.failed;
import static dev.hpo.report.Studies.mlp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.hpo.report.Studies.Trials;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scope;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Budget;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Of;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CsvReportTests {

    @Test
    void usualStudy_hasARowPerTrial() throws IOException {
        assertThat(csv(Studies.usual())).startsWith("""
number,state,value,last_step,last_value,source,parent,inherited_step,seed,failure,reason,\
params_learningRate,params_momentum,params_hiddenUnits,params_optimizer,params_optimizer.adam.beta1,\
best_step,best_value,metrics_accuracy,user_attrs_ant,user_attrs_zebra,\
datetime_start,datetime_complete,duration
0,COMPLETE,0.4521,,,INITIAL,,,100,,,0.01,0.9,64,sgd,,,,,,,\
2026-03-01T12:00:00Z,2026-03-01T12:00:01.500Z,1.5
1,PRUNED,,3,NaN,SAMPLER,,,101,,worse than the median at step 3,0.2,0.95,80,sgd,,1,2.5,0.75,2,1,\
2026-03-01T12:00:02Z,2026-03-01T12:00:03.500Z,1.5
2,COMPLETE,0.12374,3,NaN,SAMPLER,,,102,,,0.0131,0.987,93,adam,0.93,1,2.5,0.75,2,1,\
2026-03-01T12:00:04Z,2026-03-01T12:00:05.500Z,1.5
3,FAILED,,3,NaN,SAMPLER,,,103,NOT_FINITE,the final value is NaN,0.9,0.99,51,sgd,,1,2.5,0.75,2,1,\
2026-03-01T12:00:06Z,2026-03-01T12:00:07.500Z,1.5
""");
    }

    @Test
    void noTrials_isTheHeader() throws IOException {
        assertThat(csv(Studies.view(Studies.MLP, History.empty())))
                .startsWith("number,state,value,")
                .hasLineCount(1);
    }

    @Test
    void runningTrial_hasNoEnd() throws IOException {
        History history = new Trials()
                .initial(mlp(0.1, 0.9, 64, null), new Outcome.Running())
                .history();
        assertThat(rows(csv(Studies.view(Studies.MLP, history))).get(1))
                .startsWith("0", "RUNNING", "")
                .endsWith("2026-03-01T12:00:00Z", "", "");
    }

    @Test
    void commasQuotesAndLineEnds_areReadBack() throws IOException {
        String nasty = "a,\"b\"\n;c\r\n\ud83d\ude00 'd'";
        Parameter<Integer> choice =
                Parameter.ofChoice(Scope.root().child("x,y"), ChoiceDomain.of(nasty, ""), List.of(1, 2));
        History history = new Trials()
                .sampled(Configuration.builder().set(choice, 1).build(), failed(Failure.Kind.EXCEPTION, nasty))
                .sampled(Configuration.builder().set(choice, 2).build(), new Outcome.Pruned(nasty))
                .history();
        List<List<String>> rows = rows(csv(Studies.view(new PlainSpace(List.of(choice)), history)));
        assertThat(rows.get(0)).contains("params_x,y", atIndex(11));
        assertThat(rows.get(1).subList(9, 12)).containsExactly("EXCEPTION", nasty, nasty);
        assertThat(rows.get(2).subList(9, 12)).containsExactly("", nasty, "");
    }

    @Test
    void metricsAndAttributes_haveColumnsThatNoParameterCanHave() throws IOException {
        Parameter<Integer> x = Parameter.ofChoice(Scope.root().child("x"), ChoiceDomain.of("a", "b"), List.of(1, 2));
        Progress one = new Progress(
                List.of(),
                Map.of("x", List.of(new Observation(1, 0.5), new Observation(2, Double.NaN))),
                Map.of("x", "note", "hpo.saved", "3"));
        Progress other = new Progress(List.of(), Map.of(), Map.of("a,b", "1\n2"));
        Configuration configuration = Configuration.builder().set(x, 1).build();
        History history = new Trials()
                .add(Origin.of(Origin.Source.SAMPLER), configuration, one, Outcome.Complete.of(1))
                .add(Origin.of(Origin.Source.SAMPLER), configuration, other, Outcome.Complete.of(2))
                .history();
        List<List<String>> rows = rows(csv(Studies.view(new PlainSpace(List.of(x)), history)));
        assertThat(rows.get(0).subList(11, 17))
                .containsExactly("params_x", "best_step", "best_value", "metrics_x", "user_attrs_a,b", "user_attrs_x");
        assertThat(rows.get(1).subList(11, 17)).containsExactly("a", "", "", "NaN", "", "note");
        assertThat(rows.get(2).subList(11, 17)).containsExactly("a", "", "", "", "1\n2", "");
    }

    @Test
    void attributesWithoutEnd_areLeftToTheOtherFile() throws IOException {
        Progress many = Progress.NONE;
        for (int i = 0; i < 2 * CsvReport.MOST_FACTS; i++) {
            many = many.withAttribute("key " + i, "v");
        }
        History history = new Trials()
                .add(Origin.of(Origin.Source.SAMPLER), mlp(0.1, 0.9, 64, null), many, Outcome.Complete.of(1))
                .history();
        assertThat(rows(csv(Studies.view(Studies.MLP, history))).get(0))
                .filteredOn(name -> name.startsWith("user_attrs_"))
                .hasSize(CsvReport.MOST_FACTS);
    }

    @Test
    void bestStep_isThatOfTheFirstOfTheBest_andNoneOfFolds() throws IOException {
        Progress curve = new Progress(
                List.of(
                        new Observation(1, 3),
                        new Observation(2, 1),
                        new Observation(3, 1),
                        new Observation(4, Double.NaN)),
                Map.of(),
                Map.of());
        History history = new Trials()
                .add(Origin.of(Origin.Source.SAMPLER), mlp(0.1, 0.9, 64, null), curve, Outcome.Complete.of(1))
                .history();
        assertThat(rows(csv(view(new Aim(Direction.MINIMIZE, Of.BEST), history)))
                        .get(1)
                        .subList(16, 18))
                .containsExactly("2", "1.0");
        assertThat(rows(csv(view(new Aim(Direction.MAXIMIZE, Of.LAST), history)))
                        .get(1)
                        .subList(16, 18))
                .containsExactly("1", "3.0");
        assertThat(rows(csv(view(new Aim(Direction.MINIMIZE, Of.MEAN), history)))
                        .get(1)
                        .subList(16, 18))
                .containsExactly("", "");
    }

    private static StudyView view(Aim aim, History history) {
        StudyFacts facts = new StudyFacts("a.B.c", aim, 1, new Budget(50, 1), List.of());
        return Studies.view(facts, "loss", Studies.MLP, history);
    }

    @Test
    void controlCodes_areEscapedInEveryText() throws IOException {
        String hostile = "\u001b]0;x\u0007 \u009b31m \u202e";
        Parameter<Integer> choice =
                Parameter.ofChoice(Scope.root().child(hostile), ChoiceDomain.of(hostile, "b"), List.of(1, 2));
        Progress progress =
                new Progress(List.of(), Map.of(hostile, List.of(new Observation(1, 1))), Map.of(hostile, hostile));
        History history = new Trials()
                .add(
                        Origin.of(Origin.Source.SAMPLER),
                        Configuration.builder().set(choice, 1).build(),
                        progress,
                        failed(Failure.Kind.EXCEPTION, hostile))
                .history();
        assertThat(csv(Studies.view(new PlainSpace(List.of(choice)), history)).replace("\n", ""))
                .contains("user_attrs_\\u001b]0;x\\u0007 \\u009b31m \\u202e")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    @Test
    void trialThatGoesOn_saysFromWhere() throws IOException {
        TrialRecord paused = TrialRecord.running(
                        new TrialStart(0, mlp(0.1, 0.9, 64, null), 7, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH))
                .with(Progress.NONE.with(new Observation(5, 0.5)))
                .finished(new Outcome.Pruned("for now", true), Instant.EPOCH);
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.of(0), Map.of());
        TrialRecord promoted =
                TrialRecord.promoted(new TrialStart(1, paused.configuration(), 7, origin, Instant.EPOCH), paused);
        History history = History.of(List.of(paused, promoted));

        List<List<String>> rows = rows(csv(Studies.view(Studies.MLP, history)));

        assertThat(rows.get(1).subList(5, 11)).containsExactly("SAMPLER", "", "", "7", "", "paused: for now");
        assertThat(rows.get(2).subList(3, 11)).containsExactly("5", "0.5", "SAMPLER", "0", "5", "7", "", "");
    }

    @Test
    void numbers_areExact() throws IOException {
        double rate = 0.1 + 0.2;
        History history = new Trials()
                .initial(mlp(rate, 0.9, 64, null), Outcome.Complete.of(Double.MIN_VALUE))
                .history();
        List<String> row = rows(csv(Studies.view(Studies.MLP, history))).get(1);
        assertThat(Double.parseDouble(row.get(2))).isEqualTo(Double.MIN_VALUE);
        assertThat(Double.parseDouble(row.get(11))).isEqualTo(rate);
    }

    @Test
    void severalObjectives_haveAColumnEach() throws IOException {
        History history = new Trials()
                .initial(mlp(0.1, 0.9, 64, null), new Outcome.Complete(List.of(1.0, 2.0), List.of()))
                .sampled(mlp(0.2, 0.9, 64, null), new Outcome.Pruned(""))
                .history();
        List<List<String>> rows = rows(csv(Studies.view(Studies.MLP, history)));
        assertThat(rows.get(0).subList(2, 4)).containsExactly("values_0", "values_1");
        assertThat(rows.get(1).subList(2, 4)).containsExactly("1.0", "2.0");
        assertThat(rows.get(2).subList(2, 4)).containsExactly("", "");
    }

    @Test
    void timeColumns_areTheLast() throws IOException {
        List<String> header = rows(csv(Studies.usual())).get(0);
        int times = CsvReport.TIME_COLUMNS.size();
        assertThat(header.subList(header.size() - times, header.size())).isEqualTo(CsvReport.TIME_COLUMNS);
    }

    @Test
    void target_isLeftOpen() throws IOException {
        try (Writer target = new ClosingFails()) {
            CsvReport.write(Studies.usual(), target);
            target.write("more");
            assertThat(target.toString()).endsWith("1.5\nmore");
        }
    }

    private static String csv(StudyView view) throws IOException {
        StringWriter target = new StringWriter();
        CsvReport.write(view, target);
        return target.toString();
    }

    private static List<List<String>> rows(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(record -> record.getFields())
                .toList();
    }

    /** Takes no more text once it was closed. */
    private static final class ClosingFails extends StringWriter {

        private boolean closed;

        @Override
        public void write(String text) {
            assertThat(closed).isFalse();
            super.write(text);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
