// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.hpo.analysis.Analysis;
import dev.hpo.analysis.Finding;
import dev.hpo.analysis.Importance;
import dev.hpo.analysis.MarginalEffect;
import dev.hpo.space.Parameter;
import dev.hpo.space.Space;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the analysis of a study says beside what matters: what is worth a thought, what values are to be expected along parameters, and what random search
 * would have found.
 */
final class FindingData {

    /** Of how many parameters effects are shown, the most important ones. */
    private static final int EFFECTS = 20;

    private static final int DIGITS = 5;

    private final Optional<Analysis> analysis;

    FindingData(Optional<Analysis> analysis) {
        this.analysis = analysis;
    }

    /**
     * Writes it.
     *
     * @param trials how many trials random search is given at most
     */
    void write(Space<?> space, int trials, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : analysis.map(Analysis::findings).orElse(List.of())) {
            json.writeStartObject();
            json.writeStringField("kind", finding.kind().name().toLowerCase(Locale.ROOT));
            json.writeStringField("text", TextPool.name(finding.text()));
            json.writeEndObject();
        }
        json.writeEndArray();
        writeEffects(space, json);
        writeRandomSearch(trials, json);
    }

    /** For each parameter, in the order of the space: value, expected value, better and worse end of its interval; none where nothing can be said. */
    private void writeEffects(Space<?> space, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("effects");
        for (Parameter<?> parameter : space.parameters()) {
            json.writeStartArray();
            Optional<MarginalEffect> effect = effect(parameter);
            if (effect.isPresent()) {
                for (MarginalEffect.Point point : effect.get().points()) {
                    ParameterData.writeValue(parameter, point.raw(), DIGITS, json);
                    EmbeddedJson.writeNumber(json, point.value(), DIGITS);
                    EmbeddedJson.writeNumber(json, point.best(), DIGITS);
                    EmbeddedJson.writeNumber(json, point.worst(), DIGITS);
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private OptionalDouble randomSearch(int trials) {
        return analysis.map(of -> of.randomSearch(trials)).orElseGet(OptionalDouble::empty);
    }

    private Optional<MarginalEffect> effect(Parameter<?> parameter) {
        return analysis.filter(of -> isShown(parameter, of.importance())).flatMap(of -> of.effect(parameter));
    }

    private static boolean isShown(Parameter<?> parameter, Importance importance) {
        return importance.parameters().stream().limit(EFFECTS).anyMatch(told -> told.parameter()
                .equals(parameter));
    }

    /** For 1, 2, 4 trials and so on, and for all: the number of the last of them, and the value that random search is as likely as not to have reached. */
    private void writeRandomSearch(int trials, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("randomSearch");
        for (int given = 1; given > 0 && given <= trials; given = given == trials ? -1 : Math.min(trials, 2 * given)) {
            OptionalDouble value = randomSearch(given);
            if (value.isPresent()) {
                json.writeNumber(given - 1);
                EmbeddedJson.writeNumber(json, value.getAsDouble(), DIGITS);
            }
        }
        json.writeEndArray();
    }
}
