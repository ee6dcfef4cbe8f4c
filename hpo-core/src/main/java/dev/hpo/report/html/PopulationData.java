// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.report.PopulationCourse.Part;
import dev.hpo.report.PopulationRemarks;
import dev.hpo.report.PopulationView;
import dev.hpo.report.PopulationView.Replays;
import dev.hpo.report.PopulationView.Segment;
import dev.hpo.report.StudyView;
import dev.hpo.space.Parameter;
import dev.hpo.trial.DiaryEntry;
import dev.hpo.trial.PathMask;
import dev.hpo.trial.TrialRecord;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a page has of a population: what its trials are, what the winner has lived through, what was decided, and what trainings with its schedule came to.
 *
 * <pre>
 * {"isPanda", "progress", "adjustable": [places of parameters], "replayed": [sentence],
 *  "segments": {"trial": [], "member": [], "generation": [], "role": [], "before": [number of a trial, or -1], "from": [], "to": [], "why": [place in texts, or -1]},
 *  "schedule": {"trial": [], "from": [], "to": []}, "lived": how many segments the winner has lived through,
 *  "days": {"child": [], "day": [], "event": [], "base": [], "control": [], "nudge": [], "why": []}, "allDays": how many there are,
 *  "replays": {"planned", "values": [a value, or null]}, "texts": []}
 * </pre>
 *
 * <p>Segments and days are those of the trials that are shown. Members, children and generations count from 0, days from 1.
 */
final class PopulationData {

    private static final int DIGITS = 9;

    /** In characters: all that was said of decisions, one text, and one when there is no more room. */
    private static final int ROOM = 300_000;

    private static final int LONGEST = 500;
    private static final int SHORT = 60;

    private final StudyView view;
    private final PopulationView population;
    private final Set<Integer> shown;
    private final TextPool texts;

    PopulationData(StudyView view, PopulationView population, List<TrialRecord> trials, PathMask mask) {
        this.view = view;
        this.population = population;
        this.shown = trials.stream().map(TrialRecord::number).collect(Collectors.toSet());
        this.texts = new TextPool(mask, ROOM);
    }

    void write(JsonGenerator json) throws IOException {
        PopulationRemarks remarks = new PopulationRemarks(view, population);
        json.writeObjectFieldStart("population");
        json.writeBooleanField("isPanda", population.course().isPanda());
        json.writeStringField("progress", population.progress());
        writeAdjustable(json);
        writeTexts(json, "replayed", remarks.replayed());
        writeSegments(json);
        writeSchedule(json);
        writeDays(json);
        if (population.replays().isPresent()) {
            writeReplays(json, population.replays().get());
        }
        writeTexts(json, "texts", texts.texts());
        json.writeEndObject();
    }

    private void writeAdjustable(JsonGenerator json) throws IOException {
        List<? extends Parameter<?>> parameters = view.space().parameters();
        json.writeArrayFieldStart("adjustable");
        for (int place : IntStream.range(0, parameters.size()).toArray()) {
            if (population.course().adjustable().contains(parameters.get(place).name())) {
                json.writeNumber(place);
            }
        }
        json.writeEndArray();
    }

    private void writeSegments(JsonGenerator json) throws IOException {
        List<Part> parts = population.course().parts().stream()
                .filter(part -> shown.contains(part.trial()))
                .toList();
        json.writeObjectFieldStart("segments");
        column(json, "trial", parts, (part, cell) -> cell.writeNumber(part.trial()));
        column(
                json,
                "member",
                parts,
                (part, cell) -> cell.writeNumber(part.place().member()));
        column(
                json,
                "generation",
                parts,
                (part, cell) -> cell.writeNumber(part.place().generation()));
        column(
                json,
                "role",
                parts,
                (part, cell) -> cell.writeString(word(part.place().role())));
        column(json, "before", parts, (part, cell) -> writeTrial(cell, part.before()));
        column(
                json,
                "from",
                parts,
                (part, cell) -> cell.writeNumber(part.steps().from()));
        column(json, "to", parts, (part, cell) -> cell.writeNumber(part.steps().to()));
        column(json, "why", parts, (part, cell) -> writeWhy(cell, part.why()));
        json.writeEndObject();
    }

    private void writeSchedule(JsonGenerator json) throws IOException {
        List<Segment> schedule = population.schedule().stream()
                .filter(segment -> shown.contains(segment.trial()))
                .toList();
        json.writeObjectFieldStart("schedule");
        column(json, "trial", schedule, (segment, cell) -> cell.writeNumber(segment.trial()));
        column(json, "from", schedule, (segment, cell) -> cell.writeNumber(segment.first() - 1));
        column(json, "to", schedule, (segment, cell) -> cell.writeNumber(segment.last()));
        json.writeEndObject();
        json.writeNumberField("lived", population.schedule().size());
    }

    private void writeDays(JsonGenerator json) throws IOException {
        List<DiaryEntry> all = population.course().days();
        List<DiaryEntry> days = all.stream().filter(this::isShown).toList();
        json.writeObjectFieldStart("days");
        column(json, "child", days, (day, cell) -> cell.writeNumber(day.child()));
        column(json, "day", days, (day, cell) -> cell.writeNumber(day.day()));
        column(json, "event", days, (day, cell) -> cell.writeString(word(day.event())));
        column(json, "base", days, (day, cell) -> writeTrial(cell, day.trials().base()));
        column(
                json,
                "control",
                days,
                (day, cell) -> writeTrial(cell, day.trials().control()));
        column(json, "nudge", days, (day, cell) -> writeTrial(cell, day.trials().nudge()));
        column(json, "why", days, (day, cell) -> writeWhy(cell, day.why()));
        json.writeEndObject();
        json.writeNumberField("allDays", all.size());
    }

    /** A day is told by the values of its trials; the end of a child, which has none, by that of its last one. */
    private boolean isShown(DiaryEntry day) {
        OptionalInt control = day.trials().control();
        OptionalInt nudge = day.trials().nudge();
        boolean isEnd = control.isEmpty() && nudge.isEmpty();
        return IntStream.concat(isEnd ? day.trials().base().stream() : control.stream(), nudge.stream())
                .allMatch(shown::contains);
    }

    private static void writeReplays(JsonGenerator json, Replays replays) throws IOException {
        json.writeObjectFieldStart("replays");
        json.writeNumberField("planned", replays.planned());
        json.writeArrayFieldStart("values");
        for (OptionalDouble value : replays.values()) {
            TrialData.writeNumber(json, value, DIGITS);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static <T> void column(JsonGenerator json, String name, List<T> rows, Cell<T> cell) throws IOException {
        json.writeArrayFieldStart(name);
        for (T row : rows) {
            cell.write(row, json);
        }
        json.writeEndArray();
    }

    private void writeWhy(JsonGenerator json, String why) throws IOException {
        json.writeNumber(texts.place(why, LONGEST, SHORT));
    }

    private static void writeTrial(JsonGenerator json, OptionalInt trial) throws IOException {
        json.writeNumber(trial.orElse(-1));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a column has of one row. */
    @FunctionalInterface
    private interface Cell<T> {

        void write(T row, JsonGenerator json) throws IOException;
    }
}
