// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The name of a study's folder: that of the study. What some file system refuses in it is replaced, and what is too long is cut; such a
 * name ends with a hash of the study's, so that no two studies share a folder.
 */
final class FolderName {

    /** In UTF-8. Few file systems take more than 255 bytes, some with encryption 143, and temporary names are longer. */
    private static final int MOST_BYTES = 150;

    private static final int HASH_BYTES = 4;

    /** What Windows, the strictest, refuses: signs, blanks and dots at the end, and names of devices. */
    private static final String REFUSED =
            "[<>:\"/\\\\|?*\\p{Cntrl}]|[. ]+$|^(?i:con|prn|aux|nul|com\\d|lpt\\d)(?=\\.|$)";

    private FolderName() {}

    static String of(String study) {
        return of(study, Optional.empty());
    }

    /**
     * Returns the name in a folder that may have it already.
     *
     * @param there how the file system writes the name of what it finds by that of the study: otherwise, if that is of a study whose name
     *     differs in case only, and the file system takes them for one
     */
    static String of(String study, Optional<String> there) {
        String name = encodable(study.replaceAll(REFUSED, "_"));
        boolean isOwn = name.equals(study) && bytes(name) <= MOST_BYTES && !name.isEmpty();
        if (isOwn
                && there.filter(other -> !other.equals(name) && other.equalsIgnoreCase(name))
                        .isEmpty()) {
            return study;
        }
        String hash = "-" + hash(study);
        return cut(name, MOST_BYTES - hash.length()) + hash;
    }

    /** Without a locale, as in many containers, Java cannot name a file that is not ASCII. */
    private static String encodable(String name) {
        try {
            return Path.of(name).toString();
        } catch (InvalidPathException e) {
            return name.replaceAll("[^ -~]", "_");
        }
    }

    private static String cut(String name, int most) {
        int end = name.length();
        while (bytes(name.substring(0, end)) > most) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String study) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(study.getBytes(StandardCharsets.UTF_16));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
