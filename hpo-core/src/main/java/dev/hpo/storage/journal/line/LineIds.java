// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Changes the number of a study or a trial in a line, and nothing else of it, whoever wrote it. */
@API(status = Status.INTERNAL, since = "0.1")
public final class LineIds {

    /** The field that has the number of a study. */
    public static final String STUDY = "study_id";

    /** The field that has the number of a trial. */
    public static final String TRIAL = "trial_id";

    private LineIds() {}

    /**
     * Returns a line with another number.
     *
     * @param line the bytes of a sound line, without its line feed
     * @param field which number is meant
     * @param id the new number
     */
    public static byte[] with(byte[] line, String field, int id) throws IOException {
        int from = -1;
        int to = -1;
        try (JsonParser json = Json.FACTORY.createParser(line)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                if (name.equals(field)) {
                    // Of two, the last one counts.
                    from = (int) json.currentTokenLocation().getByteOffset();
                    to = from + json.getTextLength();
                }
                json.skipChildren();
            }
        }
        if (from < 0) {
            throw new IllegalArgumentException("line must have " + field);
        }
        byte[] number = Integer.toString(id).getBytes(StandardCharsets.US_ASCII);
        byte[] changed = new byte[line.length - (to - from) + number.length];
        System.arraycopy(line, 0, changed, 0, from);
        System.arraycopy(number, 0, changed, from, number.length);
        System.arraycopy(line, to, changed, from + number.length, line.length - to);
        return changed;
    }
}
