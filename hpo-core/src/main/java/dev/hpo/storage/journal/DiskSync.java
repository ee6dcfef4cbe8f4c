// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.storage.journal.lock.Heartbeat;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings to the disk what was written to a file, soon after it was, on another thread: a power cut costs no more than that time. */
final class DiskSync {

    private static final long MILLIS = 50;

    private final JournalFile file;
    private final AtomicBoolean isPlanned = new AtomicBoolean();

    DiskSync(JournalFile file) {
        this.file = file;
    }

    void plan() {
        if (isPlanned.compareAndSet(false, true)) {
            Heartbeat.OF_DISKS.once(MILLIS, this::run);
        }
    }

    private void run() {
        isPlanned.set(false);
        try {
            file.force();
        } catch (IOException e) {
            // It was closed meanwhile, which syncs too, or the next write fails as well.
        }
    }

    /** Does now what is planned, before the file is closed. */
    void finish() throws IOException {
        if (isPlanned.get()) {
            file.force();
        }
    }
}
