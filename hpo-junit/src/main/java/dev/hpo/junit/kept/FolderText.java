// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.kept;

import dev.hpo.junit.setting.TypedPath;
import java.nio.file.InvalidPathException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a folder. None at all, as of a variable that is not set, would be the working folder. */
@API(status = Status.INTERNAL, since = "0.1")
public final class FolderText implements ITypeConverter<String> {

    /** Creates a converter. */
    public FolderText() {}

    @Override
    public String convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException(
                    "'" + text + "' must name a folder; write . for the working folder, or leave out the option");
        }
        try {
            return TypedPath.of(text).toString();
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' must name a folder: " + e.getReason());
        }
    }
}
