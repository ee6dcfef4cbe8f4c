// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.numeric.Rounded;
import dev.hpo.population.Childhood.Decision;
import dev.hpo.population.Childhood.Verdict;
import dev.hpo.population.Segment.Kind;
import dev.hpo.population.Segments.Entry;
import dev.hpo.trial.DiaryEntry;
import dev.hpo.trial.DiaryEntry.Event;
import dev.hpo.trial.DiaryEntry.Trials;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The diary of a population, for people: of a panda what was nudged each day, what the curves came to, whether it was kept and why; of several members how each generation
 * ended and who copied whom. A pure function of the history. While trials are told in the order of their numbers, lines are only ever added at its end, so that it can be printed as it grows.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Diary {

    private final PopulationPlan plan;
    private final Segments segments;
    private final Direction direction;

    private Diary(PopulationPlan plan, Segments segments, Direction direction) {
        this.plan = plan;
        this.segments = segments;
        this.direction = direction;
    }

    /** Returns the lines of the diary so far, one for each decision. */
    public static List<String> lines(PopulationPlan plan, History history, Direction direction) {
        Diary diary = new Diary(plan, plan.segments(history), direction);
        return plan.isPanda() ? diary.ofChildren().stream().map(Line::text).toList() : diary.ofGenerations();
    }

    /** Returns the diary of a panda so far, with an entry for each of its {@link #lines}; of several members none. */
    public static List<DiaryEntry> entries(PopulationPlan plan, History history, Direction direction) {
        Diary diary = new Diary(plan, plan.segments(history), direction);
        return plan.isPanda() ? diary.ofChildren().stream().map(Line::entry).toList() : List.of();
    }

    /** Several children can be under way at once, if some are queued: a line stands where the last of its trials does. */
    private List<Line> ofChildren() {
        List<Line> lines = new ArrayList<>();
        for (int number = 0; segments.at(number, 0, 0).isPresent(); number++) {
            Childhood child = new Childhood(plan, segments, direction, number);
            Entry begun = child.begun().orElseThrow();
            if (begun.isOver()) {
                lines.add(begun(begun));
            }
            int last = begun.number();
            for (Decision decision : child.decisions()) {
                Pair pair = decision.pair();
                last = Math.max(
                        pair.control().number(), pair.nudge().map(Entry::number).orElse(0));
                lines.add(new Line(last, entry(number, decision), line(number, decision)));
            }
            if (child.isOver()) {
                lines.add(over(last, number, child));
            }
        }
        lines.sort(Comparator.comparingInt(Line::trial));
        return lines;
    }

    /**
     * A line.
     *
     * @param trial the number of the last trial that it tells of
     * @param entry the same in its parts
     */
    private record Line(int trial, DiaryEntry entry, String text) {}

    private Line begun(Entry begun) {
        int child = begun.segment().member();
        Trials trials = new Trials(OptionalInt.empty(), OptionalInt.of(begun.number()), OptionalInt.empty());
        String text = "child " + (child + 1) + ", day 1: " + begun.segment().why() + ", " + values(begun.trial()) + "; "
                + value(begun);
        return new Line(begun.number(), new DiaryEntry(child, 1, Event.BEGUN, trials, ""), text);
    }

    private Line over(int last, int number, Childhood child) {
        OptionalInt end = child.base().stream().mapToInt(Entry::number).findFirst();
        DiaryEntry entry = new DiaryEntry(
                number,
                child.base().map(base -> base.segment().generation() + 1).orElse(1),
                child.isGivenUp() ? Event.GIVEN_UP : Event.GROWN_UP,
                new Trials(end, OptionalInt.empty(), OptionalInt.empty()),
                "");
        String text = "child " + (number + 1) + (child.isGivenUp() ? ": given up" : ": grown up")
                + child.base()
                        .map(base -> " with " + value(base) + ", trial " + base.number())
                        .orElse("");
        return new Line(last, entry, text);
    }

    private static DiaryEntry entry(int child, Decision decision) {
        Pair pair = decision.pair();
        Trials trials = new Trials(
                OptionalInt.of(pair.base().number()),
                OptionalInt.of(pair.control().number()),
                pair.nudge().stream().mapToInt(Entry::number).findFirst());
        Event event =
                switch (decision.verdict()) {
                    case BACK -> Event.ROLLED_BACK;
                    case NUDGE -> Event.KEPT;
                    case CONTROL -> pair.nudge().isPresent() ? Event.NOT_KEPT : Event.ALONE;
                };
        int day = pair.control().segment().generation() + 1;
        return new DiaryEntry(child, day, event, trials, event == Event.ALONE ? "" : decision.why());
    }

    private String line(int child, Decision decision) {
        Pair pair = decision.pair();
        String day =
                "child " + (child + 1) + ", day " + (pair.control().segment().generation() + 1) + ": ";
        String verdict = decision.verdict().text() + ": " + decision.why();
        return pair.nudge()
                .map(nudge -> day + change(nudge, pair.control()) + "; " + value(pair.base()) + " -> " + value(nudge)
                        + ", unchanged " + value(pair.control()) + "; "
                        + (decision.verdict() == Verdict.BACK ? "both " : "") + verdict)
                .orElseGet(() -> day + pair.control().segment().why() + "; " + value(pair.base()) + " -> "
                        + value(pair.control())
                        + (decision.verdict() == Verdict.BACK ? "; " + verdict : ""));
    }

    /** The number of the control, which the trial itself says, would make lines too long. */
    private static String change(Entry nudge, Entry control) {
        return nudge.segment().why().replace(Segment.BESIDE + control.number(), "");
    }

    private List<String> ofGenerations() {
        // By the last trial that each tells of.
        SortedMap<Integer, String> lines = new TreeMap<>();
        for (int generation = 0; generation < plan.size().generations(); generation++) {
            for (int round = 0; round < 2; round++) {
                List<Entry> entries = entries(generation, round);
                if (entries.size() == plan.size().members() && entries.stream().allMatch(Entry::isOver)) {
                    int last = entries.stream().mapToInt(Entry::number).max().orElse(0);
                    lines.put(last, line(generation, entries));
                }
            }
        }
        segments.outside().stream()
                .filter(trial -> trial.state().isFinished())
                .forEach(trial -> lines.put(trial.number(), outside(trial)));
        return List.copyOf(lines.values());
    }

    private static String outside(TrialRecord trial) {
        return "trial " + trial.number()
                + " is no member: it was queued when all had begun, and was given one segment with " + values(trial)
                + "; " + value(trial);
    }

    private List<Entry> entries(int generation, int round) {
        List<Entry> entries = new ArrayList<>();
        for (int member = 0; member < plan.size().members(); member++) {
            segments.at(member, generation, round).ifPresent(entries::add);
        }
        return entries;
    }

    private String line(int generation, List<Entry> entries) {
        StringBuilder line = new StringBuilder(
                "generation " + (generation + 1) + " of " + plan.size().generations() + ": ");
        List<Entry> ranked = Segments.ranked(entries, direction);
        Optional<Entry> best = ranked.stream().findFirst();
        line.append(best.map(entry -> "best " + value(entry) + " (member "
                        + entry.segment().member() + ", trial " + entry.number() + ")")
                .orElse("all failed"));
        if (ranked.size() > 1) {
            line.append(", worst ").append(value(ranked.get(ranked.size() - 1)));
        }
        if (best.isPresent() && ranked.size() < entries.size()) {
            line.append(", ").append(entries.size() - ranked.size()).append(" failed");
        }
        for (Entry entry : entries) {
            if (entry.segment().kind() == Kind.COPY || entry.segment().kind() == Kind.RETREAT) {
                line.append("; member ")
                        .append(entry.segment().member())
                        .append(' ')
                        .append(entry.segment().why());
            }
        }
        return line.toString();
    }

    private static String value(Entry entry) {
        return value(entry.trial());
    }

    private static String value(TrialRecord trial) {
        return trial.value().isPresent() ? Rounded.text(trial.value().getAsDouble()) : "failed";
    }

    /** All digits of it are in the files. */
    private static String values(TrialRecord trial) {
        return trial.configuration().asMap().entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        // What is next to 1 would look like it.
                        + (entry.getValue() instanceof Double number ? Rounded.text(number, 1) : entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
