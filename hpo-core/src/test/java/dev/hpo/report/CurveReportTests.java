// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.report.Studies.Trials;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveReportTests {

    private final Trials trials = new Trials();

    @Test
    void eachValueAtAStep_isARow() throws IOException {
        add(Progress.NONE
                .with(new Observation(1, 0.5).after(Duration.ofMillis(1500)))
                .with(new Observation(4, Double.NaN))
                .withMetric("training loss, \"raw\"", new Observation(0, 1e-300).after(Duration.ZERO))
                .withMetric("accuracy", new Observation(2, -0.0).after(Duration.ofNanos(7000))));
        add(Progress.NONE);
        add(Progress.NONE.with(new Observation(0, Double.NEGATIVE_INFINITY)));

        assertThat(csv()).isEqualTo("""
number,curve,step,value,left_out,elapsed
0,value,1,0.5,0,1.5
0,value,4,NaN,0,
0,metrics_accuracy,2,-0.0,0,0.000007
0,"metrics_training loss, ""raw""\",0,1.0E-300,0,0
2,value,0,-Infinity,0,
""");
    }

    @Test
    void severalObjectives_haveACurveEach() throws IOException {
        add(new Progress(List.of(new Observation(1, 0.5, List.of(3.0)), new Observation(2, 0.25)), Map.of(), Map.of()));

        assertThat(csv()).isEqualTo("""
number,curve,step,value,left_out,elapsed
0,values_0,1,0.5,0,
0,values_0,2,0.25,0,
0,values_1,1,3.0,0,
0,values_1,2,,0,
""");
    }

    @Test
    void longCurve_saysWhatIsLeftOut() throws IOException {
        int steps = 100_000;
        add(curve(steps));

        List<String[]> rows = rows();
        assertThat(rows).hasSizeBetween(CurveReport.LONGEST, CurveReport.LONGEST + 3);
        assertThat(rows.get(0)[2]).isEqualTo("0");
        assertThat(rows.get(rows.size() - 1)[2]).isEqualTo("99999");
        assertThat(rows).extracting(row -> row[3]).contains("-1.0");
        int last = -1;
        for (String[] row : rows) {
            assertThat(Integer.parseInt(row[4])).isEqualTo(Integer.parseInt(row[2]) - last - 1);
            last = Integer.parseInt(row[2]);
        }
    }

    @Test
    void manyCurves_areThinnedMore_butNotToNothing() throws IOException {
        Progress curve = curve(900);
        IntStream.range(0, 200).forEach(number -> add(curve));
        assertThat(rows()).hasSize(200 * 900);

        IntStream.range(0, 200).forEach(number -> add(curve));
        assertThat(rows()).hasSizeBetween(400 * 500, 400 * 503);

        IntStream.range(0, 6000).forEach(number -> add(curve));
        assertThat(rows()).hasSizeBetween(6400 * 50, 6400 * 53);
    }

    @Test
    void studyWithoutSteps_isNotWorthAFile() {
        assertThat(CurveReport.isWorthwhile(view())).isFalse();
        add(Progress.NONE.withAttribute("a", "b"));
        assertThat(CurveReport.isWorthwhile(view())).isFalse();
        add(Progress.NONE.withMetric("a", new Observation(1, 1)));
        assertThat(CurveReport.isWorthwhile(view())).isTrue();
    }

    /** Falls, but for one value that is the best one. */
    private static Progress curve(int steps) {
        Progress progress = Progress.NONE;
        for (int step = 0; step < steps; step++) {
            progress = progress.with(new Observation(step, step == 137 ? -1 : 1.0 / (1 + step)));
        }
        return progress;
    }

    private List<String[]> rows() throws IOException {
        return csv().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    private String csv() throws IOException {
        StringWriter text = new StringWriter();
        CurveReport.write(view(), text);
        return text.toString();
    }

    private StudyView view() {
        return Studies.view(Studies.MLP, trials.history());
    }

    private void add(Progress progress) {
        trials.add(Origin.of(Origin.Source.SAMPLER), Studies.mlp(0.1, 0.9, 60, null), progress, Outcome.Complete.of(1));
    }
}
