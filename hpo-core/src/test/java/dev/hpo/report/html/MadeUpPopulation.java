// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import dev.hpo.report.PopulationCourse;
import dev.hpo.report.PopulationCourse.Part;
import dev.hpo.report.PopulationCourse.Place;
import dev.hpo.report.PopulationCourse.Role;
import dev.hpo.report.PopulationCourse.Steps;
import dev.hpo.report.PopulationView;
import dev.hpo.report.PopulationView.Replays;
import dev.hpo.report.PopulationView.Segment;
import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.space.Configuration;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.PlainSpace;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Scope;
import dev.hpo.trial.DiaryEntry;
import dev.hpo.trial.DiaryEntry.Event;
import dev.hpo.trial.DiaryEntry.Trials;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/** Populations and pandas of any size, made up: segments of four steps, of which the fifth trial fails, with two parameters that change and one that does not. */
final class MadeUpPopulation {

    static final int STEPS = 4;

    private final SplittableRandom random = new SplittableRandom(16);
    private final List<TrialRecord> trials = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<DiaryEntry> days = new ArrayList<>();
    private final Parameter<Double> rate;
    private final Parameter<Double> momentum;
    private final Parameter<Integer> units;
    private final String text;

    private MadeUpPopulation(String text) {
        this.text = text;
        Scope root = Scope.root();
        rate = Parameter.ofDouble(root.child("learningRate" + text), RealDomain.of(Scale.LOG, 1e-4, 1));
        momentum = Parameter.ofDouble(root.child("momentum"), RealDomain.of(Scale.ONE_MINUS_LOG, 0.5, 0.999));
        units = Parameter.ofInt(root.child("hiddenUnits"), IntegerDomain.of(Scale.LINEAR, 50, 100));
    }

    /** Returns a population of which in each generation the last but the first copies the first, and whoever has failed. */
    static StudyView members(int members, int generations) {
        return members(members, generations, "");
    }

    /**
     * Returns the same.
     *
     * @param text is in all that users or samplers can write
     */
    static StudyView members(int members, int generations, String text) {
        MadeUpPopulation made = new MadeUpPopulation(text);
        List<TrialRecord> before = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            before.add(made.begin(member));
        }
        for (int generation = 1; generation < generations; generation++) {
            List<TrialRecord> ranked = ranked(before);
            TrialRecord worst = ranked.get(ranked.size() - 1);
            for (int member = 0; member < members; member++) {
                TrialRecord own = before.get(member);
                boolean isCopy = own.value().isEmpty() || (own.number() == worst.number() && ranked.size() > 1);
                Role role = isCopy ? Role.COPY : Role.STAY;
                TrialRecord from = isCopy ? ranked.get(0) : own;
                before.set(
                        member,
                        made.goOn(
                                from,
                                isCopy ? made.nudged(from, 0.5 + 1.5 * made.random.nextDouble()) : from.configuration(),
                                new Place(member, generation, role),
                                isCopy ? "was last: copies trial " + from.number() : "goes on unchanged"));
            }
        }
        return made.view("generation " + generations + " of " + generations, false, 1);
    }

    /** Returns a panda of two children, of which the second is given up; each third day is rolled back. */
    static StudyView panda(int days) {
        return panda(days, "");
    }

    /**
     * Returns the same.
     *
     * @param text is in all that users or samplers can write
     */
    static StudyView panda(int days, String text) {
        MadeUpPopulation made = new MadeUpPopulation(text);
        for (int child = 0; child < 2; child++) {
            made.raise(child, child == 0 ? days : Math.max(1, days / 2));
        }
        return made.view("child 2 of 2, day " + days + " of " + days, true, 2);
    }

    /** Returns a population of which nothing has ended well. */
    static StudyView failed() {
        MadeUpPopulation made = new MadeUpPopulation("");
        made.add(Optional.empty(), made.drawn(), new Place(0, 0, Role.START), "begins", MadeUp.exception("diverged"));
        return made.view("generation 1 of 4", false, 0);
    }

    private void raise(int child, int grown) {
        TrialRecord base = begin(child);
        none(
                child,
                1,
                Event.BEGUN,
                new Trials(OptionalInt.empty(), OptionalInt.of(base.number()), OptionalInt.empty()));
        int day = 2;
        for (int pair = 1; day <= grown; pair++) {
            TrialRecord control = goOn(base, base.configuration(), new Place(child, day - 1, Role.CONTROL), "goes on");
            TrialRecord nudge = goOn(
                    base,
                    nudged(base, random.nextBoolean() ? 0.8 : 1.25),
                    new Place(child, day - 1, Role.NUDGE),
                    "learningRate up or down beside trial " + control.number());
            boolean isBetter = nudge.value().orElse(9) < control.value().orElse(9);
            Event event = pair % 3 == 0 ? Event.ROLLED_BACK : isBetter ? Event.KEPT : Event.NOT_KEPT;
            days.add(new DiaryEntry(
                    child,
                    day,
                    event,
                    new Trials(
                            OptionalInt.of(base.number()),
                            OptionalInt.of(control.number()),
                            OptionalInt.of(nudge.number())),
                    "2.6 % this or that way" + text));
            base = event == Event.KEPT
                    ? nudge
                    : event == Event.NOT_KEPT && control.value().isPresent() ? control : base;
            day += base.number() == nudge.number() || base.number() == control.number() ? 1 : 0;
        }
        none(
                child,
                grown,
                child == 0 ? Event.GROWN_UP : Event.GIVEN_UP,
                new Trials(OptionalInt.of(base.number()), OptionalInt.empty(), OptionalInt.empty()));
    }

    private void none(int child, int day, Event event, Trials of) {
        days.add(new DiaryEntry(child, day, event, of, ""));
    }

    private static List<TrialRecord> ranked(List<TrialRecord> trials) {
        return trials.stream()
                .filter(trial -> trial.value().isPresent())
                .sorted(Comparator.comparingDouble(trial -> trial.value().orElseThrow()))
                .toList();
    }

    private Configuration drawn() {
        return Configuration.builder()
                .set(rate, rate.value(rate.domain().fromUnit(random.nextDouble())))
                .set(momentum, momentum.value(momentum.domain().fromUnit(random.nextDouble())))
                .set(units, 50 + random.nextInt(51))
                .build();
    }

    private Configuration nudged(TrialRecord from, double factor) {
        Configuration before = from.configuration();
        return Configuration.builder()
                .set(rate, Math.min(1, Math.max(1e-4, before.get(rate) * factor)))
                .set(momentum, before.get(momentum))
                .set(units, before.get(units))
                .build();
    }

    private TrialRecord begin(int member) {
        Configuration drawn = drawn();
        return add(Optional.empty(), drawn, new Place(member, 0, Role.START), "begins", complete(2, drawn));
    }

    private TrialRecord goOn(TrialRecord from, Configuration configuration, Place place, String why) {
        Outcome outcome = trials.size() == 5
                ? MadeUp.exception("diverged" + text)
                : complete(from.value().orElseThrow(), configuration);
        return add(Optional.of(from), configuration, place, why, outcome);
    }

    /** The better the rate the faster the loss falls. */
    private Outcome complete(double before, Configuration configuration) {
        double place = rate.domain().toUnit(configuration.get(rate)) - 0.6;
        return Outcome.Complete.of(before * Math.min(1.05, 0.8 + place * place + 0.1 * random.nextDouble()) + 1e-3);
    }

    private TrialRecord add(
            Optional<TrialRecord> before, Configuration configuration, Place place, String why, Outcome outcome) {
        int number = trials.size();
        long from = before.flatMap(trial -> trial.lastStep().stream().boxed().findFirst())
                .orElse(0L);
        OptionalInt fork = before.map(trial -> OptionalInt.of(trial.number())).orElseGet(OptionalInt::empty);
        Origin origin = new Origin(Origin.Source.SAMPLER, OptionalInt.empty(), fork, Map.of());
        Instant begun = MadeUp.NOON.plusMillis(500L * number);
        TrialRecord trial = TrialRecord.running(new TrialStart(number, configuration, 100L + number, origin, begun))
                .with(progress(before, from, outcome))
                .finished(outcome, begun.plusMillis(450));
        trials.add(trial);
        parts.add(new Part(number, place, fork, new Steps(from, from + STEPS), why + text));
        return trial;
    }

    /** The last value of what it goes on with, which stands for all that is inherited, and what is reported on the way to its own. */
    private Progress progress(Optional<TrialRecord> before, long from, Outcome outcome) {
        double begin = before.flatMap(trial -> trial.value().stream().boxed().findFirst())
                .orElse(3.0);
        double end =
                outcome instanceof Outcome.Complete complete ? complete.values().get(0) : 9 * begin;
        List<Observation> values = new ArrayList<>();
        before.flatMap(TrialRecord::lastObservation).ifPresent(values::add);
        List<Observation> accuracy = new ArrayList<>();
        int inherited = values.size();
        for (int step = 1; step <= STEPS; step++) {
            double value = begin + (end - begin) * step / STEPS;
            values.add(new Observation(from + step, value));
            accuracy.add(new Observation(from + step, 1 / (1 + value)));
        }
        return new Progress(values, Map.of("accuracy" + text, accuracy), Map.of(), inherited);
    }

    private StudyView view(String progress, boolean isPanda, int replays) {
        String metric = "validation loss" + text;
        StudyFacts facts = new StudyFacts("DigitsTuning.raise" + text, Direction.MINIMIZE, 16, trials.size() + 50, 3);
        StudyRun.End end = new StudyRun.End(MadeUp.NOON.plusSeconds(90), "all generations are done");
        StudyRun run = new StudyRun(1, metric, "population: 8 x 10 segments", MadeUp.NOON, Optional.of(end));
        StudyView view = new StudyView(facts, run, new PlainSpace(List.of(rate, momentum, units)), History.of(trials));
        PopulationCourse course = new PopulationCourse(isPanda, Set.of(rate.name(), momentum.name()), parts, days);
        PopulationView population = new PopulationView(progress, schedule(view), List.of(), course, Optional.empty());
        return view.with(replays == 0 ? population : population.with(replays(view, replays)));
    }

    private static Replays replays(StudyView view, int count) {
        double value = view.bestValue().orElseThrow();
        List<OptionalDouble> values = new ArrayList<>(List.of(OptionalDouble.of(1.1 * value)));
        while (values.size() < count) {
            values.add(OptionalDouble.empty());
        }
        return new Replays(count, values);
    }

    private List<Segment> schedule(StudyView view) {
        List<Segment> schedule = new ArrayList<>();
        Optional<TrialRecord> link = view.best();
        while (link.isPresent()) {
            TrialRecord trial = link.get();
            Steps steps = parts.get(trial.number()).steps();
            schedule.add(
                    0,
                    new Segment(
                            trial.number(),
                            steps.from() + 1,
                            steps.to(),
                            trial.configuration(),
                            trial.value().orElseThrow()));
            OptionalInt fork = trial.start().origin().fork();
            link = fork.isPresent() ? Optional.of(trials.get(fork.getAsInt())) : Optional.empty();
        }
        return schedule;
    }
}
