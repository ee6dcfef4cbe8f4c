// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal.lock;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Names a process, also after its number was given to another.
 *
 * @param boot the machine, and which start of it
 * @param number its number
 * @param start when it began, in milliseconds: since the machine did where that is known, as a clock that is set moves any other time
 * @param namespace what its number is valid in, as in a container; 0 if the system has no such thing
 */
record ProcessId(String boot, long number, long start, long namespace) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-z]+)-([0-9]+)-([0-9a-z]+)-([0-9a-z]+)");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Path PROC = Path.of("/proc");

    private static final int BOOT_LENGTH = 12;

    /** Linux counts in hundredths of a second, whatever the machine. */
    private static final int TICK_MILLIS = 10;

    /** Where fields are counted from, the first two and the blank in a program's name left out. */
    private static final int STATE = 0;

    private static final int START_TICKS = 19;

    private static final ProcessId CURRENT = find();

    /** What is known of a process. */
    enum Life {
        ALIVE,
        DEAD,
        /** It is one of another machine or container, or of an earlier start of this machine. */
        UNKNOWN
    }

    static ProcessId current() {
        return CURRENT;
    }

    static Optional<ProcessId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProcessId(
                    matcher.group(1),
                    Long.parseLong(matcher.group(2)),
                    Long.parseLong(matcher.group(3), Character.MAX_RADIX),
                    Long.parseLong(matcher.group(4), Character.MAX_RADIX)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns it as part of a file name, which is to be short. */
    String text() {
        return boot + "-" + number + "-" + Long.toString(start, Character.MAX_RADIX) + "-"
                + Long.toString(namespace, Character.MAX_RADIX);
    }

    Life life() {
        if (!boot.equals(CURRENT.boot) || namespace != CURRENT.namespace) {
            return Life.UNKNOWN;
        }
        OptionalLong found = start(number);
        return found.isPresent() && found.getAsLong() == start ? Life.ALIVE : Life.DEAD;
    }

    private static ProcessId find() {
        long number = ProcessHandle.current().pid();
        return new ProcessId(findBoot(), number, start(number).orElse(0), findNamespace());
    }

    private static String findBoot() {
        try {
            String id = read(Path.of("/proc/sys/kernel/random/boot_id")).replaceAll("[^0-9a-z]", "");
            // Its beginning tells machines apart as well as all of it.
            return id.substring(0, Math.min(BOOT_LENGTH, id.length()));
        } catch (IOException e) {
            CRC32 sum = new CRC32();
            sum.update(host().getBytes(StandardCharsets.UTF_8));
            return "host" + Long.toHexString(sum.getValue());
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static long findNamespace() {
        try {
            Matcher digits = DIGITS.matcher(
                    Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString());
            return digits.find() ? Long.parseLong(digits.group()) : 0;
        } catch (IOException | UnsupportedOperationException | NumberFormatException e) {
            return 0;
        }
    }

    /** Reads by a stream that no interruption closes: an error here means that a process has ended. */
    private static String read(Path file) throws IOException {
        try (InputStream bytes = new FileInputStream(file.toFile())) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Returns when a process began; empty if it has ended, and be it that its parent has not taken notice of that. */
    private static OptionalLong start(long number) {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return ProcessHandle.of(number)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(process -> process.info().startInstant())
                    .map(instant -> OptionalLong.of(instant.toEpochMilli()))
                    .orElse(OptionalLong.empty());
        }
        try {
            String line = read(PROC.resolve(number + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            boolean hasEnded = fields[STATE].equals("Z") || fields[STATE].equals("X");
            return hasEnded ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fields[START_TICKS]) * TICK_MILLIS);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
