// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report.html;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that pages are made of, which lie beside this class. */
final class PageFile {

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private PageFile() {}

    /**
     * Returns the text of a file.
     *
     * @throws FileNotFoundException if it is not there, as in a jar from which it was left out
     */
    static String text(String name) throws IOException {
        try (InputStream bytes = PageFile.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new FileNotFoundException(name + " must be beside " + PageFile.class.getName()
                        + "; see that the build keeps the resources of hpo-core");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the texts of files below one another. */
    static String text(List<String> names) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(text(name)).append('\n');
        }
        return all.toString();
    }

    /** Returns how a content security policy names scripts or styles that stand within the page: those, and no other, take effect. */
    static String sources(String... texts) {
        return List.of(texts).stream().map(PageFile::hash).collect(Collectors.joining(" "));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /**
     * Writes a file in which <code>{{name}}</code> is a slot. What is put into one is not searched for slots.
     *
     * @param contents what goes into the slots, by their names
     */
    static void fill(String name, Map<String, Content> contents, Writer target) throws IOException {
        String template = text(name);
        Matcher slot = SLOT.matcher(template);
        int written = 0;
        while (slot.find()) {
            target.write(template.substring(written, slot.start()));
            Content content = contents.get(slot.group(1));
            if (content == null) {
                throw new IllegalStateException(slot.group() + " in " + name + " must have a content");
            }
            content.writeTo(target);
            written = slot.end();
        }
        target.write(template.substring(written));
    }

    /** Something that goes into a slot. */
    @FunctionalInterface
    interface Content {

        void writeTo(Writer target) throws IOException;

        static Content of(String text) {
            return target -> target.write(text);
        }
    }
}
