// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import java.io.File;
import java.nio.charset.Charset;

/** The names that files can have: where they are bytes, the Java virtual machine writes them in an encoding of its own. */
final class FileNames {

    private static final String ENCODING = System.getProperty("sun.jnu.encoding", "UTF-8");

    private FileNames() {}

    /** Returns the encoding of names. */
    static String encoding() {
        return ENCODING;
    }

    /** Returns whether a file can have a name; on Windows names are characters, so that it can have any letters. */
    static boolean canHave(String name) {
        boolean areBytes = File.separatorChar == '/';
        return !areBytes
                || !Charset.isSupported(ENCODING)
                || Charset.forName(ENCODING).newEncoder().canEncode(name);
    }
}
