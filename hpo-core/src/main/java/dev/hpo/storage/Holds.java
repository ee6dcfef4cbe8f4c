// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import dev.hpo.storage.journal.Journal;
import dev.hpo.storage.journal.StoredStudy;
import dev.hpo.storage.journal.StoredTrial;
import dev.hpo.storage.journal.line.Attribute;
import dev.hpo.storage.journal.lock.Holder;
import dev.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on with a run of a journal: an attribute of it for each part, {@code hpo:part:2}, which names the process and, since one process
 * may have a run open more than once, what in it holds the run. Whoever lets go of the run says how it ended instead. Which parts have been
 * together is known by the first of them, {@code hpo:company}.
 */
final class Holds {

    private static final String PREFIX = "hpo:part:";
    private static final String COMPANY = "hpo:company";

    /** What in this process holds a run. */
    private static final Set<String> HERE = ConcurrentHashMap.newKeySet();

    private static final AtomicLong NEXT = new AtomicLong();

    private Holds() {}

    /** Returns the number that the next part of a run has, from 1. */
    static int next(StoredStudy run) {
        return 1
                + (int) run.systemAttributes().keySet().stream()
                        .filter(key -> key.startsWith(PREFIX))
                        .count();
    }

    /** Returns whether somebody who lives goes on with a run. */
    static boolean isHeld(StoredStudy run, Holder self) {
        return run.systemAttributes().entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(PREFIX) && isAlive(entry.getValue(), self));
    }

    /** Finds out who of those lives that seem to go on with runs that have not ended, which can take seconds. */
    static void watch(Journal journal, Predicate<StoredStudy> which) {
        List<String> names = journal.read(state -> state.studies().stream()
                .filter(which)
                .filter(run -> RunAttributes.end(run).isEmpty())
                .flatMap(run -> run.systemAttributes().entrySet().stream())
                .filter(entry -> entry.getKey().startsWith(PREFIX))
                .flatMap(entry -> entry.getValue() instanceof String text ? Stream.of(process(text)) : Stream.empty())
                .toList());
        journal.holder().watch(names);
    }

    private static boolean isAlive(@Nullable Object part, Holder self) {
        if (!(part instanceof String text) || text.isEmpty()) {
            return false;
        }
        String process = process(text);
        return process.equals(self.name())
                ? HERE.contains(text.substring(text.lastIndexOf(' ') + 1))
                : self.isAlive(process);
    }

    private static String process(String part) {
        return part.substring(0, Math.max(0, part.lastIndexOf(' ')));
    }

    /**
     * Returns whether somebody who went on with a run has let go of it, dead or alive.
     *
     * @param holder the name of the holder
     */
    private static boolean isLetGo(StoredStudy run, String holder) {
        return run.systemAttributes().entrySet().stream()
                .noneMatch(entry -> entry.getKey().startsWith(PREFIX)
                        && entry.getValue() instanceof String part
                        && process(part).equals(holder));
    }

    /**
     * Returns how many attempts at a trial were lost: those of others who have not let go of the run.
     *
     * @param self the name of the holder that asks
     */
    static int lost(StoredStudy run, StoredTrial trial, String self) {
        TrialAttributes attributes = new TrialAttributes(trial);
        String by = attributes.holder().orElse("");
        // Nobody knows how it is with what others have begun.
        boolean isLost = !trial.state().isFinished() && !by.equals(self) && (by.isEmpty() || !isLetGo(run, by));
        return attributes.lostBefore() + (isLost ? 1 : 0);
    }

    /** Makes a name for what holds a run in this process from now on; with that of a holder, nobody else has it anywhere. */
    static String take() {
        String name = Long.toString(NEXT.getAndIncrement());
        HERE.add(name);
        return name;
    }

    static void letGo(String name) {
        HERE.remove(name);
    }

    /** Returns what is written when a run is taken: that it goes on, unless others hold it by then. */
    static List<Attribute> taking(StoredStudy study, int part, Holder holder, String name) {
        List<Attribute> taking = new ArrayList<>(List.of(held(part, holder, name)));
        if (!isHeld(study, holder)) {
            taking.addAll(List.of(company(part), RunAttributes.going()));
        }
        return taking;
    }

    static Attribute held(int part, Holder self, String name) {
        return Attribute.system(PREFIX + part, self.name() + " " + name);
    }

    /** Says that a part is over, and how it ended, if that was said. */
    static Attribute free(int part, Optional<RunEnd> how) {
        return Attribute.system(
                PREFIX + part, how.<Object>map(RunAttributes::text).orElse(""));
    }

    /** Says that those who share a run from now on begin with a part. */
    static Attribute company(int part) {
        return Attribute.system(COMPANY, (long) part);
    }

    /**
     * Returns how a run ended that one lets go of; empty if others go on with it, or if nobody has said anything.
     *
     * @param how what that one says
     */
    static Optional<RunEnd> end(StoredStudy run, int part, Optional<RunEnd> how, Holder self) {
        Map<String, @Nullable Object> others = new HashMap<>(run.systemAttributes());
        others.keySet().removeIf(key -> !key.startsWith(PREFIX) || key.equals(PREFIX + part));
        if (others.values().stream().anyMatch(other -> isAlive(other, self))) {
            return Optional.empty();
        }
        long first = run.systemAttributes().get(COMPANY) instanceof Long number ? Math.max(1, number) : 1;
        List<Object> company = LongStream.range(first, next(run))
                .mapToObj(other -> Optional.<Object>ofNullable(others.get(PREFIX + other)))
                .flatMap(Optional::stream)
                .toList();
        Optional<RunEnd> before = company.stream()
                .flatMap(other -> RunAttributes.end(other).stream())
                .filter(Company::isFinished)
                .reduce((one, later) -> later);
        List<Long> left = run.trials().stream()
                .filter(trial -> trial.state() == TrialState.RUNNING)
                .map(TrialAttributes::new)
                .filter(trial -> trial.holder().isPresent())
                .map(trial -> trial.elapsed().map(Map.Entry::getKey).orElse(0L))
                .toList();
        boolean isAnyOfOthers = left.stream().anyMatch(by -> by >= first && by != part);
        return Company.end(how, before, !left.isEmpty(), isAnyOfOthers);
    }
}
