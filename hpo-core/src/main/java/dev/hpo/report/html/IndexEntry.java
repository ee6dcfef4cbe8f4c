// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JSON;
import dev.hpo.report.StudyView;
import dev.hpo.report.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a study says of it at its beginning, in one line, and the index repeats.
 *
 * @param name of the study
 * @param run its number
 * @param verdict what was found
 * @param counts what became of the trials
 * @param end when it ended, and why; empty while it goes on
 */
record IndexEntry(String name, String run, String verdict, String counts, String end) {

    private static final String BEGIN = "<script type=\"application/json\" id=\"hpo-entry\">";
    private static final String END = "</script>";

    /** More than enough for what comes before it and itself. */
    private static final int HEAD = 65_536;

    static IndexEntry of(StudyView view) {
        return new IndexEntry(
                TextPool.name(view.facts().study()),
                String.valueOf(view.run().number()),
                Verdict.of(view),
                Verdict.trials(view),
                view.run()
                        .end()
                        .map(end -> end.at() + (end.isInterrupted() ? ", interrupted" : ""))
                        .orElse(""));
    }

    void write(Writer target) throws IOException {
        target.write(BEGIN);
        try (JsonGenerator json = EmbeddedJson.generator(target)) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("run", run);
            json.writeStringField("verdict", verdict);
            json.writeStringField("counts", counts);
            json.writeStringField("end", end);
            json.writeEndObject();
        }
        target.write(END);
    }

    /** Reads that of a page; empty if the file is no page of ours, or of another version. */
    static Optional<IndexEntry> read(Path page) throws IOException {
        String head;
        try (InputStream bytes = Files.newInputStream(page)) {
            head = new String(bytes.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
        int begin = head.indexOf(BEGIN);
        int end = head.indexOf(END, Math.max(0, begin));
        if (begin < 0 || end < 0) {
            return Optional.empty();
        }
        try {
            Map<String, Object> facts = JSON.std.mapFrom(head.substring(begin + BEGIN.length(), end));
            return Optional.of(new IndexEntry(
                    text(facts, "name"),
                    text(facts, "run"),
                    text(facts, "verdict"),
                    text(facts, "counts"),
                    text(facts, "end")));
        } catch (IOException e) {
            // Whoever has changed the page knows best.
            return Optional.empty();
        }
    }

    private static String text(Map<String, Object> facts, String key) {
        return String.valueOf(facts.getOrDefault(key, ""));
    }
}
