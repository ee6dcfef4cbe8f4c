// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static dev.hpo.report.Studies.mlp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.report.Studies.Trials;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class JsonReportTests {

    @Test
    void usualStudy_hasALinePerTrialAndPerParameter() throws IOException {
        assertThat(json(Studies.usual())).startsWith("""
{"format": 1,
"study": {"name": "DigitsTuning.tune", "run": 3, "metric": "validation loss", "direction": "MINIMIZE", \
"seed": "8934759834759834", "trials": 50, "parallelism": 1, "sampler": "scrambled Sobol sequence", \
"startedAt": "2026-03-01T12:00:00Z", "endedAt": "2026-03-01T12:01:12.400Z", "endReason": "all 50 trials are done"},
"space": {"type": "dev.hpo.space.Configuration", "fingerprint": "%s", "parameters": [
{"name": "learningRate", "domain": {"kind": "real", "min": 1.0E-4, "max": 1.0, "scale": "LOG"}},
{"name": "momentum", "domain": {"kind": "real", "min": 0.9, "max": 0.999, "scale": "ONE_MINUS_LOG"}},
{"name": "hiddenUnits", "domain": {"kind": "integer", "min": 50, "max": 100, "scale": "LINEAR"}},
{"name": "optimizer", "domain": {"kind": "categorical", "choices": ["sgd", "adam"]}},
{"name": "optimizer.adam.beta1", "domain": {"kind": "real", "min": 0.8, "max": 0.99, "scale": "ONE_MINUS_LOG"}, \
"conditions": [{"parameter": "optimizer", "equals": "adam"}]}]},
"best": 2,
"trials": [
{"number": 0, "state": "COMPLETE", "values": [0.4521], "parameters": {"learningRate": 0.01, "momentum": 0.9, \
"hiddenUnits": 64, "optimizer": "sgd"}, "seed": "100", "source": "INITIAL", \
"startedAt": "2026-03-01T12:00:00Z", "finishedAt": "2026-03-01T12:00:01.500Z"},
{"number": 1, "state": "PRUNED", "parameters": {"learningRate": 0.2, "momentum": 0.95, "hiddenUnits": 80, \
"optimizer": "sgd"}, "seed": "101", "source": "SAMPLER", "notes": {"stage": "1"}, \
"startedAt": "2026-03-01T12:00:02Z", "finishedAt": "2026-03-01T12:00:03.500Z", \
"observations": [[1, 2.5], [3, "NaN"]], "metrics": {"accuracy": [[1, 0.75]]}, \
"attributes": {"ant": "2", "zebra": "1"}, "reason": "worse than the median at step 3"},
""".formatted(Studies.MLP.fingerprint()));
    }

    @Test
    void noTrials_isReadable() throws IOException {
        StudyFacts unlimited = new StudyFacts("s", Direction.MAXIMIZE, -1, Integer.MAX_VALUE, 4);
        StudyRun run = new StudyRun(1, "accuracy", "grid", Studies.NOON, Optional.empty());
        Map<String, Object> study =
                read(json(new StudyView(unlimited, run, new PlainSpace(List.of()), History.empty())));
        assertThat(study).doesNotContainKey("best").containsEntry("trials", List.of());
        assertThat(study.get("study"))
                .isEqualTo(Map.of(
                        "name", "s",
                        "run", 1,
                        "metric", "accuracy",
                        "direction", "MAXIMIZE",
                        "seed", "-1",
                        "parallelism", 4,
                        "sampler", "grid",
                        "startedAt", "2026-03-01T12:00:00Z"));
    }

    @Test
    void reasonForNoStart_isThere() throws IOException {
        StudyRun run = new StudyRun(1, "accuracy", "grid", Studies.NOON, Optional.empty());
        StudyView view = new StudyView(Studies.FACTS, run, Studies.MLP, History.empty(), Optional.of("none given"));
        assertThat(read(json(view)).get("study"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("noStart", "none given");
    }

    @Test
    void howARunWentOn_isThere() throws IOException {
        StudyRun.Begin begin = new StudyRun.Begin(Studies.NOON, Duration.ZERO, List.of("after 3 trials", "so"));
        StudyRun run = new StudyRun(1, "accuracy", "grid", begin, Optional.empty());
        assertThat(read(json(new StudyView(Studies.FACTS, run, Studies.MLP, History.empty())))
                        .get("study"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("continued", "after 3 trials\nso");
    }

    @Test
    void everythingOfATrial_isThere() throws IOException {
        Progress progress = new Progress(
                List.of(new Observation(7, Double.NEGATIVE_INFINITY), new Observation(Long.MAX_VALUE, 0.1 + 0.2)),
                Map.of("b", List.of(new Observation(0, Double.POSITIVE_INFINITY)), "a", List.of()),
                Map.of("k", "\u0001\"\\\n\ud83d\ude00"));
        Origin origin = new Origin(Origin.Source.QUEUED, OptionalInt.of(3), Map.of("n", "v"));
        Failure failure = new Failure(Failure.Kind.TIMEOUT, "too slow", "at a.B\n\tat c.D");
        History history = new Trials()
                .add(origin, mlp(0.1, 0.9, 64, 0.9), progress, new Outcome.Failed(failure))
                .add(
                        origin,
                        mlp(0.1, 0.9, 64, 0.9),
                        Progress.NONE,
                        new Outcome.Complete(List.of(1.0, 2.0), List.of(-1.0)))
                .history();
        List<?> trials = trials(json(Studies.view(Studies.MLP, history)));
        assertThat((Map<?, ?>) trials.get(0))
                .hasToString("{number=0, state=FAILED, parameters={learningRate=0.1, momentum=0.9, hiddenUnits=64,"
                        + " optimizer=adam, optimizer.adam.beta1=0.9}, seed=100, source=QUEUED, parent=3, notes={n=v},"
                        + " startedAt=2026-03-01T12:00:00Z, finishedAt=2026-03-01T12:00:01.500Z,"
                        + " observations=[[7, -Infinity], [9223372036854775807, 0.30000000000000004]],"
                        + " metrics={a=[], b=[[0, Infinity]]}, attributes={k=\u0001\"\\\n\ud83d\ude00},"
                        + " failure={kind=TIMEOUT, message=too slow, trace=at a.B\n\tat c.D}}");
        assertThat(((Map<?, ?>) trials.get(1)).toString())
                .contains("values=[1.0, 2.0], constraints=[-1.0]")
                .doesNotContain("observations", "metrics", "attributes");
    }

    @Test
    void everyKindOfDomainAndCondition_isDescribed() throws IOException {
        Parameter<Integer> size = Parameter.ofInt(Scope.root().child("size"), new IntegerDomain(1, 64, Scale.LOG, 7));
        Scope second = Scope.root().child("item", "thing").element(1).when(new Condition.AtLeast(size, 2));
        Parameter<String> item = Parameter.ofChoice(second, ChoiceDomain.ordered("a\"", "b"), List.of("a", "b"));
        PlainSpace space = new PlainSpace(List.of(size, item));
        History history = new Trials()
                .initial(Configuration.builder().set(size, 1).build(), new Outcome.Running())
                .history();
        assertThat(json(Studies.view(space, history))).contains("""
{"name": "size", "domain": {"kind": "integer", "min": 1, "max": 64, "scale": "LOG", "levels": 7}},
{"name": "item[1]", "formerNames": ["thing[1]"], "domain": {"kind": "ordinal", "choices": ["a\\"", "b"]}, \
"conditions": [{"parameter": "size", "atLeast": 2}]}]},
""");
    }

    @Test
    void target_isLeftOpen() throws IOException {
        StringWriter target = new StringWriter() {
            @Override
            public void close() {
                throw new AssertionError("the target is its owner's to close");
            }
        };
        JsonReport.write(Studies.usual(), target);
        assertThat(target.toString()).endsWith("}]}\n");
    }

    private static String json(StudyView view) throws IOException {
        StringWriter target = new StringWriter();
        JsonReport.write(view, target);
        return target.toString();
    }

    private static List<?> trials(String json) throws IOException {
        return (List<?>) Objects.requireNonNull(read(json).get("trials"));
    }

    private static Map<String, Object> read(String json) throws IOException {
        return JSON.std.mapFrom(json);
    }
}
