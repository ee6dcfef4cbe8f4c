// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/** Repairs a journal, by somebody who has its lock and has read all of it. What is taken out is kept in a file of its own. */
final class Repair {

    /** How what is said of a mended line ends. */
    static final String MENDED = "it was mended";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final JournalFile file;
    private final Replay replay;
    private final Path aside;

    Repair(JournalFile file, Replay replay) {
        this.file = file;
        this.replay = replay;
        Path path = file.path();
        this.aside = path.resolveSibling(path.getFileName() + ".torn-" + TIME.format(Instant.now()));
    }

    /** Cuts off a torn line at the end, and blank lines. */
    void cutTail() throws IOException {
        long size = file.size();
        long whole = replay.wholeUntil();
        if (size == whole) {
            return;
        }
        if (size > replay.offset()) {
            keep(replay.offset(), size);
        }
        file.truncate(whole);
        replay.dropBlanks();
    }

    /**
     * Mends damaged lines.
     *
     * @return whether any was mended, now or by somebody else: then the file has to be read anew
     */
    boolean mendLines() throws IOException {
        boolean isChanged = false;
        for (Damage damage : List.copyOf(replay.damages())) {
            byte[] line = new byte[damage.length()];
            int length = file.read(damage.offset(), line, 0, line.length);
            CRC32 checksum = new CRC32();
            checksum.update(line, 0, length);
            boolean isOther = checksum.getValue() != damage.checksum();
            isChanged |= isOther || mend(damage, line);
        }
        // What is left cannot be mended, and need not be looked at again.
        replay.damages().clear();
        return isChanged;
    }

    private boolean mend(Damage damage, byte[] line) throws IOException {
        Optional<byte[]> mended = Mending.of(line, damage.cost());
        long end = damage.offset() + damage.length();
        if (mended.isEmpty() || !keep(damage.offset(), end)) {
            return false;
        }
        file.overwrite(damage.offset(), mended.get());
        replay.addFault(
                damage.number(),
                (Mending.isKept(mended.get()) ? "began with a torn line, which was" : "was no JSON and was")
                        + " taken out and kept in " + aside.getFileName() + "; " + MENDED);
        return true;
    }

    /** Returns whether the bytes are safe: on a full disk there may be no room for them. */
    private boolean keep(long from, long to) {
        try {
            file.copy(from, to, aside);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
