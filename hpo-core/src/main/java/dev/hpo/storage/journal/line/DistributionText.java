// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hpo.storage.journal.line.Distribution.Categorical;
import dev.hpo.storage.journal.line.Distribution.Kind;
import dev.hpo.storage.journal.line.Distribution.Real;
import dev.hpo.storage.journal.line.Distribution.Whole;
import dev.hpo.trial.JsonValues;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Distributions as texts of JSON, those of earlier versions and the short form among them. */
final class DistributionText {

    private final Map<?, ?> attributes;

    private DistributionText(Map<?, ?> attributes) {
        this.attributes = attributes;
    }

    static Kind read(String text) throws LineException {
        Map<?, ?> all = object(text);
        if (all.get("name") instanceof String name) {
            if (!(all.get("attributes") instanceof Map<?, ?> attributes)) {
                throw LineException.wrong("distribution (" + Shown.of(text) + ") must have attributes");
            }
            return new DistributionText(attributes).kind(name);
        }
        return new DistributionText(all).shortKind(String.valueOf(all.get("type")));
    }

    private static Map<?, ?> object(String text) throws LineException {
        try (JsonParser json = Json.FACTORY.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT && Json.read(json) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (IOException e) {
            // Said below: the text has an end of its own, so the line itself is sound.
        }
        throw LineException.wrong("distribution (" + Shown.of(text) + ") must be the text of an object");
    }

    private Kind kind(String name) throws LineException {
        return switch (name) {
            case "FloatDistribution" -> real(truth("log"), optional("step"));
            case "IntDistribution" -> whole(truth("log"));
            case "CategoricalDistribution" -> categorical();
            case "UniformDistribution" -> real(false, OptionalDouble.empty());
            case "LogUniformDistribution" -> real(true, OptionalDouble.empty());
            case "DiscreteUniformDistribution" -> real(false, OptionalDouble.of(number("q")));
            case "IntUniformDistribution" -> whole(false);
            case "IntLogUniformDistribution" -> whole(true);
            default ->
                throw LineException.wrong("distribution (" + Shown.of(name)
                        + ") must be FloatDistribution, IntDistribution or CategoricalDistribution");
        };
    }

    private Kind shortKind(String type) throws LineException {
        return switch (type) {
            case "float" -> real(truth("log"), optional("step"));
            case "int" -> whole(truth("log"));
            case "categorical" -> categorical();
            default ->
                throw LineException.wrong("distribution (" + Shown.of(type) + ") must be float, int or categorical");
        };
    }

    private Kind real(boolean isLog, OptionalDouble step) throws LineException {
        Real real = new Real(number("low"), number("high"), isLog, step);
        boolean isStep = step.isEmpty() || (step.getAsDouble() > 0 && !isLog);
        if (!(real.low() <= real.high() && (!isLog || real.low() > 0) && isStep)) {
            throw wrongBounds();
        }
        return real;
    }

    private Kind whole(boolean isLog) throws LineException {
        Object step = attributes.get("step");
        Whole whole = new Whole(integer("low"), integer("high"), isLog, step == null ? 1 : integer("step"));
        if (!(whole.low() <= whole.high() && whole.step() >= 1 && (!isLog || whole.low() >= 1))) {
            throw wrongBounds();
        }
        return whole;
    }

    private Kind categorical() throws LineException {
        if (attributes.get("choices") instanceof List<?> choices && !choices.isEmpty()) {
            return new Categorical(new ArrayList<@Nullable Object>(choices));
        }
        throw LineException.wrong("distribution must have choices");
    }

    private LineException wrongBounds() {
        return LineException.wrong(
                "distribution (" + Shown.of(attributes.toString()) + ") must have bounds and a step in order");
    }

    private boolean truth(String key) throws LineException {
        Object value = attributes.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw wrong(key, "true or false");
    }

    private OptionalDouble optional(String key) throws LineException {
        return attributes.get(key) == null ? OptionalDouble.empty() : OptionalDouble.of(number(key));
    }

    private double number(String key) throws LineException {
        if (attributes.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(key, "a number");
    }

    private long integer(String key) throws LineException {
        Object value = attributes.get(key);
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1L << 62) {
            return number.longValue();
        }
        throw wrong(key, "a whole number of 64 bits");
    }

    private LineException wrong(String key, String what) {
        return LineException.wrong("distribution: " + key + " (" + Shown.of(attributes.get(key)) + ") must be " + what);
    }

    static String write(Kind kind) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            if (kind instanceof Real real) {
                writeReal(real, json);
            } else if (kind instanceof Whole whole) {
                writeWhole(whole, json);
            } else if (kind instanceof Categorical categorical) {
                json.writeStringField("name", "CategoricalDistribution");
                json.writeObjectFieldStart("attributes");
                json.writeFieldName("choices");
                JsonValues.write(categorical.choices(), json);
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeReal(Real real, JsonGenerator json) throws IOException {
        json.writeStringField("name", "FloatDistribution");
        json.writeObjectFieldStart("attributes");
        json.writeFieldName("step");
        JsonValues.write(real.step().isPresent() ? real.step().getAsDouble() : null, json);
        json.writeNumberField("low", real.low());
        json.writeNumberField("high", real.high());
        json.writeBooleanField("log", real.isLog());
    }

    private static void writeWhole(Whole whole, JsonGenerator json) throws IOException {
        json.writeStringField("name", "IntDistribution");
        json.writeObjectFieldStart("attributes");
        json.writeBooleanField("log", whole.isLog());
        json.writeNumberField("step", whole.step());
        json.writeNumberField("low", whole.low());
        json.writeNumberField("high", whole.high());
    }
}
