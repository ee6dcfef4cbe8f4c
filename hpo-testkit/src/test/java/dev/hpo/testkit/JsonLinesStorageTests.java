// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.storage.JsonLinesStorage;
import dev.hpo.storage.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesStorageTests extends StorageContract {

    @TempDir
    Path directory;

    @Override
    protected Storage open() {
        return new JsonLinesStorage(directory.resolve("not yet there"));
    }
}
