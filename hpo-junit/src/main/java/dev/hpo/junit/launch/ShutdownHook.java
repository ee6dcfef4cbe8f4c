// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What is done for all studies of this process when it is told to end: by Ctrl-C, by a signal, or by {@code System.exit}. It is there
 * only while something is unfinished.
 *
 * <p>Whoever ends a process does not wait for long, so all is done within two seconds, each thing on a thread of its own: a file
 * system that does not answer is left behind.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ShutdownHook {

    private static final String REASON = "its process was told to end, as by Ctrl-C or System.exit";

    private static final long LETTING_GO_MILLIS = 400;
    private static final long FINISHING_MILLIS = 1000;
    private static final long PRINTING_MILLIS = 300;

    /** For what came up while the rest was finished. */
    private static final long LATE_MILLIS = 100;

    private static final Set<Unfinished> UNFINISHED = Collections.synchronizedSet(new LinkedHashSet<>());

    private static @Nullable Thread hook;

    private ShutdownHook() {}

    /** Takes note of something that may be cut short, until it is removed. */
    public static synchronized void add(Unfinished unfinished) {
        UNFINISHED.add(unfinished);
        if (hook == null) {
            Thread thread = new Thread(ShutdownHook::run, "hpo-shutdown");
            try {
                Runtime.getRuntime().addShutdownHook(thread);
                hook = thread;
            } catch (IllegalStateException e) {
                // The process is ending already.
            }
        }
    }

    /** Takes note that something has been finished. */
    public static synchronized void remove(Unfinished finished) {
        UNFINISHED.remove(finished);
        if (UNFINISHED.isEmpty() && hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
                hook = null;
            } catch (IllegalStateException e) {
                // The process is ending already, and there is nothing left to do.
            }
        }
    }

    static synchronized boolean isPlanned() {
        return hook != null;
    }

    /** Does not wait for threads that hold the lock of this class: one of them may be the one that ends the process. */
    static void run() {
        List<String> texts = new ArrayList<>(finished(LETTING_GO_MILLIS, FINISHING_MILLIS));
        // A study that its test was ending meanwhile has left its summary to be printed with others.
        texts.addAll(finished(LATE_MILLIS, LATE_MILLIS));
        if (!texts.isEmpty()) {
            atOnce(PRINTING_MILLIS, 1, i -> Console.printLast("\n" + String.join("\n", texts)));
        }
    }

    /** Finishes all that is unfinished now, and returns what is to be printed. */
    private static List<String> finished(long lettingGoMillis, long finishingMillis) {
        List<Unfinished> unfinished;
        synchronized (UNFINISHED) {
            unfinished = List.copyOf(UNFINISHED);
            UNFINISHED.clear();
        }
        List<String> texts = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(unfinished.size(), "")));
        atOnce(lettingGoMillis, unfinished.size(), i -> unfinished.get(i).letGo(REASON));
        atOnce(finishingMillis, unfinished.size(), i -> unfinished.get(i).finish(text -> texts.set(i, text)));
        return texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    private static void atOnce(long millis, int count, Step step) {
        CountDownLatch done = new CountDownLatch(count);
        IntStream.range(0, count).forEach(i -> {
            Thread thread = new Thread(() -> attempt(step, i, done), "hpo-shutdown-" + i);
            thread.setDaemon(true);
            thread.start();
        });
        try {
            boolean unused = done.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(Step step, int number, CountDownLatch done) {
        try {
            step.run(number);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Nobody is there to hear of it, and the others are to be done all the same.
        } finally {
            done.countDown();
        }
    }

    /** What is done with one of several things. */
    @FunctionalInterface
    private interface Step {
        void run(int number) throws InterruptedException;
    }
}
