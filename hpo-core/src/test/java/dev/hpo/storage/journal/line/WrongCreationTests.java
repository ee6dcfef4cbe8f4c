// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpo.trial.TrialState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that creates a trial and has something wrong in it creates one all the same. */
class WrongCreationTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":2,\"state\":7}",
                "{\"study_id\":2,\"state\":7,\"worker_id\":\"w\",\"op_code\":4}",
                "{\"op_code\":4,\"state\":{\"study_id\":1},\"worker_id\":\"w\",\"study_id\":2}"
            })
    void wrongLineThatCreatesATrial_saysOfWhichStudyAndWhatIsWrong(String text) throws LineException {
        Line line = read(text);

        assertThat(line.worker()).isEqualTo("w");
        assertThat(line.fault()).hasValueSatisfying(fault -> assertThat(fault).startsWith("state ("));
        assertThat(line.operation()).isInstanceOfSatisfying(Operation.CreateTrial.class, creation -> {
            assertThat(creation.study()).isEqualTo(2);
            assertThat(creation.trial().standing().state()).isEqualTo(TrialState.FAILED);
        });
    }

    @Test
    void wrongLineThatCreatesATrialAndIsTorn_isBroken() {
        String torn = "{\"op_code\":4,\"study_id\":2,\"state\":{\"op_code\":4,\"study_id\":2}";
        assertThatThrownBy(() -> read(torn))
                .isInstanceOfSatisfying(LineException.class, fault -> assertThat(fault.isBroken())
                        .isTrue());
    }

    private static Line read(String text) throws LineException {
        byte[] line = text.getBytes(StandardCharsets.UTF_8);
        return new LineReader(Interest.ALL).read(line, 0, line.length);
    }
}
