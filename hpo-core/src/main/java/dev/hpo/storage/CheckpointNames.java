// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The names of the directories for the checkpoints of runs. */
final class CheckpointNames {

    /** What all names are like. */
    private static final Pattern FORM = Pattern.compile("\\d{1,10}-[0-9a-f]{12}-[A-Za-z0-9-]*");

    /** What the name of the directory beside a journal ends with that those of its runs are in. */
    static final String BESIDE = ".checkpoints";

    /** For people; the hash tells runs apart. */
    private static final int MOST_OF_STUDY = 40;

    private static final int HASH_BYTES = 6;

    private CheckpointNames() {}

    /**
     * Returns the name for a run, which every file system takes: {@code 3-a1b2c3d4e5f6-digits}. Those who share a run get the same; another run never
     * does, were it of the same name on another machine.
     */
    static String of(RunHeader run) {
        RunId id = run.id();
        String study = id.study().replaceAll("[^A-Za-z0-9]+", "-");
        String end = study.substring(Math.max(0, study.length() - MOST_OF_STUDY));
        return id.number() + "-" + hash(id + " " + run.seed() + " " + run.createdAt()) + "-" + end;
    }

    /** Returns whether a name may be that of a run. */
    static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    private static String hash(String run) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(run.getBytes(StandardCharsets.UTF_16));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
