// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens texts in UTF-8: files, and resources beside a configuration type. */
final class Utf8 {

    private Utf8() {}

    /** Makes something of a text. */
    interface Reading<R> {

        /**
         * Reads a text.
         *
         * @param source what errors call it
         */
        R read(Reader reader, String source) throws IOException;
    }

    static <R> R load(Path file, Reading<R> reading) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes, file.toString(), reading);
        }
    }

    static <R> R loadResource(Class<?> type, String name, Reading<R> reading) throws IOException {
        try (InputStream bytes = type.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new FileNotFoundException(missing(type, name));
            }
            return read(bytes, name, reading);
        }
    }

    private static <R> R read(InputStream bytes, String source, Reading<R> reading) throws IOException {
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
        try {
            return reading.read(reader, source);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(source + " must be in UTF-8; save it so, or write \\u00e4 for \u00e4", e);
        }
    }

    private static String missing(Class<?> type, String name) {
        Module owner = type.getModule();
        Module reader = Utf8.class.getModule();
        String slashed =
                name.startsWith("/") ? name.substring(1) : type.getPackageName().replace('.', '/') + "/" + name;
        String in = slashed.substring(0, Math.max(0, slashed.lastIndexOf('/'))).replace('/', '.');
        if (owner.isNamed() && owner.getPackages().contains(in) && !owner.isOpen(in, reader)) {
            return "resource (" + name + ") must be in a package that is open to hpo; write \"opens " + in
                    + (reader.isNamed() ? " to " + reader.getName() : "") + ";\" in the module-info.java of "
                    + owner.getName() + ", and see that the file is in " + slashed;
        }
        return "resource (" + name + ") must be " + (owner.isNamed() ? "in " + owner : "on the class path")
                + ", beside " + type.getName() + "; begin it with a slash to name it from the root";
    }
}
