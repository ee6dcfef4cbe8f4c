// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialKey;
import dev.hpo.trial.TrialRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a journal has of a trial while it runs. */
class InterimTests {

    private static final Progress SAVED = Progress.NONE.withAttribute(TrialRecord.SAVED, "1");

    private final Interim interim = new Interim(new TrialKey(4, 2));
    private final Map<String, Object> file = new HashMap<>();

    @Test
    void trialThatHasSavedNothing_hasNothingWritten() {
        assertThat(interim.next(Progress.NONE.withAttribute("host", "a").withMetric("loss", new Observation(1, 2))))
                .isEmpty();
    }

    @Test
    void whatIsWritten_isReadAgain_eachValueOnce() {
        Progress first = SAVED.withMetric("loss", new Observation(1, 0.5)).withMetric("time", new Observation(0, 7));
        Progress second = first.withMetric("loss", new Observation(2, 0.25)).withAttribute("host", "a");

        write(first);
        assertThat(interim.next(first)).isEmpty();
        write(second);

        assertThat(String.valueOf(file.get("hpo:interim:2:1")))
                .doesNotContain("time")
                .doesNotContain("0.5");
        assertThat(Interim.read(file, 2, Progress.NONE)).isEqualTo(second);
        assertThat(Interim.read(file, 1, Progress.NONE)).isEqualTo(Progress.NONE);
    }

    /** As when an attempt goes on from before what the last one had measured, and comes as far. */
    @Test
    void valuesThatWereReplaced_areWrittenAgain_howeverManyThereAre() {
        Progress old = SAVED;
        for (int step = 1; step <= 5; step++) {
            old = old.withMetric("loss", new Observation(step, step));
        }
        write(old);
        Progress replaced = old.withMetricBefore("loss", 3);
        for (int step = 3; step <= 5; step++) {
            replaced = replaced.withMetric("loss", new Observation(step, 10 + step));
        }
        write(replaced);

        assertThat(Interim.read(file, 2, Progress.NONE)).isEqualTo(replaced);
    }

    static List<Object> others() {
        return List.of(
                "text",
                Map.of("metrics", "text"),
                Map.of("metrics", Map.of("loss", 1)),
                Map.of("metrics", Map.of("loss", List.of(1))),
                Map.of("metrics", Map.of("loss", List.of(List.of("x", "y")))),
                Map.of("metrics", Map.of("loss", List.of(List.of(2L, 1.0), List.of(1L, 1.0)))),
                Map.of("attributes", List.of()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatSomebodyElseHasWritten_isNoFault(Object value) {
        file.put("hpo:interim:2:0", value);

        assertThat(Interim.read(file, 2, SAVED).attributes()).isEqualTo(SAVED.attributes());
    }

    private void write(Progress progress) {
        Attribute attribute = interim.next(progress).orElseThrow();
        file.put(attribute.key(), Objects.requireNonNull(attribute.value()));
        interim.written(progress);
    }
}
