// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import dev.hpo.space.VisibleText;
import dev.hpo.trial.PathMask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts of which a page holds each once, however many trials have it, as those that fail often fail in one way. Long ones are cut, and all
 * together take no more than so many characters: what comes after that is cut much shorter.
 */
final class TextPool {

    private static final String CUT = " ... (cut: study.json has the whole)";

    private static final int NAME = 300;

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final PathMask mask;
    private int room;

    /**
     * Creates a pool.
     *
     * @param mask what is kept out of the texts
     * @param room how many characters it takes before texts are cut short
     */
    TextPool(PathMask mask, int room) {
        this.mask = mask;
        this.room = room;
    }

    /**
     * Returns the place of a text, from 0; -1 for an empty one.
     *
     * @param longest how many characters of it are kept
     * @param shortest how many are kept when there is no more room
     */
    int place(String text, int longest, int shortest) {
        if (text.isEmpty()) {
            return -1;
        }
        String masked = mask.of(text);
        Integer known = places.get(cut(masked, longest));
        if (known != null) {
            return known;
        }
        String kept = cut(masked, room >= Math.min(masked.length(), longest) ? longest : shortest);
        int size = places.size();
        int place = places.computeIfAbsent(kept, unknown -> size);
        room -= place == size ? kept.length() : 0;
        return place;
    }

    List<String> texts() {
        return List.copyOf(places.keySet());
    }

    /** Returns a name that a user has given as a page shows it: on one line, without invisible marks, and not endlessly long. */
    static String name(String text) {
        return cut(VisibleText.of(text), NAME);
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + CUT;
    }
}
