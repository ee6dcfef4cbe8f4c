// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;

/**
 * The names of the holders of a journal: {@code 1c291ca3.holder-} with a sum of the journal's name, the {@link ProcessId}, and a
 * number within the process.
 *
 * <p>They are shorter than sixty bytes: ext4 keeps the target of a link of less in the link itself, and takes fifty times as long
 * for a longer one.
 *
 * @param journal the journal
 */
record HolderNames(Path journal) {

    /** Five digits. */
    private static final int NUMBERS = (int) Math.pow(Character.MAX_RADIX, 5);

    /** Begins anywhere, as each class loader of a process that has this class has its own; the generator is one for all of them. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(NUMBERS));

    Path next() {
        String number = Integer.toString(Math.floorMod(NEXT.getAndIncrement(), NUMBERS), Character.MAX_RADIX);
        return journal.resolveSibling(prefix() + ProcessId.current().text() + "-" + number);
    }

    private String prefix() {
        CRC32 sum = new CRC32();
        sum.update(journal.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x.holder-", sum.getValue());
    }

    /** Returns the process of a holder; empty if the name is none of a holder of this journal. */
    Optional<ProcessId> process(String name) {
        int number = name.lastIndexOf('-');
        String prefix = prefix();
        return name.startsWith(prefix) && number > prefix.length()
                ? ProcessId.parse(name.substring(prefix.length(), number))
                : Optional.empty();
    }

    /** Returns whether a file is a holder of this journal whose process has ended. */
    boolean isDead(Path file) {
        return isDead(file.getFileName().toString());
    }

    boolean isDead(String name) {
        return process(name)
                .filter(process -> process.life() == ProcessId.Life.DEAD)
                .isPresent();
    }

    /** Returns whether a name is that of a holder in this process. */
    boolean isOwn(String name) {
        return process(name).filter(ProcessId.current()::equals).isPresent();
    }
}
