// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** A writer that its owner, not a library that was lent it, closes: closing only flushes. */
final class LeftOpen extends FilterWriter {

    LeftOpen(Writer target) {
        super(target);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
