// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Texts that wait for the end of a launch, or of the process. Safe for use by several threads. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Summaries implements Unfinished {

    private final List<String> texts = new ArrayList<>();

    /** Adds a text. */
    public synchronized void add(String text) {
        texts.add(text);
        ShutdownHook.add(this);
    }

    /** Returns all texts and forgets them. */
    synchronized List<String> drain() {
        List<String> drained = List.copyOf(texts);
        texts.clear();
        ShutdownHook.remove(this);
        return drained;
    }

    @Override
    public void letGo(String reason) {}

    @Override
    public void finish(Consumer<String> printed) {
        printed.accept(String.join("\n", drain()));
    }
}
