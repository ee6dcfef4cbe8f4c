// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.storage.JsonLinesStorage;
import dev.hpo.storage.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesStorageTests extends StorageContract {

    private Path directory;

    @BeforeEach
    void makeDirectory(@TempDir Path temporary) {
        directory = temporary.resolve("not yet there");
    }

    @Override
    protected Storage open() {
        return new JsonLinesStorage(directory);
    }
}
