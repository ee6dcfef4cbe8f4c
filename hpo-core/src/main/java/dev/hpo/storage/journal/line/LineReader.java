// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads lines, whoever wrote them. Fields that an operation does not need are passed over, and so is what nobody is interested
 * in. Not safe for use by several threads.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class LineReader {

    private static final byte[] REPORT = {'{', '"', 'o', 'p', '_', 'c', 'o', 'd', 'e', '"', ':', '7', ','};

    private final Interest interest;
    private final Distributions distributions = new Distributions();

    /** Creates a reader. */
    public LineReader(Interest interest) {
        this.interest = interest;
    }

    /**
     * Reads a line.
     *
     * @param bytes where it is
     * @param from where it begins
     * @param to where it ends, without its line feed
     * @throws LineException if it is none
     */
    public Line read(byte[] bytes, int from, int to) throws LineException {
        if (!interest.inReports() && isReport(bytes, from, to)) {
            return new Line(new Operation.PassedChange(), "");
        }
        try {
            return parsed(bytes, from, to);
        } catch (LineException e) {
            throw e;
        } catch (JsonParseException e) {
            throw LineException.broken("must be an object of JSON: " + firstLine(e.getOriginalMessage()));
        } catch (CharacterCodingException e) {
            throw LineException.broken("must be in UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            throw LineException.wrong(message(e));
        }
    }

    /** The parser refuses keys with half a surrogate pair in an escape, as Python writes it, but takes it as a character. */
    private Line parsed(byte[] bytes, int from, int to) throws IOException {
        try {
            return parsed(factory -> factory.createParser(bytes, from, to - from));
        } catch (JsonParseException e) {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            int length = Surrogates.unescape(text.array(), text.limit());
            return parsed(factory -> factory.createParser(text.array(), 0, length));
        }
    }

    private Line parsed(Source source) throws IOException {
        try {
            return sound(source);
        } catch (JsonParseException | CharacterCodingException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            if (!(e instanceof LineException found && found.isBroken())) {
                try (JsonParser json = source.open(Json.DEEP)) {
                    Optional<Line> salvaged = Salvage.of(json, message(e));
                    if (salvaged.isPresent()) {
                        return salvaged.get();
                    }
                }
            }
            throw e;
        }
    }

    private Line sound(Source source) throws IOException {
        try (JsonParser json = source.open(Json.FACTORY)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw LineException.broken(
                        json.currentToken() == null ? "must not be blank" : "must be an object of JSON");
            }
            boolean isFirst = "op_code".equals(json.nextFieldName());
            if (isFirst) {
                json.nextToken();
            }
            int code = isFirst ? Fields.integer("op_code", json) : code(source);
            if (isFirst) {
                json.nextFieldName();
            }
            Fields fields = rest(json, new Fields(code, interest, distributions));
            return fields.isPassedQueue() ? queue(source, code) : fields.line();
        }
    }

    /** Reads a line anew that queues a trial. */
    private Line queue(Source source, int code) throws IOException {
        try (JsonParser json = source.open(Json.FACTORY)) {
            json.nextToken();
            json.nextToken();
            return rest(json, new Fields(code, Interest.ALL, distributions)).line();
        }
    }

    /** Reads what follows, the parser standing at the name of a field. */
    private static Fields rest(JsonParser json, Fields fields) throws IOException {
        while (json.currentToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.read(name, json);
            json.nextToken();
        }
        requireEnd(json);
        return fields;
    }

    static void requireEnd(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
            throw LineException.broken("must end with its object");
        }
    }

    /** Finds the code in a line that does not begin with it. */
    private static int code(Source source) throws IOException {
        int code = -1;
        boolean isThere = false;
        try (JsonParser json = source.open(Json.FACTORY)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                if (name.equals("op_code")) {
                    code = Fields.integer(name, json);
                    isThere = true;
                } else {
                    json.skipChildren();
                }
            }
        }
        if (!isThere) {
            throw LineException.wrong("op_code must be there");
        }
        return code;
    }

    /** Tells a sound report without reading it: its object has none within, as what a torn line was joined with would be. */
    private static boolean isReport(byte[] bytes, int from, int to) {
        if (to - from <= REPORT.length || bytes[to - 1] != '}') {
            return false;
        }
        for (int at = 0; at < REPORT.length; at++) {
            if (bytes[from + at] != REPORT[at]) {
                return false;
            }
        }
        for (int at = from + REPORT.length; at < to - 1; at++) {
            if (bytes[at] == '{' || bytes[at] == '}') {
                return false;
            }
        }
        return true;
    }

    private static String message(Exception e) {
        if (e instanceof StreamConstraintsException bound) {
            // Without the name of the method that says how much there may be.
            return firstLine(bound.getOriginalMessage().replaceAll(", from `[^`]*`", ""));
        }
        return firstLine(
                e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage()));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().map(LineReader::cut).orElse("must be readable");
    }

    private static String cut(String line) {
        return line.length() <= 200 ? line : line.substring(0, 200) + "...";
    }

    /** Opens the line from its beginning. */
    private interface Source {
        JsonParser open(JsonFactory factory) throws IOException;
    }
}
