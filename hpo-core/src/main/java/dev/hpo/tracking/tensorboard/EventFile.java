// SPDX-License-Identifier: Apache-2.0
package dev.hpo.tracking.tensorboard;

import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import dev.hpo.space.VisibleText;
import dev.hpo.tracking.TrialSeries;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/**
 * The events of a trial that has ended: its configuration and its end for the tab HParams, and its values by step as scalars.
 *
 * <p>The fields and their numbers are those of the public files {@code event.proto}, {@code summary.proto} and {@code tensor.proto} in
 * {@code tensorboard/compat/proto}, {@code plugin_data.proto} and {@code api.proto} in {@code tensorboard/plugins/hparams}, and {@code struct.proto} of protocol
 * buffers itself.
 */
final class EventFile {

    private static final String VERSION = "brain.Event:2";
    private static final String PLUGIN = "hparams";
    private static final String START = "_hparams_/session_start_info";
    private static final String END = "_hparams_/session_end_info";

    private static final int STATUS_SUCCESS = 1;
    private static final int STATUS_FAILURE = 2;

    private final Records records;

    private EventFile(OutputStream target) {
        this.records = new Records(target);
    }

    /**
     * Writes the events of a trial.
     *
     * @param metric what the objective value is
     * @param target is left open
     */
    static void write(TrialRecord trial, Space<?> space, String metric, OutputStream target) throws IOException {
        new EventFile(target).write(trial, space, metric);
    }

    private void write(TrialRecord trial, Space<?> space, String metric) throws IOException {
        Instant begin = trial.start().startedAt();
        Instant end = trial.finishedAt().orElseThrow();
        records.write(event(begin, 0).text(3, VERSION).toBytes());
        summary(begin, 0, hparams(START, new ProtoMessage().message(3, start(trial, space))));
        for (TrialSeries series : TrialSeries.of(trial, metric)) {
            String tag = VisibleText.of(series.name());
            for (TrialSeries.Point point : series.points()) {
                summary(
                        point.at(),
                        point.step(),
                        new ProtoMessage().text(1, tag).single(2, (float) point.value()));
            }
        }
        summary(end, 0, hparams(END, new ProtoMessage().message(4, end(trial, end))));
    }

    private static ProtoMessage event(Instant at, long step) {
        return new ProtoMessage().number(1, seconds(at)).whole(2, step);
    }

    private void summary(Instant at, long step, ProtoMessage value) throws IOException {
        records.write(
                event(at, step).message(5, new ProtoMessage().message(1, value)).toBytes());
    }

    /** Such a value is in its metadata alone; beside that it has a tensor of no elements. */
    private static ProtoMessage hparams(String tag, ProtoMessage data) {
        ProtoMessage plugin = new ProtoMessage().text(1, PLUGIN).bytes(2, data.toBytes());
        ProtoMessage shape = new ProtoMessage().message(2, new ProtoMessage());
        ProtoMessage nothing = new ProtoMessage().whole(1, 1).message(2, shape);
        return new ProtoMessage().text(1, tag).message(8, nothing).message(9, new ProtoMessage().message(1, plugin));
    }

    /** There is no name of a group, field 4: TensorBoard makes one row of all that have the same, and so of trials of several runs. */
    private static ProtoMessage start(TrialRecord trial, Space<?> space) {
        ProtoMessage start = new ProtoMessage();
        for (Parameter<?> parameter : space.parameters()) {
            if (trial.configuration().contains(parameter)) {
                ProtoMessage value = value(trial.configuration().raw(parameter));
                start.message(
                        1,
                        new ProtoMessage()
                                .text(1, VisibleText.of(parameter.name()))
                                .message(2, value));
            }
        }
        return start.number(5, seconds(trial.start().startedAt()));
    }

    private static ProtoMessage value(Object raw) {
        return raw instanceof Number number
                ? new ProtoMessage().number(2, number.doubleValue())
                : new ProtoMessage().text(3, VisibleText.of(raw.toString()));
    }

    /** A trial that was pruned has done what it was to do. */
    private static ProtoMessage end(TrialRecord trial, Instant end) {
        int status = trial.state() == TrialState.FAILED ? STATUS_FAILURE : STATUS_SUCCESS;
        return new ProtoMessage().whole(1, status).number(2, seconds(end));
    }

    private static double seconds(Instant at) {
        return at.getEpochSecond() + at.getNano() / 1e9;
    }
}
