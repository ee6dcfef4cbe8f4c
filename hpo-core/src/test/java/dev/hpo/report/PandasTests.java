// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.report.Studies.Trials;
import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Condition;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.Failure;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What pandas itself reads, by way of {@code interop/tables.py}. */
@EnabledIfSystemProperty(
        named = PandasTests.PYTHON,
        matches = ".+",
        disabledReason = "interop/tracking says where pandas is")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PandasTests {

    static final String PYTHON = "interop.pandas";

    private static final String NASTY = "a,\"b\"\n;c\r\n\ud83d\ude00 'd' | = \t";
    private static final double UNEVEN = 0.1 + 0.2;

    private static final Scope ROOT = Scope.root();
    private static final Parameter<Double> RATE =
            Parameter.ofDouble(ROOT.child("rate"), RealDomain.of(Scale.LINEAR, 0, 1));
    private static final Parameter<String> CHOICE =
            Parameter.ofChoice(ROOT.child("a,\"b\""), ChoiceDomain.of("None", "NA", NASTY), List.of("x", "y", "z"));
    private static final Parameter<Integer> UNITS = Parameter.ofInt(
            ROOT.child("units").when(new Condition.Equal(CHOICE, "NA")), IntegerDomain.of(Scale.LINEAR, 1, 9));

    private Map<String, Object> read;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException, InterruptedException {
        StudyView view = Studies.view(new PlainSpace(List.of(RATE, CHOICE, UNITS)), trials().history());
        try (Writer trials = Files.newBufferedWriter(folder.resolve("trials.csv"));
                Writer curves = Files.newBufferedWriter(folder.resolve("curves.csv"));
                Writer study = Files.newBufferedWriter(folder.resolve("study.json"))) {
            CsvReport.write(view, trials);
            CurveReport.write(view, curves);
            JsonReport.write(view, study);
        }
        Path script =
                Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("interop/tables.py");
        Path output = folder.resolve("output.json");
        Process python = new ProcessBuilder(System.getProperty(PYTHON), script.toString(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = python.waitFor();
        assertThat(code).as(Files.readString(output)).isZero();
        read = JSON.std.mapFrom(Files.readString(output));
    }

    private static Trials trials() {
        Progress curve = new Progress(
                List.of(
                        new Observation(1, UNEVEN),
                        new Observation(2, Double.NaN),
                        new Observation(3, Double.NEGATIVE_INFINITY)),
                Map.of(NASTY, List.of(new Observation(1, Double.POSITIVE_INFINITY))),
                Map.of("note", NASTY, "None", "null"));
        Origin origin = Origin.of(Origin.Source.SAMPLER);
        return new Trials()
                .add(origin, configuration("x", UNEVEN).build(), curve, Outcome.Complete.of(Double.MIN_VALUE))
                .add(
                        origin,
                        configuration("y", 1e-300).set(UNITS, 7).build(),
                        Progress.NONE,
                        Studies.failed(Failure.Kind.EXCEPTION, NASTY))
                .add(origin, configuration("z", 1).build(), Progress.NONE, Outcome.Complete.of(-1e300));
    }

    private static Configuration.Builder configuration(String choice, double rate) {
        return Configuration.builder().set(RATE, rate).set(CHOICE, choice);
    }

    @Test
    void trials_haveExactNumbers_andTextsAsTheyAre() {
        assertThat(column("trials", "value")).containsExactly(Double.MIN_VALUE, null, -1e300);
        assertThat(column("trials", "params_rate")).containsExactly(UNEVEN, 1e-300, 1.0);
        assertThat(column("trials", "params_a,\"b\"")).containsExactly("None", "NA", NASTY);
        assertThat(column("trials", "params_units")).containsExactly(null, 7.0, null);
        assertThat(column("trials", "reason")).containsExactly(null, NASTY, null);
        assertThat(column("trials", "user_attrs_note")).containsExactly(NASTY, null, null);
        assertThat(column("trials", "metrics_" + NASTY)).containsExactly("inf", null, null);
        assertThat(kinds("trials"))
                .containsEntry("number", "i")
                .containsEntry("value", "f")
                .containsEntry("seed", "i")
                .containsEntry("params_rate", "f")
                .containsEntry("duration", "f");
    }

    @Test
    void curves_haveValuesThatAreNotFinite() {
        assertThat(column("curves", "value")).containsExactly(UNEVEN, null, "-inf", "inf");
        assertThat(column("curves", "curve")).containsExactly("value", "value", "value", "metrics_" + NASTY);
        assertThat(kinds("curves"))
                .containsEntry("step", "i")
                .containsEntry("value", "f")
                .containsEntry("left_out", "i");
    }

    @Test
    void study_isJsonForStrictReaders() {
        assertThat(column("study", "parameters.rate")).containsExactly(UNEVEN, 1e-300, 1.0);
        assertThat(column("study", "parameters.a,\"b\"")).containsExactly("None", "NA", NASTY);
        assertThat(column("study", "observations").get(0))
                .isEqualTo(List.of(List.of(1, UNEVEN), List.of(2, "NaN"), List.of(3, "-Infinity")));
        assertThat(column("study", "failure.message")).containsExactly(null, NASTY, null);
    }

    private List<@Nullable Object> column(String table, String name) {
        List<?> rows = (List<?>) part(table, "rows");
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(((Map<?, ?>) row).get(name)));
        return values;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> kinds(String table) {
        return (Map<String, String>) part(table, "kinds");
    }

    private Object part(String table, String name) {
        Map<?, ?> whole = (Map<?, ?>) Objects.requireNonNull(read.get(table));
        return Objects.requireNonNull(whole.get(name));
    }
}
