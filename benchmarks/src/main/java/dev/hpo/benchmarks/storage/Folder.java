// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder for the files of a benchmark.
 *
 * @param path where it is
 * @param isKept whether it stays when the benchmark is over
 */
record Folder(Path path, boolean isKept) implements AutoCloseable {

    static Folder of(Optional<Path> given) throws IOException {
        return given.isPresent()
                ? new Folder(Files.createDirectories(given.get()), true)
                : new Folder(Files.createTempDirectory("hpo-storage"), false);
    }

    @Override
    public void close() throws IOException {
        if (!isKept) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(path)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
