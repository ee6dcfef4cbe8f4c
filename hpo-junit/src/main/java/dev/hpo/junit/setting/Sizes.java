// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them. */
final class Sizes {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6}) ?(MB|GB|TB)");

    private Sizes() {}

    /** Returns the number of bytes that a text such as {@code 500MB} or {@code 20 GB} means; empty if it means none above 0. */
    static Optional<Long> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long bytes = Long.parseLong(matcher.group(1)) << bits(matcher.group(2));
        return Optional.of(bytes).filter(given -> given > 0);
    }

    private static int bits(String unit) {
        return switch (unit) {
            case "MB" -> 20;
            case "GB" -> 30;
            default -> 40;
        };
    }
}
