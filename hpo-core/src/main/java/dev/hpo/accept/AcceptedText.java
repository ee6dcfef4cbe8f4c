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
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * An accepted configuration as the text of a {@code .properties} file, which {@code Space.load} reads: its evidence stands in comments. The text is the same on every
 * machine.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class AcceptedText {

    private static final String ANEW = "; search again and accept what is found, or undo the change";

    private AcceptedText() {}

    /**
     * Returns the text of a configuration.
     *
     * @throws ConfigurationException if it does not fit the space
     */
    public static String of(Space<?> space, Configuration configuration, Evidence evidence) {
        return AcceptedLines.text(EvidenceText.lines(evidence), properties(space, configuration));
    }

    /** Returns what tells a configuration, with its evidence, from all others. */
    static String check(Space<?> space, Configuration configuration, Evidence evidence) {
        return AcceptedLines.check(EvidenceText.lines(evidence), properties(space, configuration));
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
     * Reads a text. Only of one that is as it was written it is told that the space has changed.
     *
     * @param space the present space, which may have changed since the text was written, as long as it admits the configuration
     * @param text the text
     * @param source what errors call it, such as its file name
     * @throws AcceptedException if it has no evidence of its own, or is not in the space
     */
    public static AcceptedConfiguration read(Space<?> space, String text, String source) {
        AcceptedLines lines = AcceptedLines.of(text);
        if (!lines.hasEvidence()) {
            throw new AcceptedException(
                    Fault.UNPROVEN,
                    source
                            + " must say in its comments what speaks for its values, as a file that was accepted does; accept a result to have one");
        }
        Evidence evidence;
        try {
            evidence = evidence(lines);
        } catch (IllegalArgumentException e) {
            throw damaged(e, lines.isInConflict() ? Optional.empty() : misfit(space, text, source), source);
        }
        return new AcceptedConfiguration(configuration(space, text, source), evidence, lines.given());
    }

    /**
     * Returns the evidence of a text that has any.
     *
     * @throws IllegalArgumentException if it is damaged, or the values are; the message says what is
     */
    static Evidence evidence(AcceptedLines lines) {
        require(
                !lines.isInConflict(),
                "lines that a merge has left (<<<<<<<) must not be there; take one side of it as a whole");
        lines.repeated().ifPresent(key -> require(false, key + " must be given once; remove one of its lines"));
        List<String> missing = EvidenceText.KEYS.stream()
                .filter(key -> !lines.entries().containsKey(key))
                .toList();
        require(missing.isEmpty(), "the comments must have lines for " + String.join(", ", missing));
        Evidence evidence = EvidenceText.read(lines.origin(), lines.entries());
        require(
                lines.isIntact(),
                "check (" + lines.given()
                        + ") must be that of the file: values or evidence were changed by hand, so that the one does not speak for the other");
        return evidence;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static AcceptedException damaged(Exception cause, Optional<String> misfit, String source) {
        return new AcceptedException(
                Fault.DAMAGED,
                source + ": " + cause.getMessage() + "; restore the file, or accept a result anew"
                        + misfit.map(fault -> "\n" + fault).orElse(""),
                cause);
    }

    private static Configuration configuration(Space<?> space, String text, String source) {
        try {
            return decoded(space, text, source);
        } catch (ConfigurationException e) {
            throw new AcceptedException(
                    Fault.INADMISSIBLE,
                    e.getMessage() + "\nit must be a configuration of " + space.typeName() + ", as it is now" + ANEW,
                    e);
        } catch (IllegalArgumentException e) {
            throw new AcceptedException(Fault.INADMISSIBLE, refused(space, source, e) + ANEW, e);
        }
    }

    /** Returns why the values are no configuration of the space, as one that was changed by hand may be. */
    private static Optional<String> misfit(Space<?> space, String text, String source) {
        try {
            decoded(space, text, source);
            return Optional.empty();
        } catch (ConfigurationException e) {
            return Optional.ofNullable(e.getMessage());
        } catch (IllegalArgumentException e) {
            return Optional.of(refused(space, source, e));
        }
    }

    private static String refused(Space<?> space, String source, IllegalArgumentException cause) {
        return source + " must have values that the constructor of " + space.typeName() + " takes, which says: "
                + cause.getMessage();
    }

    private static Configuration decoded(Space<?> space, String text, String source) {
        try {
            Configuration configuration = ConfigurationProperties.read(space, new StringReader(text), source);
            @Nullable Object unused = space.decode(configuration);
            return configuration;
        } catch (IOException e) {
            throw new UncheckedIOException("a StringReader does not fail", e);
        }
    }
}
