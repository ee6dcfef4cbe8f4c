// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error that a source is to cause.
 *
 * <p>A comment below the line says so: a caret below the column, or {@code //@1} for the first column, the message's name and
 * its text.
 */
record ExpectedError(String file, long line, long column, String text) implements Comparable<ExpectedError> {

    private static final Pattern MARKER = Pattern.compile("//(\\s*\\^|@1) ([A-Z_]+): (.*)");

    /** Returns the errors that a file is to cause. */
    static List<ExpectedError> in(Path file) {
        List<ExpectedError> errors = new ArrayList<>();
        List<String> lines = Cases.read(file).lines().toList();
        int line = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher marker = MARKER.matcher(lines.get(i));
            if (marker.matches()) {
                long column = marker.group(1).equals("@1") ? 1 : marker.end(1);
                errors.add(new ExpectedError(file.getFileName().toString(), line, column, marker.group(3)));
            } else {
                line = i + 1;
            }
        }
        return errors;
    }

    /** Returns the names of the messages that a file is to show. */
    static List<String> names(Path file) {
        return Cases.read(file)
                .lines()
                .map(MARKER::matcher)
                .filter(Matcher::matches)
                .map(marker -> marker.group(2))
                .toList();
    }

    static ExpectedError of(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String file = source == null
                ? ""
                : Path.of(source.toUri().getPath()).getFileName().toString();
        return new ExpectedError(
                file, diagnostic.getLineNumber(), diagnostic.getColumnNumber(), diagnostic.getMessage(Locale.ROOT));
    }

    @Override
    public int compareTo(ExpectedError other) {
        return toString().compareTo(other.toString());
    }
}
