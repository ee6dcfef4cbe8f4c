// SPDX-License-Identifier: Apache-2.0
package dev.hpo.curves;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Table;
import dev.hpo.gp.Fits;
import dev.hpo.gp.Inputs;
import dev.hpo.space.Space;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Makes models of curves, and keeps the last one. They are functions of the history; what is kept decides how long it takes alone. Safe for use by several threads. */
@API(status = Status.INTERNAL, since = "0.1")
public final class CurveModels {

    private static final int NOBODY = -1;

    /** Of so many trials a model is made to choose with. */
    private static final int MOST = 300;

    /** Of so many trials one is made to judge with, which has to take less time. */
    private static final int MOST_TO_JUDGE = 100;

    private final Encoding.Cache encodings = new Encoding.Cache();
    private final Table.Cache tables = new Table.Cache();
    private final Fits fits = new Fits();
    private @Nullable Made last;

    /** Creates an empty cache. */
    public CurveModels() {}

    /** Returns the encoding of a space. */
    public Encoding encoding(Space<?> space) {
        return encodings.of(space);
    }

    /** Returns how far a study has come whose trials others can go on with; empty if they are not known to be such, or the study is warm. */
    public Optional<Resumption> resumption(Space<?> space, History history, StudyFacts facts) {
        return Resumption.isResuming(history, facts)
                ? Optional.of(Resumption.of(tables.of(encoding(space), facts.aim(), history), history, facts))
                : Optional.empty();
    }

    /** Returns the model of all trials. */
    public CurveModel of(Table table, Ladder ladder, StudyFacts facts) {
        return of(table, ladder, facts, NOBODY);
    }

    /** Returns the model of all trials but one. */
    public CurveModel without(int number, Space<?> space, Ladder ladder, History history, StudyFacts facts) {
        return of(tables.of(encoding(space), facts.aim(), history), ladder, facts, number);
    }

    private synchronized CurveModel of(Table table, Ladder ladder, StudyFacts facts, int number) {
        if (last == null || !last.isFor(table, ladder, number)) {
            IntPredicate others = any -> any != number;
            Traces traces = Traces.of(table, ladder, facts.aim(), others);
            int most = number == NOBODY ? MOST : MOST_TO_JUDGE;
            last = new Made(table, ladder, number, CurveModel.of(traces, new Inputs(table.encoding()), fits, most));
        }
        return last.model;
    }

    /** A model, and what it was made for. */
    private record Made(Table table, Ladder ladder, int number, CurveModel model) {

        boolean isFor(Table other, Ladder levels, int but) {
            return but == number
                    && levels.equals(ladder)
                    && other.rows().size() == table.rows().size()
                    && Arrays.stream(other.changedSince(table)).allMatch(changed -> changed == number);
        }
    }
}
