// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.storage.InMemoryStorage;
import dev.hpo.storage.Storage;

class InMemoryStorageTests extends StorageContract {

    private final Storage storage = new InMemoryStorage();

    @Override
    protected Storage open() {
        return storage;
    }
}
