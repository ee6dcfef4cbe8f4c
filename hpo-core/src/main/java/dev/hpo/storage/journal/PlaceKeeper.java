// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import java.nio.charset.StandardCharsets;

/** The line that stands where the beginning of a trial was that has been moved to another journal, so that those after it keep their numbers. */
final class PlaceKeeper {

    private static final byte[] BEGINNING = ascii("{\"op_code\":4,\"worker_id\":\"\",\"study_id\":");
    private static final byte[] END = ascii(",\"datetime_start\":null,\"state\":3}");

    private PlaceKeeper() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the line in a study. */
    static byte[] of(int study) {
        byte[] number = ascii(Integer.toString(study));
        byte[] line = new byte[BEGINNING.length + number.length + END.length];
        System.arraycopy(BEGINNING, 0, line, 0, BEGINNING.length);
        System.arraycopy(number, 0, line, BEGINNING.length, number.length);
        System.arraycopy(END, 0, line, BEGINNING.length + number.length, END.length);
        return line;
    }

    /** Returns whether a line is one, which it takes no reader to see. */
    static boolean is(Bytes line) {
        return line.startsWith(BEGINNING) && line.endsWith(END);
    }
}
