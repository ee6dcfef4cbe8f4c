// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines that matter of a text, be it one that was accepted or not. Comments that others have added do not, wherever they are; evidence begins with the line that says where a
 * configuration comes from and ends with the check.
 */
final class AcceptedLines {

    private static final String CHECK = "check";
    private static final String COMMENT = "#";

    /** What {@code .properties} files may begin a comment with, too. */
    private static final String OTHER_COMMENT = "!";

    private static final String CONFLICT = "<<<<<<<";
    private static final String MARK = "\uFEFF";
    private static final int BYTES = 8;

    /** The comments and blank lines before all else, as they are. */
    private final List<String> head = new ArrayList<>();

    private final List<String> evidence = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();
    private String origin = "";
    private String given = "";
    private int headEnd = -1;

    private AcceptedLines() {}

    /** Returns the lines of a text. */
    static AcceptedLines of(String text) {
        AcceptedLines lines = new AcceptedLines();
        withoutMark(text).lines().forEach(lines::add);
        return lines;
    }

    /** Returns a text without the byte order mark with which some editors begin a UTF-8 file. */
    static String withoutMark(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    /** Returns the text that is read as these lines: evidence in comments, and then values. */
    static String text(List<String> evidence, String properties) {
        StringBuilder text = new StringBuilder();
        evidence.forEach(line -> text.append(COMMENT).append(' ').append(line).append('\n'));
        String check = check(evidence, properties);
        return text.append(COMMENT + " " + CHECK + ": ")
                .append(check)
                .append('\n')
                .append(properties)
                .toString();
    }

    /** Returns what tells evidence and values from all others, whatever blanks are at the ends of their lines. */
    static String check(List<String> evidence, String properties) {
        return check(Stream.concat(evidence.stream(), properties.lines()));
    }

    private static String check(Stream<String> lines) {
        try {
            String all = String.join("\n", lines.map(String::strip).toList());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void add(String line) {
        String stripped = line.strip();
        boolean isComment = stripped.startsWith(COMMENT) || stripped.startsWith(OTHER_COMMENT);
        if (!isComment && !stripped.isEmpty()) {
            values.add(stripped);
        } else if (stripped.startsWith(COMMENT)) {
            addComment(stripped.substring(COMMENT.length()).strip());
        }
        if (values.isEmpty() && entries.isEmpty()) {
            head.add(line);
        }
    }

    private void addComment(String comment) {
        if (entries.isEmpty() && EvidenceText.isOrigin(comment)) {
            // The last one before the evidence is its own; others may have named a run, too.
            origin = comment;
            headEnd = values.isEmpty() ? head.size() : headEnd;
            return;
        }
        int colon = comment.indexOf(':');
        String key = colon < 0 ? "" : comment.substring(0, colon);
        String value = comment.substring(colon + 1).strip();
        boolean isOpen = !origin.isEmpty() && given.isEmpty();
        if (isOpen && key.equals(CHECK) && !entries.isEmpty()) {
            given = value;
        } else if (isOpen && EvidenceText.KEYS.contains(key)) {
            evidence.add(comment);
            if (entries.put(key, value) != null) {
                repeated.add(key);
            }
        } else if (headEnd < 0 && values.isEmpty() && EvidenceText.KEYS.indexOf(key) == 0) {
            // Evidence that has lost its first line is no comment of others.
            headEnd = head.size();
        }
    }

    /** Returns the comments of others at the head, each with a line feed: those before the evidence, and before the values. */
    String head() {
        StringBuilder text = new StringBuilder();
        head.subList(0, headEnd < 0 ? head.size() : headEnd)
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Returns the line that says where the configuration comes from; empty if there is none. */
    String origin() {
        return origin;
    }

    /** Returns the other lines of the evidence, by what stands before their colons. */
    Map<String, String> entries() {
        return entries;
    }

    /** Returns what the text says its check is; empty if it says nothing. */
    String given() {
        return given;
    }

    /** Returns whether there is evidence, damaged or not. */
    boolean hasEvidence() {
        return !origin.isEmpty() && !entries.isEmpty();
    }

    /** Returns what there is twice in the evidence, if anything is. */
    Optional<String> repeated() {
        return repeated.stream().findFirst();
    }

    /** Returns whether what another tool has left of a merge stands among the lines. */
    boolean isInConflict() {
        return values.stream().anyMatch(line -> line.startsWith(CONFLICT));
    }

    /** Returns whether values and evidence are those of the check. */
    boolean isIntact() {
        return given.equals(check(
                Stream.of(Stream.of(origin), evidence.stream(), values.stream()).flatMap(lines -> lines)));
    }
}
