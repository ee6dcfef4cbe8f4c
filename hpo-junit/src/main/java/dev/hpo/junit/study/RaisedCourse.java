// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.population.Diary;
import dev.hpo.population.PopulationPlan;
import dev.hpo.population.Segment;
import dev.hpo.population.Segments;
import dev.hpo.report.PopulationCourse;
import dev.hpo.report.PopulationCourse.Part;
import dev.hpo.report.PopulationCourse.Place;
import dev.hpo.report.PopulationCourse.Role;
import dev.hpo.report.PopulationCourse.Steps;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import java.util.List;
import java.util.OptionalInt;

/** How a population has come to where it stands, as reports tell it. */
final class RaisedCourse {

    private RaisedCourse() {}

    static PopulationCourse of(PopulationPlan plan, History history, Direction direction) {
        Segments segments = plan.segments(history);
        List<Part> parts = segments.all().stream()
                .map(entry -> part(
                        entry,
                        segments.before(entry)
                                .map(before -> OptionalInt.of(before.number()))
                                .orElseGet(OptionalInt::empty)))
                .toList();
        return new PopulationCourse(plan.isPanda(), plan.adjustable(), parts, Diary.entries(plan, history, direction));
    }

    private static Part part(Segments.Entry entry, OptionalInt before) {
        Segment segment = entry.segment();
        Place place = new Place(segment.member(), segment.generation(), role(segment.kind()));
        return new Part(entry.number(), place, before, new Steps(segment.from(), entry.reached()), segment.why());
    }

    private static Role role(Segment.Kind kind) {
        return switch (kind) {
            case START -> Role.START;
            case STAY -> Role.STAY;
            case COPY -> Role.COPY;
            case RETREAT -> Role.RETREAT;
            case CONTROL -> Role.CONTROL;
            case NUDGE -> Role.NUDGE;
        };
    }
}
