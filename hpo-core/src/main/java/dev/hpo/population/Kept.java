// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.Segments.Entry;
import dev.hpo.trial.Direction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which segments others may still set out from, and the best one. */
record Kept(PopulationPlan plan, Segments segments, Direction direction) {

    Set<Integer> trials() {
        Set<Integer> kept = plan.isPanda() ? ofChildren() : isDone() ? new HashSet<>() : ofGenerations();
        // What comes out: the best trial of the study may be one that was queued too late to be a part of the
        // population.
        segments.best(direction).ifPresent(winner -> kept.add(winner.number()));
        return kept;
    }

    /** Returns whether all members have lived to the end. If all have failed there, they set out once more. */
    private boolean isDone() {
        int last = plan.size().generations() - 1;
        List<Entry> ends = IntStream.range(0, plan.size().members())
                .mapToObj(member -> segments.at(member, last, 1).or(() -> segments.at(member, last, 0)))
                .flatMap(Optional::stream)
                .toList();
        return ends.size() == plan.size().members()
                && ends.stream().allMatch(Entry::isOver)
                && (ends.stream().anyMatch(Entry::isGood)
                        || ends.stream().allMatch(end -> end.segment().place().round() > 0));
    }

    /** The generation before the last one of the slowest member, which all may have to go back to, and what came after that. */
    private Set<Integer> ofGenerations() {
        int slowest = IntStream.range(0, plan.size().members())
                .map(this::latest)
                .min()
                .orElse(0);
        return segments.all().stream()
                .filter(entry -> entry.isGood() && entry.segment().generation() >= slowest - 1)
                .map(Entry::number)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private int latest(int member) {
        for (int generation = plan.size().generations() - 1; generation > 0; generation--) {
            if (segments.at(member, generation, 0).isPresent()) {
                return generation;
            }
        }
        return 0;
    }

    /** A child may go back as far as its patience allows; and what was tried last is needed until it is known what is kept of it. */
    private Set<Integer> ofChildren() {
        Set<Integer> kept = new HashSet<>();
        int children = 1
                + segments.all().stream()
                        .mapToInt(entry -> entry.segment().member())
                        .max()
                        .orElse(-1);
        for (int number = 0; number < children; number++) {
            Childhood child = new Childhood(plan, segments, direction, number);
            if (child.base().isPresent() && !child.isOver()) {
                List<Entry> lineage = segments.lineage(child.base().get());
                int from = Math.max(0, lineage.size() - 1 - plan.panda().patience());
                lineage.subList(from, lineage.size()).forEach(entry -> kept.add(entry.number()));
                Segment.Place place = child.place();
                segments.at(number, place.generation(), place.round()).ifPresent(tried -> kept.add(tried.number()));
                segments.nudge(place).ifPresent(tried -> kept.add(tried.number()));
            }
        }
        return kept;
    }
}
