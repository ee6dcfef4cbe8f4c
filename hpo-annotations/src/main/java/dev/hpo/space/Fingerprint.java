// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The identity of a space across runs: the SHA-256 of its parameters' full description. */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(Space<?> space) {
        StringBuilder text = new StringBuilder();
        for (Parameter<?> parameter : space.parameters()) {
            text.append(token(parameter.name())).append(exact(parameter.domain()));
            parameter.conditions().forEach(condition -> text.append(exact(condition)));
            text.append('\n');
        }
        byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    /** Bounds as bits, since the decimal text of a double differs between JDK versions. */
    private static String exact(Domain domain) {
        if (domain instanceof RealDomain real) {
            return " real " + Double.doubleToLongBits(real.min()) + " " + Double.doubleToLongBits(real.max()) + " "
                    + real.scale() + " " + real.levels();
        }
        if (domain instanceof IntegerDomain integer) {
            return " integer " + integer.min() + " " + integer.max() + " " + integer.scale() + " " + integer.levels();
        }
        ChoiceDomain choice = (ChoiceDomain) domain;
        String choices = choice.choices().stream().map(Fingerprint::token).collect(Collectors.joining(" "));
        return (choice.ordered() ? " ordinal " : " categorical ") + choices;
    }

    private static String exact(Condition condition) {
        if (condition instanceof Condition.Equal equal) {
            return " when " + token(equal.parent().name()) + " is "
                    + token(equal.value().toString());
        }
        Condition.AtLeast atLeast = (Condition.AtLeast) condition;
        return " when " + token(atLeast.parent().name()) + " is at least " + atLeast.minimum();
    }

    /** Texts go with their length, so that no text can look like several. */
    private static String token(String text) {
        return text.length() + ":" + text;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
