// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JournalStorageTests extends StorageContract {

    private Path file;

    @BeforeEach
    void name(@TempDir Path temporary) {
        file = temporary.resolve("not yet there").resolve("digits.log");
    }

    @Override
    protected Storage open() {
        return new JournalStorage(file);
    }
}
