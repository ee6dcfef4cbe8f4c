// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.curves.CurveModel;
import dev.hpo.curves.Prospect;
import dev.hpo.curves.Resumption;
import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses which paused trial goes on, if any does before a new one begins. */
final class Resuming {

    /** Of so many trials that have come to a level one goes on to the next. */
    private static final int SHARE = 2;

    /** What is as likely to be better than the best as not is finished. */
    private static final double LIKELY = 0.5;

    private final Resumption course;
    private final CurveModel model;
    private final Table table;
    private final Map<Integer, Prospect> prospects;

    /** Those of which there is something to expect: none that breaks. */
    private final List<TrialRecord> paused;

    Resuming(Resumption course, CurveModel model, Table table, History history) {
        this.course = course;
        this.model = model;
        this.table = table;
        this.prospects = model.prospects();
        this.paused = history.paused().stream()
                .filter(trial -> prospects.containsKey(trial.number()))
                .toList();
    }

    /** Returns the promotion that is due; empty if a new trial is. */
    Optional<Proposal> due() {
        boolean isExploring = course.isExploring();
        Optional<TrialRecord> next = isExploring ? byQuota() : finishing();
        long price = next.map(course::stretch).orElseGet(course::beginning);
        Optional<TrialRecord> last = lowest(paused).filter(trial -> isLast(trial, price));
        return last.isPresent() || !isExploring
                ? last.or(() -> next).map(Resuming::toTheEnd)
                : next.map(trial -> promote(trial, Map.of()));
    }

    /** Returns the promotion to the end of the paused trial that is expected to end best; empty if there is none. */
    Optional<Proposal> best() {
        return lowest(paused).map(Resuming::toTheEnd);
    }

    /**
     * Returns whether a paused trial has to be finished now, before the budget is spent: it is expected to be better than the best complete one, and there is no time for it after what else
     * would be done.
     *
     * @param price how many steps that would take
     */
    private boolean isLast(TrialRecord trial, long price) {
        long rest = course.rest(trial);
        return prospect(trial).mean() < model.best() && rest <= course.left() && rest > course.left() - price;
    }

    /** Returns a trial that is to be trained to its end: of those that have come furthest, if ends are needed; else one that is likely to be better than the best. */
    private Optional<TrialRecord> finishing() {
        return course.needsEnds(GpSampler.START)
                ? waiting(course.ladder().top() - 1).findFirst()
                : likely();
    }

    private Optional<TrialRecord> byQuota() {
        double lowest = model.lowest();
        for (int level = course.ladder().top() - 1; level >= 0; level--) {
            if (SHARE * (course.begun(level + 1) + 1) <= course.begun(level)) {
                Optional<TrialRecord> most = waiting(level)
                        .max(Comparator.comparingDouble(trial -> prospect(trial).logImprovement(lowest)));
                if (most.isPresent()) {
                    return most;
                }
            }
        }
        return Optional.empty();
    }

    private Stream<TrialRecord> waiting(int level) {
        return course.waiting(level).stream().filter(paused::contains);
    }

    private Optional<TrialRecord> likely() {
        List<Row> rows = table.rows();
        return lowest(paused.stream()
                .filter(trial ->
                        model.cautious(trial, rows.get(trial.number()).point()).chance(model.best()) >= LIKELY)
                .toList());
    }

    private Optional<TrialRecord> lowest(List<TrialRecord> trials) {
        return trials.stream()
                .min(Comparator.comparingDouble(trial -> prospect(trial).mean()));
    }

    private Prospect prospect(TrialRecord trial) {
        return Objects.requireNonNull(prospects.get(trial.number()));
    }

    private static Proposal toTheEnd(TrialRecord trial) {
        return promote(trial, Map.of(Resumption.FINISHES, "yes"));
    }

    private static Proposal promote(TrialRecord trial, Map<String, String> more) {
        Map<String, String> notes = new HashMap<>(trial.start().origin().notes());
        notes.putAll(more);
        return new Proposal.Promote(trial.number(), notes);
    }
}
