// SPDX-License-Identifier: Apache-2.0
package dev.hpo.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Puts the members of the outermost object, and the objects of arrays near it, on lines of their own. */
final class LinePerTrial extends MinimalPrettyPrinter {

    private static final long serialVersionUID = 1L;
    private static final int DEPTH = 3;

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        json.writeRaw(json.getOutputContext().getParent().inRoot() ? ",\n" : ", ");
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        if (isNearRoot(json)) {
            json.writeRaw('\n');
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(isNearRoot(json) ? ",\n" : ", ");
    }

    private static boolean isNearRoot(JsonGenerator json) {
        JsonStreamContext context = json.getOutputContext();
        int depth = 0;
        while (!context.inRoot()) {
            depth++;
            context = context.getParent();
        }
        return depth <= DEPTH;
    }
}
