// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.gp;

import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.gp.GpParts;
import dev.hpo.space.Configuration;
import dev.hpo.trial.Aim;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Failure;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Trials in a plane, with the notes of proposals or without. */
final class NotedTrials {

    static final Map<String, String> NONE = Map.of();
    static final Map<String, String> PROPOSED = Map.of(Turn.NOTE, Turn.LOCAL);

    private History history = History.empty();

    void add(double at, Outcome outcome, Map<String, String> notes) {
        Configuration configuration = GpParts.PLANE.decode(new double[] {at, 0.5});
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), notes);
        history = history.with(
                TrialRecord.running(new TrialStart(history.size(), configuration, 0, origin, Instant.EPOCH))
                        .finished(outcome, Instant.EPOCH));
    }

    static Outcome failed(Failure.Kind kind) {
        return new Outcome.Failed(Failure.of(kind, "no"));
    }

    List<Row> rows() {
        return table().rows();
    }

    Table table() {
        return Table.of(GpParts.PLANE, Aim.last(Direction.MINIMIZE), history);
    }
}
