// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.trial.Observation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a trial reported, in the lines of its reports. */
class ReportTimeTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789012Z");

    @Test
    void timeOfAReport_isWrittenWhereOptunaPassesOverIt_andRead() throws LineException {
        Observation timed = new Observation(1, 0.5, List.of(), 1_234_567);

        assertThat(text(new Operation.Report(0, timed)))
                .endsWith(",\"step\":1,\"intermediate_value\":0.5,\"hpo:micros\":1234567}\n");
        assertThat(reported(text(new Operation.Report(0, timed)))).isEqualTo(1_234_567);

        Draft draft = new Draft(
                Standing.running(NOW),
                Map.of(),
                Attributes.none(),
                List.of(new Observation(0, 2), timed, new Observation(2, 0.25, List.of(), 0)));
        String line = text(new Operation.CreateTrial(0, draft));
        assertThat(line)
                .endsWith(
                        ",\"intermediate_values\":{\"0\":2.0,\"1\":0.5,\"2\":0.25},\"hpo:micros\":{\"1\":1234567,\"2\":0}}\n");
        assertThat(((Operation.CreateTrial) read(line)).trial().intermediateValues())
                .extracting(Observation::micros)
                .containsExactly(Observation.UNTIMED, 1_234_567L, 0L);
    }

    /** The value is as good as without. */
    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "\"1\"", "1.5", "null", "[{}]", "{\"1\":{}}", "9223372036854775807", "99999999999999999999"
            })
    void timeThatCannotBe_isNone(String time) throws LineException {
        String report = "{\"op_code\":7,\"worker_id\":\"w\",\"trial_id\":0,\"hpo:micros\":" + time
                + ",\"step\":1,\"intermediate_value\":0.5}";
        assertThat(reported(report)).isEqualTo(Observation.UNTIMED);

        String creation = "{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0,\"datetime_start\":null,\"hpo:micros\":"
                + time + ",\"intermediate_values\":{\"1\":0.5}}";
        assertThat(((Operation.CreateTrial) read(creation)).trial().intermediateValues())
                .containsExactly(new Observation(1, 0.5));
    }

    private static long reported(String line) throws LineException {
        Operation.Report report = (Operation.Report) read(line);
        assertThat(report.observation()).isEqualTo(new Observation(1, 0.5));
        return report.observation().micros();
    }

    private static Operation read(String line) throws LineException {
        byte[] bytes = line.strip().getBytes(StandardCharsets.UTF_8);
        return new LineReader(Interest.ALL).read(bytes, 0, bytes.length).operation();
    }

    private static String text(Operation operation) throws LineException {
        return new String(new LineWriter("w", Times.UTC).write(List.of(operation)), StandardCharsets.UTF_8);
    }
}
