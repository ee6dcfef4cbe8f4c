// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run of two trials of {@link Point}, as it was kept before there were journals. */
final class OldTrials {

    static final String TEXT = """
            {"format":1,"study":"any","run":3,"metric":"loss","direction":"MINIMIZE","seed":"7","createdAt":"2026-02-03T04:05:06Z","fingerprint":"FINGERPRINT"}
            {"number":0,"state":"COMPLETE","values":[0.5],"parameters":{"x":0.5,"n":3},"seed":"7","source":"SAMPLER","startedAt":"2026-02-03T04:05:06Z","finishedAt":"2026-02-03T04:05:06Z"}
            {"number":1,"state":"RUNNING","parameters":{"x":0.25,"n":1},"seed":"8","source":"SAMPLER","startedAt":"2026-02-03T04:05:06Z"}
            {"number":1,"state":"COMPLETE","values":[0.25],"parameters":{"x":0.25,"n":1},"seed":"8","source":"SAMPLER","startedAt":"2026-02-03T04:05:06Z","finishedAt":"2026-02-03T04:05:07Z"}
            """.replace(
                    "FINGERPRINT",
                    PointSpace.SPACE
                            .fingerprint()
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"));

    private OldTrials() {}

    /** Writes the last run of a study. */
    static void write(Path study) throws IOException {
        Files.createDirectories(study);
        Files.writeString(study.resolve("trials.jsonl"), TEXT);
    }
}
