// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.util.ArrayList;
import java.util.List;

/** Texts that wait for the end of a launch. Safe for use by several threads. */
final class Summaries {

    private final List<String> texts = new ArrayList<>();

    synchronized void add(String text) {
        texts.add(text);
    }

    /** Returns all texts and forgets them. */
    synchronized List<String> drain() {
        List<String> drained = List.copyOf(texts);
        texts.clear();
        return drained;
    }
}
