// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.accept.AcceptedException.Fault;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.space.VisibleText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in the place of a file that is to be written.
 *
 * @param text its text
 * @param lines its lines
 * @param name what errors call it
 */
record OldFile(String text, AcceptedLines lines, String name) {

    /** Longer keys are rather something else, such as a secret. */
    private static final int LONGEST_KEY = 60;

    static OldFile of(String text, String name) {
        return new OldFile(text, AcceptedLines.of(text), name);
    }

    /**
     * Checks that the file may be replaced. What else it has is never told but for a key, as it may be a secret.
     *
     * @param study whose result is to be in its place
     * @throws AcceptedException if it is of another test, or has something else than a configuration of the space
     */
    void requireOwn(Space<?> space, String study) {
        String present = EvidenceText.name(study);
        if (!lines.hasEvidence()) {
            requireParameters(space, present);
            return;
        }
        String then = EvidenceText.study(lines.origin());
        if (!then.equals(present)) {
            throw foreign("what was accepted of " + then, present);
        }
    }

    private void requireParameters(Space<?> space, String present) {
        Set<String> known = space.parameters().stream()
                .flatMap(parameter -> Stream.concat(Stream.of(parameter.name()), parameter.formerNames().stream()))
                .collect(Collectors.toSet());
        Map<String, String> others = others();
        others.keySet().removeAll(known);
        if (!others.isEmpty()) {
            String shown = others.entrySet().stream()
                    .filter(entry ->
                            !entry.getValue().isEmpty() && entry.getKey().length() <= LONGEST_KEY)
                    .map(entry -> "a key (" + VisibleText.of(entry.getKey()) + ")")
                    .findFirst()
                    .orElse("a line");
            throw foreign(shown + " that is no parameter of " + space.typeName(), present);
        }
    }

    private Map<String, String> others() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(AcceptedLines.withoutMark(text)));
        } catch (IOException e) {
            throw new UncheckedIOException("a StringReader does not fail", e);
        } catch (IllegalArgumentException e) {
            // A backslash and a u that are no escape: what has them was never a configuration. A line of no value is
            // not shown.
            properties.setProperty("\\u", "");
        }
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
        return all;
    }

    private AcceptedException foreign(String what, String present) {
        return new AcceptedException(
                Fault.FOREIGN,
                name + " must be the file of " + present + " alone, but has " + what
                        + "; name another file in @Accepted, or delete it if that is no more");
    }

    /** Returns whether the file has a configuration and its evidence already, be it that it was accepted on another day. */
    boolean isOf(Space<?> space, Configuration configuration, Evidence evidence) {
        if (!lines.hasEvidence()) {
            return false;
        }
        try {
            Evidence same = evidence.on(AcceptedText.evidence(lines).date());
            return lines.given().equals(AcceptedText.check(space, configuration, same));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
