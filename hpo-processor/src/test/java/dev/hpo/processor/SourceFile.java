// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory. */
final class SourceFile extends SimpleJavaFileObject {

    private final String text;

    SourceFile(URI uri, String text) {
        super(uri, Kind.SOURCE);
        this.text = text;
    }

    /** Returns a source, named after its type. */
    static SourceFile of(String qualifiedName, String text) {
        return new SourceFile(URI.create("mem:///" + qualifiedName.replace('.', '/') + ".java"), text);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
