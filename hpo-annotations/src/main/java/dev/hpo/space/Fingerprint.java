// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The identity of a space across runs: the SHA-256 of its parameters' full description. */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    static String of(Space<?> space) {
        StringBuilder text = new StringBuilder();
        for (Parameter<?> parameter : space.parameters()) {
            text.append(parameter.name()).append('|').append(exact(parameter.domain()));
            for (Condition condition : parameter.conditions()) {
                text.append('|').append(exact(condition));
            }
            text.append('\n');
        }
        byte[] digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    /** Bounds as bits, since the decimal text of a double differs between JDK versions. */
    private static String exact(Domain domain) {
        if (domain instanceof RealDomain real) {
            return "real " + Double.doubleToLongBits(real.min()) + " " + Double.doubleToLongBits(real.max()) + " "
                    + real.scale() + " " + real.levels();
        }
        if (domain instanceof ChoiceDomain choice) {
            return "choice " + choice.choices() + " " + choice.ordered();
        }
        return domain.toString();
    }

    private static String exact(Condition condition) {
        if (condition instanceof Condition.Equal equal) {
            return equal.parent().name() + "=" + equal.value();
        }
        Condition.AtLeast atLeast = (Condition.AtLeast) condition;
        return atLeast.parent().name() + ">=" + atLeast.minimum();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
