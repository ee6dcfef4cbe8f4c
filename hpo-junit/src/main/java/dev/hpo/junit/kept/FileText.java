// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.junit.setting.TypedPath;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where to write something; no name at all, as of a variable that is not set, is none. */
final class FileText implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("'" + text + "' must name what to write to; or leave out the option");
        }
        try {
            return TypedPath.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' must name what to write to: " + e.getReason());
        }
    }
}
