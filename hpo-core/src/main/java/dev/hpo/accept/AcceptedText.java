// SPDX-License-Identifier: Apache-2.0
package dev.hpo.accept;

import dev.hpo.accept.AcceptedException.Fault;
import dev.hpo.space.Configuration;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.ConfigurationProperties;
import dev.hpo.space.Space;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * An accepted configuration as the text of a {@code .properties} file, which {@code Space.load} reads: its evidence stands in comments. The text is the same on every
 * machine.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class AcceptedText {

    private static final String CHECK = "check";
    private static final String COMMENT = "#";
    private static final String MARK = "\uFEFF";
    private static final int BYTES = 8;

    private AcceptedText() {}

    /**
     * Returns the text of a configuration.
     *
     * @throws ConfigurationException if it does not fit the space
     */
    public static String of(Space<?> space, Configuration configuration, Evidence evidence) {
        String properties = properties(space, configuration);
        List<String> lines = EvidenceText.lines(evidence);
        List<String> checked = new ArrayList<>(lines);
        checked.addAll(properties.lines().toList());
        return lines.stream().map(line -> COMMENT + " " + line + "\n").collect(Collectors.joining()) + COMMENT + " "
                + CHECK + ": " + check(checked) + "\n" + properties;
    }

    private static String properties(Space<?> space, Configuration configuration) {
        StringBuilder text = new StringBuilder();
        try {
            ConfigurationProperties.write(space, configuration, "", text);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return text.toString();
    }

    /**
     * Reads a text.
     *
     * @param space the present space, which may have changed since the text was written, as long as it admits the configuration
     * @param text the text
     * @param source what errors call it, such as its file name
     * @throws AcceptedException if it is not in the space, or has no evidence of its own
     */
    public static AcceptedConfiguration read(Space<?> space, String text, String source) {
        Configuration configuration = configuration(space, text, source);
        Reading reading = new Reading(source);
        text.lines().map(AcceptedText::stripped).forEach(reading::add);
        return new AcceptedConfiguration(configuration, reading.evidence(), reading.given);
    }

    private static Configuration configuration(Space<?> space, String text, String source) {
        try {
            Configuration configuration = ConfigurationProperties.read(space, new StringReader(text), source);
            space.decode(configuration);
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException("a StringReader does not fail", e);
        } catch (ConfigurationException e) {
            throw new AcceptedException(
                    Fault.INADMISSIBLE,
                    e.getMessage() + "\nit must be a configuration of " + space.typeName()
                            + ", as it is now; search again and accept what is found, or undo the change",
                    e);
        } catch (IllegalArgumentException e) {
            throw new AcceptedException(
                    Fault.INADMISSIBLE,
                    source + " must have values that the constructor of " + space.typeName() + " takes, which says: "
                            + e.getMessage() + "; search again and accept what is found, or undo the change",
                    e);
        }
    }

    private static String stripped(String line) {
        return (line.startsWith(MARK) ? line.substring(MARK.length()) : line).strip();
    }

    private static String check(List<String> lines) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The lines that matter of a text that is read. Comments that others have added do not. */
    private static final class Reading {

        private final String source;
        private final List<String> checked = new ArrayList<>();
        private final Map<String, String> entries = new LinkedHashMap<>();
        private String origin = "";
        private String given = "";

        Reading(String source) {
            this.source = source;
        }

        void add(String line) {
            if (!line.startsWith(COMMENT)) {
                if (!line.isEmpty()) {
                    checked.add(line);
                }
                return;
            }
            String comment = line.substring(COMMENT.length()).strip();
            int colon = comment.indexOf(':');
            String key = colon < 0 ? "" : comment.substring(0, colon);
            String value = comment.substring(colon + 1).strip();
            if (key.equals(CHECK)) {
                given = value;
            } else if (EvidenceText.KEYS.contains(key)) {
                if (entries.put(key, value) != null) {
                    throw damaged(key + " must be given once; remove one of its lines", null);
                }
                checked.add(comment);
            } else if (origin.isEmpty() && EvidenceText.isOrigin(comment)) {
                origin = comment;
                checked.add(comment);
            }
        }

        Evidence evidence() {
            if (origin.isEmpty() || entries.isEmpty()) {
                throw new AcceptedException(
                        Fault.UNPROVEN,
                        source
                                + " must say in its comments what speaks for its values, as a file that was accepted does; accept a result to have one");
            }
            List<String> missing = EvidenceText.KEYS.stream()
                    .filter(key -> !entries.containsKey(key))
                    .toList();
            if (!missing.isEmpty()) {
                throw damaged("the comments must have lines for " + String.join(", ", missing), null);
            }
            Evidence evidence = parsed();
            if (!given.equals(check(checked))) {
                throw damaged(
                        "check (" + given
                                + ") must be that of the file: values or evidence were changed by hand, so that the one does not speak for the other",
                        null);
            }
            return evidence;
        }

        private Evidence parsed() {
            try {
                return EvidenceText.read(origin, entries);
            } catch (IllegalArgumentException e) {
                throw damaged(String.valueOf(e.getMessage()), e);
            }
        }

        private AcceptedException damaged(String what, @Nullable Throwable cause) {
            return new AcceptedException(
                    Fault.DAMAGED, source + ": " + what + "; restore the file, or accept a result anew", cause);
        }
    }
}
