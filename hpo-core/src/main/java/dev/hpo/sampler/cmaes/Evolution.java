// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The generations of a history, found by going through it.
 *
 * <p>Which generation a trial was drawn from is noted with it. A generation follows from the one before and the results that had
 * come when its first trial was asked for: those of the lowest numbers that no generation had used, as many as the population.
 * Results come in any order, so that trial notes the numbers of those it could not or need not use; they stay in the pool for
 * the next generation, unless the search has begun anew elsewhere. While results are missing, more trials are drawn from the
 * present generation, so that nobody ever waits. A trial that was interrupted counts as one whose result is missing for good.
 *
 * <p>Draws are repeatable, so that what was drawn is known without being stored. What trials there were before the first
 * generation make its mean; those of them that were still running join the pool. Trials of another origin later on are passed over.
 *
 * <p>It keeps what it has gone through, and goes on from there when asked with a longer history. Not safe for use by several
 * threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Evolution {

    /** The key of the notes. */
    public static final String NOTE = "cma-es";

    private final Encoding encoding;
    private final StudyFacts facts;
    private final Strategy strategy;
    private Table seen;
    private final Set<Integer> used = new HashSet<>();
    private final SortedMap<Integer, Drawn> pool = new TreeMap<>();
    private final List<Integer> before = new ArrayList<>();
    private @Nullable Generation current;
    private int members;
    private @Nullable Step last;

    /** Creates one that has gone through nothing. */
    public Evolution(Encoding encoding, StudyFacts facts) {
        this.encoding = encoding;
        this.facts = facts;
        this.seen = Table.of(encoding, facts.aim(), History.empty());
        this.strategy = new Strategy(encoding, facts.seed());
    }

    /** Returns whether what this has gone through is how a history begins. */
    @SuppressWarnings("ReferenceEquality") // Unchanged records are the same objects, and slow to compare.
    public boolean isPartOf(Table table, StudyFacts other) {
        List<Row> known = seen.rows();
        boolean same = encoding == table.encoding()
                && facts.seed() == other.seed()
                && facts.direction() == other.direction()
                && known.size() <= table.rows().size();
        return same
                && Arrays.stream(table.changedSince(seen))
                        .takeWhile(number -> number < known.size())
                        .allMatch(number -> known.get(number).trial().start()
                                        == table.rows().get(number).trial().start()
                                && !used.contains(number));
    }

    /** Goes through the rest of a history and returns what to draw from next. */
    public Head after(Table table) {
        List<Row> rows = table.rows();
        for (int number = seen.rows().size(); number < rows.size(); number++) {
            Row row = rows.get(number);
            Note.parse(row.note(NOTE)).ifPresentOrElse(note -> take(row, note, rows), () -> pass(row));
        }
        seen = table;
        Generation begun = current;
        return begun == null ? start(rows) : head(begun, rows);
    }

    private void pass(Row row) {
        if (current == null) {
            before.add(row.number());
        }
    }

    private Head start(List<Row> rows) {
        List<Integer> open = before.stream()
                .filter(number -> rows.get(number).kind() == Row.Kind.PENDING)
                .toList();
        return new Head(strategy, first(rows, open), 0, open);
    }

    private Generation first(List<Row> rows, List<Integer> open) {
        return strategy.first(before.stream()
                .filter(number -> !open.contains(number))
                .map(rows::get)
                .toList());
    }

    /** Makes the steps that the results allow, without keeping them: which ones the next trial notes is not known before it is there. */
    private Head head(Generation begun, List<Row> rows) {
        Generation generation = begun;
        SortedMap<Integer, Drawn> left = new TreeMap<>(pool);
        // A new beginning drops what is left, but which of it was open is what a replay must know.
        Set<Integer> open = new TreeSet<>(pool.keySet());
        List<Drawn> ready = ready(left, generation, number -> rows.get(number).hasResult());
        while (ready.size() == generation.population()) {
            generation = step(generation, ready, rows);
            ready.forEach(drawn -> open.remove(drawn.number()));
            remove(left, ready, generation);
            ready = ready(left, generation, number -> rows.get(number).hasResult());
        }
        boolean same = generation.index() == begun.index();
        return new Head(strategy, generation, same ? members : 0, same ? List.of() : List.copyOf(open));
    }

    private void take(Row row, Note note, List<Row> rows) {
        Generation generation = current == null ? begin(note, rows) : current;
        Set<Integer> open = Set.copyOf(note.open());
        while (generation.index() < note.generation()) {
            List<Drawn> ready = ready(pool, generation, number -> !open.contains(number));
            if (ready.size() < generation.population()) {
                return;
            }
            generation = step(generation, ready, rows);
            ready.forEach(drawn -> used.add(drawn.number()));
            remove(pool, ready, generation);
            current = generation;
            members = 0;
        }
        if (generation.index() == note.generation()) {
            pool.put(row.number(), strategy.drawn(row, note, generation));
            members++;
        }
    }

    private Generation begin(Note note, List<Row> rows) {
        Generation generation = first(rows, note.open());
        for (int number : before) {
            if (note.open().contains(number)) {
                pool.put(number, strategy.outsider(rows.get(number), generation));
            } else {
                used.add(number);
            }
        }
        current = generation;
        return generation;
    }

    private static List<Drawn> ready(Map<Integer, Drawn> pool, Generation generation, IntPredicate isReady) {
        return pool.values().stream()
                .filter(drawn -> isReady.test(drawn.number()))
                .limit(generation.population())
                .toList();
    }

    private static void remove(Map<Integer, Drawn> pool, List<Drawn> results, Generation next) {
        results.forEach(drawn -> pool.remove(drawn.number()));
        if (next.isBeginning()) {
            pool.clear();
        }
    }

    private Generation step(Generation from, List<Drawn> results, List<Row> rows) {
        List<TrialRecord> trials =
                results.stream().map(drawn -> rows.get(drawn.number()).trial()).toList();
        Step known = last;
        if (known != null && known.is(from, trials)) {
            return known.to;
        }
        Generation to = strategy.next(from, results, rows);
        last = new Step(from, trials, to);
        return to;
    }

    /** A step that was made, as the next ask will need it again. */
    private record Step(Generation from, List<TrialRecord> trials, Generation to) {

        @SuppressWarnings("ReferenceEquality") // Unchanged records are the same objects, and slow to compare.
        boolean is(Generation otherFrom, List<TrialRecord> otherTrials) {
            boolean same = from == otherFrom && trials.size() == otherTrials.size();
            for (int at = 0; same && at < trials.size(); at++) {
                same = trials.get(at) == otherTrials.get(at);
            }
            return same;
        }
    }
}
