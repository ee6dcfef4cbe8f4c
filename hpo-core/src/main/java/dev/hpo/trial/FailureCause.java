// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.VisibleText;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What was behind a failure, in a few words on one line each and without control codes.
 *
 * @param text what went wrong: of an exception its type and the first line of its message
 * @param root of an exception that others caused the last of these, in the same way; empty if there is none
 * @param frame the first line of the user's code on the way to the last of them, such as {@code com.acme.Rows.read(Rows.java:12)}; empty if there is none
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record FailureCause(String text, String root, String frame) {

    private static final String CAUSED = "Caused by: ";

    private static final String NUMBER = "#";

    /** Numbers as programs write them: with signs, fractions, exponents, in hexadecimal, as in hash codes, and those that are none. */
    private static final Pattern NUMBERS = Pattern.compile("@[0-9a-f]{1,16}\\b|[-+]?0[xX][0-9a-fA-F]+"
            + "|\\b(?=[a-f]*\\d)(?=\\d*[a-f])[0-9a-f]{6,}\\b"
            + "|[-+]?(?:\\d+(?:[.,_]\\d+)*(?:[eE][-+]?\\d+)?|\\bNaN\\b|\\bInfinity\\b)");

    /** No more of a text is looked at: what tells causes apart is at its beginning, and a message may be a whole array or file. */
    private static final int LONGEST = 500;

    private static final String OVERFLOW = "StackOverflowError";

    /** Several in a row, as of an array's elements, may be as many as they like. */
    private static final Pattern ROWS = Pattern.compile("#(?:\\s*[,;:x*/-]?\\s*#)+");

    /**
     * Returns what was behind a failure.
     *
     * @param study the name of the study: of several frames that may be the user's, those in the packages of its test come first
     */
    public static FailureCause of(Failure failure, String study) {
        List<String> lines = failure.trace().lines().toList();
        int root = 0;
        for (int line = 1; line < lines.size(); line++) {
            root = lines.get(line).startsWith(CAUSED) ? line : root;
        }
        String last = root == 0 ? "" : shortType(firstLine(lines.get(root).substring(CAUSED.length())));
        return new FailureCause(firstLine(failure.message()), last, Frames.of(lines, root, study));
    }

    private static String firstLine(String text) {
        return VisibleText.firstLine(start(text.strip()));
    }

    private static String start(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        String start = text.substring(0, end);
        return start.contains("\n") ? start : start + "...";
    }

    /**
     * Returns a text that is the same of failures with one cause: numbers make no difference, and of an exception without a message the line counts
     * that it comes from.
     */
    public String key() {
        String last = root.isEmpty() ? text : root;
        // A stack overflows anywhere.
        boolean isBare = !last.contains(" ") && !last.equals(OVERFLOW);
        return withoutNumbers(text) + "\n" + withoutNumbers(root) + (isBare ? "\n" + frame : "");
    }

    private static String withoutNumbers(String text) {
        return ROWS.matcher(NUMBERS.matcher(text).replaceAll(NUMBER)).replaceAll(NUMBER);
    }

    /** Returns the root cause, or else what went wrong, and where: {@code ArithmeticException: / by zero, at com.acme.Rows.read(Rows.java:12)}. */
    public String line() {
        return (root.isEmpty() ? text : root) + (frame.isEmpty() ? "" : ", at " + frame);
    }

    /** Returns a text that begins with a class's name without its package, as failures are called. */
    private static String shortType(String text) {
        int end = text.indexOf(": ");
        String type = end < 0 ? text : text.substring(0, end);
        return type.contains(" ") ? text : text.substring(type.lastIndexOf('.') + 1);
    }
}
