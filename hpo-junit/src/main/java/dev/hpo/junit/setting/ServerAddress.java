// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses of servers, as users write them. */
final class ServerAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private ServerAddress() {}

    /** Reads an address; it has no slash at its end. Empty if it is none, or has more than a place: what lets somebody in would be in each text that names it. */
    static Optional<URI> parse(String text) {
        try {
            URI address = new URI(text.replaceFirst("/+$", ""));
            boolean isPlace = address.getScheme() != null
                    && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return isPlace ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns a text without what stands before the host or behind the path. */
    static String withoutSecrets(String text) {
        return text.replaceFirst("(?s)^.*@", "...@").replaceFirst("(?s)[?#].*", "?...");
    }
}
