// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.line;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The distributions that were read, each once: a trial repeats those of the trials before it, in nine tenths of its line. A
 * text that is known is neither copied nor parsed. Not safe for use by several threads.
 */
final class Distributions {

    /** As many different ones are no space but an attack, or bounds that change with each trial: then they are read anew. */
    private static final int LIMIT = 1 << 16;

    private @Nullable Entry[] table = new Entry[256];
    private int size;

    /** Returns the distribution whose text a parser stands at. */
    Distribution read(JsonParser json) throws IOException {
        char[] characters = json.getTextCharacters();
        int offset = json.getTextOffset();
        int length = json.getTextLength();
        int hash = 0;
        for (int at = offset; at < offset + length; at++) {
            hash = 31 * hash + characters[at];
        }
        int start = hash ^ hash >>> 16;
        for (int probe = start; ; probe++) {
            Entry entry = table[probe & table.length - 1];
            if (entry == null) {
                return add(hash, Distribution.parse(new String(characters, offset, length)));
            }
            if (entry.hash == hash
                    && Arrays.equals(
                            entry.characters, 0, entry.characters.length, characters, offset, offset + length)) {
                return entry.distribution;
            }
        }
    }

    private Distribution add(int hash, Distribution distribution) {
        if (size >= LIMIT) {
            table = new Entry[256];
            size = 0;
        } else if (2 * size >= table.length) {
            @Nullable Entry[] smaller = table;
            table = new Entry[2 * smaller.length];
            for (Entry entry : smaller) {
                if (entry != null) {
                    place(entry);
                }
            }
        }
        place(new Entry(hash, distribution.text().toCharArray(), distribution));
        size++;
        return distribution;
    }

    private void place(Entry entry) {
        int probe = entry.hash ^ entry.hash >>> 16;
        while (table[probe & table.length - 1] != null) {
            probe++;
        }
        table[probe & table.length - 1] = entry;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared: a private pair.
    private record Entry(int hash, char[] characters, Distribution distribution) {}
}
