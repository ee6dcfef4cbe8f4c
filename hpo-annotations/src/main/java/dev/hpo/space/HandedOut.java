// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;

/** Remembers the last instances that were handed out, as long as others need them, to find out whether one is handed out again. */
final class HandedOut {

    /** Whoever hands out the same ones in turn is likely to have fewer. */
    private static final int MOST = 64;

    private final Deque<WeakReference<Object>> last = new ArrayDeque<>();
    private boolean isTried;

    /** Returns whether this is asked for the first time. */
    synchronized boolean isFirst() {
        boolean isFirst = !isTried;
        isTried = true;
        return isFirst;
    }

    /** Takes note of an instance, and returns whether it is a new one. */
    synchronized boolean add(Object instance) {
        last.removeIf(each -> each.get() == null);
        if (last.stream().anyMatch(each -> each.get() == instance)) {
            return false;
        }
        if (last.size() == MOST) {
            last.removeFirst();
        }
        last.addLast(new WeakReference<>(instance));
        return true;
    }
}
