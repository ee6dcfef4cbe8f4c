// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.space.VisibleText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception whose text holds control codes, which JUnit and whoever listens to it would write to consoles and reports as they are: with its
 * type and text as a message, in which they are visible escapes, and the same stack trace.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class VisibleFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Chains of causes are as long as they like, and may have no end. */
    private static final int DEPTH = 20;

    private VisibleFault(Throwable fault, UnaryOperator<String> shown, int depth) {
        super(shown.apply(fault.toString()), cause(fault, shown, depth), false, true);
        setStackTrace(fault.getStackTrace());
    }

    private static @Nullable Throwable cause(Throwable fault, UnaryOperator<String> shown, int depth) {
        Throwable cause = fault.getCause();
        return cause == null || depth == 0 ? null : new VisibleFault(cause, shown, depth - 1);
    }

    /** Returns an exception, or what stands for it if it has to be made visible. */
    public static Throwable of(Throwable fault) {
        return of(fault, VisibleText::lines);
    }

    private static Throwable of(Throwable fault, UnaryOperator<String> shown) {
        try {
            StringWriter whole = new StringWriter();
            fault.printStackTrace(new PrintWriter(whole, true));
            String printed = whole.toString();
            return printed.equals(shown.apply(printed)) ? fault : new VisibleFault(fault, shown, DEPTH);
        } catch (RuntimeException | Error e) {
            // It cannot be asked for its text, nor could it be by anybody else.
            return fault;
        }
    }

    /**
     * Returns an exception, or what stands for it if it has to be made visible, or if its text is not one for others.
     *
     * @param told makes a text one for others
     */
    public static RuntimeException told(RuntimeException fault, UnaryOperator<String> told) {
        Throwable shown = of(fault, text -> VisibleText.lines(told.apply(text)));
        return shown instanceof RuntimeException visible ? visible : fault;
    }

    /** Returns an exception, or what stands for it if it has to be made visible. */
    public static RuntimeException of(RuntimeException fault) {
        return of((Throwable) fault) instanceof RuntimeException visible ? visible : fault;
    }
}
